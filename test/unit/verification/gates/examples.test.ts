import { describe, expect, it } from 'vitest'
import { tokenF1 } from '#core/evaluation/token-f1'
import { GROUNDED_WORDS } from '#core/verification/gates/grounded-words'
import { ROUND_TRIP_WORDS } from '#core/verification/gates/round-trip-words'
import { ALONE_WORDS } from '#core/verification/gates/stands-alone-words'
import { locate, saysAgain } from '#core/verification/locate'

const LANGUAGES = ['en', 'zh'] as const

/** Words that point to what a reader without the text does not have. */
const POINTING = /\b(?:this|these|that|above|passage|author|he|she|it|they|here)\b|本文|上文|作者|该|此|他|她|它|这/iu

describe('worked examples of gates', () => {
  it.each(LANGUAGES)(
    'GATE12: a YES stands in its passage word for word, a NO is contradicted by it or foreign to it (%s)',
    language => {
      const { examples } = GROUNDED_WORDS[language]
      expect(examples.map(({ label }) => label).sort()).toEqual(['no', 'no', 'yes', 'yes'])
      expect(examples.filter(({ fault }) => fault === 'outside')).toHaveLength(1)
      for (const { passage, answer, label, fault } of examples) {
        expect(fault === null).toBe(label === 'yes')
        if (fault === null) expect(saysAgain(passage, answer)).toBe(true)
        else if (fault === 'outside') {
          expect(locate(passage, answer)).toEqual([])
          expect(tokenF1(passage, answer, language)).toBeLessThan(0.2)
        } else {
          // The passage says something else at the very place.
          expect(saysAgain(passage, answer)).toBe(false)
          expect(passage).not.toContain(fault.says)
          expect(saysAgain(passage, answer.replace(fault.says, fault.instead))).toBe(true)
        }
      }
    },
  )

  it.each(LANGUAGES)(
    'GATE12: what is called dependent points at something, what is called independent does not (%s)',
    language => {
      const { examples } = ALONE_WORDS[language]
      expect(examples.map(({ label }) => label).sort()).toEqual(['0', '0', '1', '1'])
      for (const { question, label, points } of examples) {
        expect(POINTING.test(question)).toBe(label === '0')
        if (points !== null) expect(question.toLowerCase()).toContain(points)
      }
    },
  )

  it.each(LANGUAGES)('GATE12: a second answer is what its passage says (%s)', language => {
    for (const { passage, answer } of ROUND_TRIP_WORDS[language].examples) {
      expect(saysAgain(passage, answer)).toBe(true)
    }
  })
})
