import { describe, expect, it } from 'vitest'
import { corpusProblems, DEFAULT_CORPUS_OPTIONS, TWO_MODES } from '#core/corpus/corpus-options'
import { type CorpusView, numberIn, paramsOf, percentOf, shareOf, viewOf } from '#features/corpus/corpus-params'
import { foldPassage } from '#features/corpus/fold-passage'

const STANDARD: CorpusView = { ...DEFAULT_CORPUS_OPTIONS, text: 0, kind: 'pairs' }
const OTHER: CorpusView = {
  name: 'ports & 茶',
  states: ['kept'],
  documents: [3, 17],
  tasks: ['cause', 'a, b'],
  languages: ['zh'],
  weights: { classic: 0, dialog: 2.5, numbered: 1, 'few-shot': 0, 'next-turn': 7 },
  inversion: 1,
  converted: 0,
  comprehension: 0.25,
  general: 0.5,
  seed: 42,
  text: 11,
  kind: 'mined',
}

const throughUrl = (view: CorpusView): CorpusView =>
  viewOf(new URLSearchParams(new URLSearchParams(paramsOf(view)).toString()))

describe('options of pre-training text in the URL', () => {
  it('CORPUSVIEW1: come back as they were', () => {
    expect(throughUrl(OTHER)).toEqual(OTHER)
    expect(throughUrl({ ...OTHER, states: [], weights: TWO_MODES })).toEqual({
      ...OTHER,
      states: [],
      weights: TWO_MODES,
    })
  })

  it('CORPUSVIEW1: every percentage comes back as the share that it is for the command', () => {
    for (let tenths = 0; tenths <= 1_000; tenths++) {
      const share = shareOf(tenths / 10)
      expect(percentOf(share)).toBe(tenths / 10)
      expect(throughUrl({ ...STANDARD, converted: share }).converted).toBe(share)
    }
  })

  it('CORPUSVIEW1: the defaults need no parameter', () => {
    expect(paramsOf(STANDARD)).toEqual({})
    expect(viewOf(new URLSearchParams())).toEqual(STANDARD)
  })

  it.each([
    'weights=80-5',
    'weights=1-1-1-1-1-1',
    'weights=a-1-1-1-1',
    'inversion=101',
    'converted=-1',
    'seed=1.5',
    'general=x',
    'text=0',
  ])('CORPUSVIEW1: what a URL says wrongly counts as not said: %s', query => {
    expect(viewOf(new URLSearchParams(query))).toEqual(STANDARD)
  })

  it('CORPUSVIEW2: what is no number is a problem of its own, and not in the URL', () => {
    const nothing = { ...STANDARD, seed: Number.NaN, inversion: Number.NaN, general: Number.NaN }
    expect(paramsOf(nothing)).toEqual({})
    expect(corpusProblems(nothing)).toEqual(['bad-share', 'bad-ratio', 'bad-seed'])
    expect(corpusProblems({ ...STANDARD, weights: { ...TWO_MODES, classic: Number.NaN } })).toEqual(['bad-weight'])
    expect(corpusProblems({ ...STANDARD, weights: { ...TWO_MODES, classic: 0, dialog: 0 } })).toEqual(['no-weight'])
    expect(corpusProblems({ ...STANDARD, name: ' ', states: [] })).toEqual(['name-missing', 'no-state'])
    expect(corpusProblems({ ...STANDARD, inversion: 0, converted: 0 })).toEqual([])
    expect(corpusProblems({ ...STANDARD, inversion: 1, converted: 1 })).toEqual([])
    expect([numberIn('', 9), numberIn(' ', 9), numberIn('10', 9), numberIn('9', 9), numberIn('-0.1', 9)]).toEqual([
      null,
      null,
      null,
      9,
      null,
    ])
  })
})

describe('a long passage', () => {
  const words = Array.from({ length: 300 }, (_, n) => `word${n}`).join(' ')

  it('CORPUSVIEW3: is folded between words, and says how much is left out', () => {
    const folded = foldPassage(words)
    if (folded === null) return expect.fail()
    const { start, characters, end } = folded
    expect(words.startsWith(`${start} `)).toBe(true)
    expect(words.endsWith(` ${end}`)).toBe(true)
    expect(start.length + characters + end.length).toBe(words.length)
  })

  it('CORPUSVIEW3: is folded in Chinese too, and never inside a code point', () => {
    const folded = foldPassage('𠮷'.repeat(700))
    expect(folded?.start.isWellFormed()).toBe(true)
    expect(folded?.end.isWellFormed()).toBe(true)
    expect(foldPassage('短'.repeat(500))).toBeNull()
  })
})
