import { describe, expect, it } from 'vitest'
import { plantedFault, plantedPairs } from '#engines/fake/planted-faults'
import { labelledPassages } from '#test/support/labelled-set'

const PAIR = /<QUE> (.*?) <ANS> (.*?) <SRC> (.*?) <\/END>/gu

/** Pairs planted over all labelled passages: question, answer and source. */
const pairs = (['en', 'zh'] as const).flatMap(language =>
  [...labelledPassages(language).values()].flatMap(({ text }) =>
    [...plantedPairs(text, 1, 0).matchAll(PAIR)].map(([, question = '', answer = '', source = '']) => ({
      fault: plantedFault(question),
      answer,
      source,
      text: text.replace(/\s+/gu, ' '),
    })),
  ),
)
const having = (fault: ReturnType<typeof plantedFault>) => pairs.filter(pair => pair.fault === fault)

describe('planted faults of the scripted engine', () => {
  it('about three pairs in ten have one, of every kind', () => {
    expect(pairs.length).toBeGreaterThan(200)
    const share = 1 - having(null).length / pairs.length
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.4)
    for (const kind of ['number', 'date', 'cut-off', 'language', 'duplicate', 'leak'] as const)
      expect([kind, having(kind).length > 2]).toEqual([kind, true])
  })

  it('a right pair and a repeated one say what their source says, all others do not', () => {
    for (const { answer, source, fault } of pairs)
      expect([answer, answer === source]).toEqual([answer, fault === null || fault === 'duplicate'])
  })

  it('every source stands in the passage', () => {
    for (const { text, source } of pairs) expect(text).toContain(source)
  })

  it('the same passage, seed and turn give the same pairs', () => {
    const [first] = labelledPassages('en').values()
    const text = first?.text ?? ''
    expect(plantedPairs(text, 3, 1)).toBe(plantedPairs(text, 3, 1))
    expect(plantedPairs(text, 3, 1)).not.toBe(plantedPairs(text, 4, 1))
  })
})
