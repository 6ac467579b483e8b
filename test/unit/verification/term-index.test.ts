import { describe, expect, it } from 'vitest'
import { randomStream } from '#core/synthesis/random-stream'
import { termIndex } from '#core/verification/support/term-index'
import { type Token, tokensOf } from '#core/verification/support/tokens'

const TEXTS = {
  en: 'The oak burns slowly; the pine burns fast. Oak, pine and ash: the keeper kept oak for the oak fire.',
  zh: '灯塔建于一八二二年，灯塔的灯油在塔里。灯油用完，灯塔就暗了，守塔人去取灯油。',
  empty: '',
  marks: '... ,,, 12 13 12',
}

const termOf = ({ term }: Token): string | null => term

/** The same, put together in the plainest way. */
function plainly(tokens: readonly Token[], sentenceOf: Int32Array): Map<string, number[]> {
  const places = new Map<string, Set<number>>()
  tokens.forEach(({ term }, i) => {
    if (term !== null) places.set(term, (places.get(term) ?? new Set()).add(sentenceOf[i] ?? 0))
  })
  return new Map([...places].map(([term, sentences]) => [term, [...sentences]]))
}

describe('SUPPORT12: where terms stand', () => {
  it.each(Object.entries(TEXTS))('each term is found in its sentences, once and in order: %s', (name, text) => {
    const tokens = tokensOf(text, 1_000)
    const stream = randomStream(1, 'terms', name.length)
    let sentence = 0
    const sentenceOf = Int32Array.from(tokens, () => (sentence += stream.integer(4) === 0 ? 1 : 0))
    const index = termIndex(tokens, sentenceOf, termOf)
    for (const [term, places] of plainly(tokens, sentenceOf)) {
      expect(index.has(term)).toBe(true)
      expect(index.get(term)).toEqual(places)
      // A list that was made is the same the next time.
      expect(index.get(term)).toBe(index.get(term))
    }
    for (const other of ['', 'x', 'oakk', '灯灯', '塔灯塔']) {
      expect(index.has(other)).toBe(false)
      expect(index.get(other)).toBeUndefined()
    }
  })

  it('thousands of different terms, and as many of one, are found alike', () => {
    const words = Array.from({ length: 6_000 }, (_, i) => `w${(i % 5_000).toString(36)}q`)
    const tokens = tokensOf(`${words.join(' ')} ${'again '.repeat(3_000)}`, 20_000)
    const sentenceOf = Int32Array.from(tokens, (_, i) => Math.floor(i / 10))
    const index = termIndex(tokens, sentenceOf, termOf)
    for (const [term, places] of plainly(tokens, sentenceOf)) expect(index.get(term)).toEqual(places)
  })
})
