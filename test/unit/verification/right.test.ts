import { describe, expect, it } from 'vitest'
import { support } from '#core/verification/support'
import { judgement } from './judged'
import { RIGHT_CASES_EN } from './right-cases'
import { RIGHT_CASES_HELD } from './right-cases-held'
import { RIGHT_CASES_MENDED } from './right-cases-mended'
import { RIGHT_CASES_MORE } from './right-cases-more'
import { RIGHT_CASES_REGISTERS } from './right-cases-registers'
import { RIGHT_CASES_REGISTERS_ZH } from './right-cases-registers-zh'
import { RIGHT_CASES_ROOMS } from './right-cases-rooms'
import { RIGHT_CASES_ZH } from './right-cases-zh'

const CASES = [
  ...RIGHT_CASES_EN,
  ...RIGHT_CASES_ZH,
  ...RIGHT_CASES_MORE,
  ...RIGHT_CASES_MENDED,
  ...RIGHT_CASES_HELD,
  ...RIGHT_CASES_REGISTERS,
  ...RIGHT_CASES_REGISTERS_ZH,
  ...RIGHT_CASES_ROOMS,
]

/** Right pairs that are doubted nevertheless, so that a change that lets one pass is noticed. */
const DOUBTED: ReadonlySet<string> = new Set([
  'Version 2 was written by Tom Ellery.',
  'The shortest possible timeout is two seconds.',
  'In a game for two, each player is dealt eight cards.',
  'She had six sisters, being the third of seven.',
  'Eight times an hour, that is every seven and a half minutes.',
  'Since ten on Wednesday night.',
  'That it sounds every 30 seconds, which is wrong.',
  'Within two days.',
  'Nine pence for each barrel, to be shared by the three of them.',
  'In 1946, when it was given to a man again.',
  'Tablet T-12 must not be taken together with it.',
  'Seats can be reserved, though not on Sundays.',
])

describe('right pairs as a small model puts them', () => {
  it.each(
    CASES.flatMap(({ language, passage, right }) =>
      right.map(said => [`${said[0]} → ${said[1]}`, language, passage, said] as const),
    ),
  )(
    'SUPPORT1, SUPPORT5, SUPPORT8, SUPPORT10, SUPPORT11, SUPPORT14 to SUPPORT35: what is right passes, but for some: %s',
    (_, passageLanguage, passageText, [instruction, response, rest]) => {
      const found = judgement(support, { instruction, response, ...rest }, { passageText, passageLanguage })
      if (DOUBTED.has(response)) expect(found.result).not.toBe('pass')
      else expect(found).toEqual({ result: 'pass', reason: 'supported' })
    },
  )
})
