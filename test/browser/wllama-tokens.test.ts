import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url'
import { afterAll, describe, expect, it } from 'vitest'
import type { LanguageModel } from '#core/ports/engine'
import { createWllamaEngine } from '#engines/wllama/wllama-engine'
import { completionOf } from '#test/contract/engine/harness'
import { byteLevelVocabulary, sentencePieceVocabulary } from '#test/support/gguf-vocabulary'
import { ggufSource } from '#test/support/gguf-source'
import { makeGguf } from '#test/support/make-gguf'
import { borrowedGguf } from '#test/support/borrowed-gguf'

const NEVER = { aborted: false }

/** Where ways of cutting words differ: digits, spaces, line ends, signs, endings, scripts, marks, pictures, controls. */
const TEXTS = [
  'The lens turned once a minute, and ships counted the flashes.',
  "It's the keeper's lamp; WE'LL see — they've 12 lamps, 1234567 flashes, $3.50 and 1,000,000 ships.",
  '水手们数着闪光。灯塔每分钟转一圈，共有１２３个信号！',
  'for (let i = 0; i < 10; i++) {\n\t\tif (a[i] !== b_c) return   -1 // why?\r\n}\n\n\n  end',
  'Émile naïve façade — Ünïcødé, e\u0301 n\u0303, Привет, мир! שלום नमस्ते สวัสดี 안녕하세요 こんにちは',
  '🚢👩‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿 ok 👍🏽👍',
  '  two  spaces   three\t\ttabs \n \n  line\u00a0hard\u3000wide\u200bzero\ufeffmark ',
  'CamelCaseWords snake_case_words path/to/file.ts http://a.b/c?d=e&f=1 x^2 + y_1 = \\frac{1}{2} $$z$$ <b>|~`',
  '½ ² ③ Ⅷ ١٢٣ 一二三 A1b2C3 3rd 24/7 v2.0.1 0xFF 1e-5',
  'a\u0000b\u0007c\u001bd\u0085e\u2028f',
]

/** Short pieces put together by chance, but the same each time. */
function mixtures(count: number): string[] {
  const pieces = [
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    "'",
    "'s",
    "'LL",
    'a',
    'B',
    'zé',
    'ß',
    '水',
    '灯塔',
    '1',
    '23',
    '４',
    '!',
    '...',
    '$',
    '_',
    '-',
    '/',
    '“',
    '👍',
    'ñ',
    '\u0301',
    'Ω',
    'ж',
    '½',
    '<',
    '|',
    '\u00a0',
  ]
  let state = 7
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + Math.floor(next() * 24) }, () => pieces[Math.floor(next() * pieces.length)]).join(''),
  )
}

const ALL = [...TEXTS, ...mixtures(60)]
const used: { dispose(): Promise<void> }[] = []
afterAll(() => Promise.all(used.map(engine => engine.dispose())))

async function load(bytes: Uint8Array<ArrayBuffer> | Blob): Promise<LanguageModel> {
  const engine = createWllamaEngine(new URL(wasmUrl, location.href).href)
  used.push(engine)
  return engine.load(NEVER, ggufSource(bytes, { contextTokens: 2048 }), () => undefined)
}

/** Tokens that the engine itself makes of each text; `marks` of them it puts before any text. */
async function engineCounts(model: LanguageModel, texts: readonly string[]): Promise<number[]> {
  const tokens = async (prompt: string): Promise<number> => {
    const { usage } = await model.complete(NEVER, completionOf(prompt, { maxTokens: 1 }), () => undefined)
    return usage.promptTokens
  }
  const counts: number[] = []
  for (const text of texts) counts.push(await tokens(text))
  return counts
}

/** How far our count of each text is from the engine's, but for what it puts before every text. */
async function differences(model: LanguageModel, texts: readonly string[], marks: number): Promise<string[]> {
  const [theirs, ours] = [await engineCounts(model, texts), await model.count(texts)]
  return texts.flatMap((text, at) => {
    const difference = (ours[at] ?? 0) + marks - (theirs[at] ?? 0)
    return difference === 0 ? [] : [`${difference} in ${JSON.stringify(text)}`]
  })
}

describe('tokens of a GGUF, counted here and by the engine', () => {
  it('WLLAMA8: SentencePiece vocabularies, text for text', async () => {
    const model = await load(makeGguf())
    expect(model.facts.exactCounts).toBe(true)
    expect(await differences(model, [...ALL, '<s>the</s> cat'], 1)).toEqual([])
  })

  it('WLLAMA8: SentencePiece where equal scores and long merges compete', async () => {
    const base = sentencePieceVocabulary()
    const more = ['an', 'na', 'ana', 'nan', 'ss', 'sss', 'ssss', '水手', '手们', '水手们', '▁the', '▁▁', '▁▁▁▁'].filter(
      token => !base.tokens.includes(token),
    )
    const vocabulary = {
      ...base,
      tokens: [...base.tokens, ...more, '水', '手', '们'],
      scores: [...base.scores, ...more.map((_, at) => -20 - (at >> 1)), -900, -901, -902],
      types: [...base.types, ...more.map(() => 1), 1, 1, 1],
    }
    const model = await load(makeGguf({ vocabulary }))
    const texts = [...ALL, 'bananananana sssssss ssss', '水手们水手们手们水', 'the      then    the']
    expect(await differences(model, texts, 1)).toEqual([])
  })

  // One of each family, as `tokenizer.ggml.pre` names it; families of llama and Mistral put a mark before every text.
  for (const [pre, marks] of [
    ['default', 0],
    ['gpt-2', 0],
    ['smollm', 0],
    ['llama-bpe', 1],
    ['glm4', 0],
    ['qwen2', 0],
    ['qwen35', 0],
    ['tekken', 1],
    ['gpt-4o', 0],
    ['seed-coder', 0],
  ] as const) {
    it(`WLLAMA9: byte-level vocabularies that cut words as ${pre} does`, async () => {
      const learnt = ALL.join('\n')
      const model = await load(makeGguf({ vocabulary: byteLevelVocabulary(learnt, 500, pre) }))
      expect(model.facts.exactCounts).toBe(true)
      expect(await differences(model, [...ALL, 'one<|end|>two <|start|>'], marks)).toEqual([])
    })
  }

  it('WLLAMA10: where the way is not known, the count is never below the engine’s, and says so', async () => {
    const model = await load(makeGguf({ vocabulary: byteLevelVocabulary(ALL.join('\n'), 500, 'superbpe') }))
    expect(model.facts.exactCounts).toBe(false)
    const [theirs, ours] = [await engineCounts(model, ALL), await model.count(ALL)]
    for (const [at, count] of ours.entries()) expect(count).toBeGreaterThanOrEqual(theirs[at] ?? 0)
    expect(await model.count([''])).toEqual([0])
  })

  it('WLLAMA9: a real model (PAIRLOOM_GGUF)', { timeout: 300_000 }, async context => {
    const real = await borrowedGguf()
    if (real === null) return context.skip('PAIRLOOM_GGUF names no file')
    const model = await load(real)
    expect(await differences(model, [...TEXTS, ...mixtures(6)], 0)).toEqual([])
  })
})
