import { describe, expect, it } from 'vitest'
import { judgeNumbers } from '#core/verification/support/numbers'
import { readPair } from '#core/verification/support/pair-facts'
import { readPassage } from '#core/verification/support/passage-facts'
import { DRAFT } from './judged'
import { RECKONED_EN } from './reckoned-cases-en'
import { RECKONED_ZH } from './reckoned-cases-zh'
import type { Said, SupportCases } from './support-cases'

const ALL = [...RECKONED_EN, ...RECKONED_ZH]

/** What is wrong and not seen, by question and response, so that a change that finds one is noticed. */
const MISSED: ReadonlySet<string> = new Set([
  // Two days of the passage are as far apart.
  'How long was Mr Ashe to stay in bed? → For ten days.',
  '船走了多少天？ → 路上走了十九天。',
  // What is none, and "twice", are not read.
  'How much do crews pay that are no members? → They pay CHF 45.',
  'How often has Vell won the cup? → The club of Vell has won it five times.',
  // Told of the watches.
  'How long was Mr Ashe away for oil? → He was away for eight hours.',
])
/** Right pairs that are doubted nevertheless. */
const DOUBTED: ReadonlySet<string> = new Set([
  'Until when may music be played on a Friday? → Until 12:30 at night, one and a half hours longer than on other days.',
  '逾期一天加收多少？ → 水费的0.1%。',
  "When do boats start? → At ten o'clock.",
])

function holdsBack({ passage, headings, language }: SupportCases, [instruction, response, rest]: Said): boolean {
  const facts = readPassage(passage, headings, language)
  return judgeNumbers(facts, readPair({ ...DRAFT, instruction, response, ...rest }, facts, language)).length > 0
}

const titled = ([question, response]: Said): string => `${question} → ${response}`

describe('numbers that follow, and numbers that do not', () => {
  const right = ALL.flatMap(cases => cases.right.map(said => [titled(said), cases, said] as const))
  it.each(right)(
    'SUPPORT2 to SUPPORT4, SUPPORT29 to SUPPORT32: what a reader would reckon passes: %s',
    (title, cases, said) => {
      expect(holdsBack(cases, said)).toBe(DOUBTED.has(title))
    },
  )

  const wrong = ALL.flatMap(cases => cases.wrong.map(([, ...said]) => [titled(said), cases, said] as const))
  it.each(wrong)('SUPPORT5, SUPPORT30, SUPPORT31: what does not follow is held back: %s', (title, cases, said) => {
    expect(holdsBack(cases, said)).toBe(!MISSED.has(title))
  })
})
