import { describe, expect, it } from 'vitest'
import { support } from '#core/verification/support'
import { judgement } from './judged'

const MARKET =
  'The Saturday market on Dyer Street has 48 stalls, 12 of which sell plants. A stall costs £15 a day, a table £6. Sellers under 18 pay nothing. Anyone who arrives more than 30 minutes late loses the place. Last year the market took in £31,200, of which £7,800 came from tables.'
const MARKET_ZH =
  '集市设48个摊位，其中12个卖花木。摊位每天15元，桌位每天6元。未满18岁者免费。迟到超过30分钟者取消位置。去年集市共收入31200元，其中桌位收入7800元。'

const RIGHT = [
  ['en', 'What share of the takings came from tables?', '25 % (£7,800 of £31,200).'],
  ['en', 'How many stalls sell other things than plants?', 'Thirty-six (48 − 12).'],
  ['en', 'What does a stall cost more than a table?', '£9, since 15 − 6 = 9.'],
  ['en', 'My son is 16 and wants a stall. What does he pay?', 'Nothing, because sellers under 18 pay nothing.'],
  ['en', 'I arrived 45 minutes late. What happens?', 'You lose the place, as 45 minutes is more than 30.'],
  ['zh', '桌位收入占多大比例？', '25%，即31200元中的7800元。'],
  ['zh', '不卖花木的摊位有几个？', '36个（48－12）。'],
  ['zh', '一位16岁的学生要付多少摊位费？', '不用付，未满18岁者免费。'],
  ['zh', '我迟到了45分钟会怎样？', '会被取消位置，因为45分钟超过了30分钟。'],
] as const

const WRONG = [
  ['en', 'What share of the takings came from tables?', '35 % (£7,800 of £31,200).'],
  ['en', 'How many stalls sell other things than plants?', 'Thirty-eight (48 − 12).'],
  ['en', 'My son is 16 and wants a stall. What does he pay?', 'He pays £11 a day.'],
  ['en', 'How late may a seller be?', 'At most 50 minutes.'],
  ['zh', '桌位收入占多大比例？', '35%，即31200元中的7800元。'],
  ['zh', '不卖花木的摊位有几个？', '38个（48－12）。'],
  ['zh', '一位16岁的学生要付多少摊位费？', '每天付11元。'],
] as const

describe('numbers of a case, and numbers whose parts are shown', () => {
  const judge = (language: 'en' | 'zh', instruction: string, response: string): string =>
    judgement(
      support,
      { instruction, response },
      { passageText: language === 'en' ? MARKET : MARKET_ZH, passageLanguage: language },
    ).result

  it.each(RIGHT)('SUPPORT4, SUPPORT6: what is shown or supposed passes (%s): %s %s', (...said) => {
    expect(judge(...said)).toBe('pass')
  })

  it.each(WRONG)(
    'SUPPORT4, SUPPORT6: what its parts do not make, or nobody said, is no pass (%s): %s %s',
    (...said) => {
      expect(judge(...said)).not.toBe('pass')
    },
  )
})
