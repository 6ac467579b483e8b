import { describe, expect, it } from 'vitest'
import { type GgufHeader } from '#core/models/gguf/gguf-header'
import { parseHeader } from '#core/models/gguf/parse-header'
import { createHeap } from '#engines/wllama/heap'
import { PRE_TOKENIZERS } from '#engines/wllama/pre-tokenizers-data'
import { splitAtSpecial } from '#engines/wllama/split-at-special'
import { tokenCounter } from '#engines/wllama/token-counter'
import { createTokenizer } from '#engines/tokenizer'
import { byteLevelVocabulary, type TestVocabulary } from '#test/support/gguf-vocabulary'
import { makeGguf } from '#test/support/make-gguf'
import { TOKEN_TEXTS } from '#test/support/token-texts'

function headerOf(vocabulary?: TestVocabulary): GgufHeader {
  const bytes = makeGguf(vocabulary === undefined ? {} : { vocabulary })
  const header = parseHeader(bytes, { name: 'tiny.gguf', size: bytes.length })
  if (typeof header === 'number') throw new Error('the header is longer than the file')
  return header
}

describe('counting tokens of a GGUF', () => {
  it('WLLAMA9: families of words give counts of their own, so that comparing them tells something', () => {
    const families = [
      'default',
      'gpt-2',
      'smollm',
      'llama-bpe',
      'dbrx',
      'qwen2',
      'qwen35',
      'tekken',
      'gpt-4o',
      'seed-coder',
    ]
    const learnt = byteLevelVocabulary(TOKEN_TEXTS.join('\n'), 500, 'default')
    const counts = families.map(pre => {
      const counter = tokenCounter(headerOf({ ...learnt, pre }))
      return TOKEN_TEXTS.map(text => counter.count(text)).join(' ')
    })
    expect(new Set(counts).size).toBe(families.length)
  })

  it('WLLAMA9: every name of the table is taken, and its vocabulary is exact', () => {
    for (const pre of PRE_TOKENIZERS.keys()) {
      const counter = tokenCounter(headerOf(byteLevelVocabulary('lamp lamp', 4, pre)))
      expect(counter.exact, pre).toBe(true)
      expect(counter.count('lamp')).toBe(1)
    }
  })

  it('WLLAMA8: SentencePiece joins the pair of the highest score first, and counts bytes of what it does not know', () => {
    const counter = tokenCounter(headerOf())
    expect(counter.exact).toBe(true)
    expect(counter.count('')).toBe(0)
    // "▁t" "he", then "▁" "l" "an" "t" "er" "n".
    expect(counter.count('the lantern')).toBe(2 + 6)
    // "▁" and three bytes for each sign.
    expect(counter.count('水手')).toBe(1 + 6)
    expect(counter.count('</s>')).toBe(1)
  })

  it('WLLAMA10: an unknown kind of vocabulary gives the bytes of a text, and says that this is a bound', () => {
    const counter = tokenCounter(headerOf(byteLevelVocabulary('lamp', 1, 'a-way-of-tomorrow')))
    expect(counter.exact).toBe(false)
    expect(counter.count('水a')).toBe(5)
    expect(counter.count('')).toBe(0)
  })

  it('a description that is none of a tokenizer is a problem', () => {
    for (const json of [null, 'text', {}, { model: {} }]) {
      expect(() => createTokenizer(json)).toThrow('model-damaged')
    }
  })
})

describe('what counting is made of', () => {
  it('cuts at names of special tokens, the longest first, also where they hold signs of patterns', () => {
    expect(splitAtSpecial('a<|x|>b<|x|>', ['<|x|>', '<|'])).toEqual([
      { text: 'a', special: false },
      { text: '<|x|>', special: true },
      { text: 'b', special: false },
      { text: '<|x|>', special: true },
    ])
    expect(splitAtSpecial('[INST].*', ['[INST]', '.*', ''])).toEqual([
      { text: '[INST]', special: true },
      { text: '.*', special: true },
    ])
    expect(splitAtSpecial('abc', [])).toEqual([{ text: 'abc', special: false }])
    expect(splitAtSpecial('', ['a'])).toEqual([])
  })

  it('a heap gives back in order what it was given in any', () => {
    const values = Array.from({ length: 500 }, (_, at) => (at * 7919) % 503)
    const heap = createHeap<number>((a, b) => a < b)
    for (const value of values) heap.push(value)
    const out: number[] = []
    for (let value = heap.pop(); value !== undefined; value = heap.pop()) out.push(value)
    expect(out).toEqual([...values].sort((a, b) => a - b))
  })
})
