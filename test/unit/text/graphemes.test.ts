import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphemeEnd, isGraphemeBoundary, lastGraphemeBoundary } from '#core/text/graphemes'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const startsOf = (text: string): Set<number> => new Set([...segmenter.segment(text)].map(part => part.index))

/** Text made of what makes graphemes hard. */
const hostile = fc
  .array(
    fc.constantFrom(
      'a',
      'é',
      'Z',
      '0',
      ' ',
      '\n',
      '\r',
      '\r\n',
      '.',
      '。',
      '语',
      'か',
      '한',
      'ᄀ',
      'ᅡ',
      'ᆨ',
      '\u0301',
      '\u0327',
      '\u200d',
      '\ufe0f',
      '👩',
      '👩‍👩‍👧‍👦',
      '👍🏽',
      '🇩🇪',
      '🇨',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      '\ud83d',
      '\ude00',
      'क',
      '्',
      'ष',
      'ि',
      'ท',
      'ำ',
      '\u0600',
      'ا',
      '©',
      '‼',
      '\u00ad',
      '\u200b',
      '1️⃣',
      'Ж',
      '\u0488',
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''))

describe('graphemes', () => {
  it('TEXT10: agrees with the segmenter on the whole text at every offset', () => {
    fc.assert(
      fc.property(hostile, text => {
        const starts = startsOf(text)
        for (let i = 1; i < text.length; i++)
          expect([text, i, isGraphemeBoundary(text, i)]).toEqual([text, i, starts.has(i)])
      }),
      { numRuns: 2000 },
    )
  })

  it('TEXT10: finds the last boundary and the end of the first grapheme', () => {
    fc.assert(
      fc.property(hostile, fc.nat(40), (text, place) => {
        const starts = [...startsOf(text), text.length]
        const atMost = Math.min(place, text.length)
        expect(lastGraphemeBoundary(text, 0, atMost)).toBe(Math.max(...starts.filter(start => start <= atMost)))
        if (text !== '') expect(graphemeEnd(text, 0, text.length, true)).toBe(starts.find(start => start > 0))
      }),
      { numRuns: 2000 },
    )
  })

  it('TEXT10: a run of flags keeps its pairs however long it is', () => {
    const flags = '🇩🇪'.repeat(3000)
    expect(isGraphemeBoundary(flags, 4 * 2500)).toBe(true)
    expect(isGraphemeBoundary(flags, 4 * 2500 + 2)).toBe(false)
  })

  it('TEXT10: says so when a grapheme may go on', () => {
    const marks = `a${'\u0301'.repeat(500)}`
    expect(graphemeEnd(marks, 0, marks.length, false)).toBe(-1)
    expect(graphemeEnd(marks, 0, marks.length, true)).toBe(501)
    expect(graphemeEnd(`${marks}b`, 0, marks.length + 1, false)).toBe(501)
  })
})
