import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url'
import { afterAll, describe, expect, it } from 'vitest'
import type { LanguageModel } from '#core/ports/engine'
import { problemOf } from '#core/problem'
import { PRE_TOKENIZERS } from '#engines/wllama/pre-tokenizers-data'
import { createWllamaEngine } from '#engines/wllama/wllama-engine'
import { completionOf } from '#test/contract/engine/harness'
import { byteLevelVocabulary, sentencePieceVocabulary } from '#test/support/gguf-vocabulary'
import { ggufSource } from '#test/support/gguf-source'
import { makeGguf } from '#test/support/make-gguf'
import { borrowedGguf } from '#test/support/borrowed-gguf'
import { TOKEN_TEXTS } from '#test/support/token-texts'

/** One vocabulary for all ways of cutting words. */
const learnt = byteLevelVocabulary(TOKEN_TEXTS.join('\n'), 500, 'default')

const NEVER = { aborted: false }

const used: { dispose(): Promise<void> }[] = []
afterAll(() => Promise.all(used.map(engine => engine.dispose())))

/** Browsers give the memory of an ended engine back when they like: a test that loads dozens may have to wait for it. */
const PATIENCE = { times: 20, ms: 500 }

async function load(bytes: Uint8Array<ArrayBuffer> | Blob): Promise<LanguageModel> {
  for (let time = 1; ; time++) {
    const engine = createWllamaEngine(new URL(wasmUrl, location.href).href)
    used.push(engine)
    try {
      return await engine.load(NEVER, ggufSource(bytes, { contextTokens: 2048 }), () => undefined)
    } catch (thrown) {
      if (problemOf(thrown).kind !== 'out-of-memory' || time === PATIENCE.times) throw thrown
      await used.pop()?.dispose()
      await new Promise(resolve => setTimeout(resolve, PATIENCE.ms))
    }
  }
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
    expect(await differences(model, [...TOKEN_TEXTS, '<s>the</s> cat'], 1)).toEqual([])
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
    const texts = [...TOKEN_TEXTS, 'bananananana sssssss ssss', '水手们水手们手们水', 'the      then    the']
    expect(await differences(model, texts, 1)).toEqual([])
  })

  // One of each family, as `tokenizer.ggml.pre` names it; families of llama and Mistral put a mark before every text.
  for (const [pre, marks] of [
    ['default', 0],
    ['gpt-2', 0],
    ['smollm', 0],
    ['llama-bpe', 1],
    ['chatglm-bpe', 0],
    ['qwen2', 0],
    ['qwen35', 0],
    ['tekken', 1],
    ['gpt-4o', 0],
    ['seed-coder', 0],
  ] as const) {
    it(`WLLAMA9: byte-level vocabularies that cut words as ${pre} does`, async () => {
      const model = await load(makeGguf({ vocabulary: { ...learnt, pre } }))
      expect(model.facts.exactCounts).toBe(true)
      expect(await differences(model, [...TOKEN_TEXTS, 'one<|end|>two <|start|>'], marks)).toEqual([])
    })
  }

  it('WLLAMA9: every name of the table stands for the family that it is in', { timeout: 120_000 }, async () => {
    const texts = TOKEN_TEXTS.slice(0, 10)
    const wrong: string[] = []
    for (const pre of PRE_TOKENIZERS.keys()) {
      const model = await load(makeGguf({ vocabulary: { ...learnt, pre } }))
      const [letter = 0] = await engineCounts(model, ['a'])
      const found = await differences(model, texts, letter - 1)
      if (found.length > 0) wrong.push(`${pre}: ${found.join(', ')}`)
      await used.pop()?.dispose()
    }
    expect(wrong).toEqual([])
  })

  it('WLLAMA10: where the way is not known, the count is never below the engine’s, and says so', async () => {
    const model = await load(makeGguf({ vocabulary: { ...learnt, pre: 'superbpe' } }))
    expect(model.facts.exactCounts).toBe(false)
    const [theirs, ours] = [await engineCounts(model, TOKEN_TEXTS), await model.count(TOKEN_TEXTS)]
    for (const [at, count] of ours.entries()) expect(count).toBeGreaterThanOrEqual(theirs[at] ?? 0)
    expect(await model.count([''])).toEqual([0])
  })

  it('WLLAMA9: a real model (PAIRLOOM_GGUF)', { timeout: 300_000 }, async context => {
    const real = await borrowedGguf()
    if (real === null) return context.skip('PAIRLOOM_GGUF names no file')
    const model = await load(real)
    expect(await differences(model, TOKEN_TEXTS.slice(0, 16), 0)).toEqual([])
  })
})
