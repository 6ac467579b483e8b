import { describe, expect, it } from 'vitest'
import type { Draft } from '#core/synthesis/pair'
import { completeness } from '#core/verification/completeness'
import { support } from '#core/verification/support'
import { judged } from './judged'

const RIGHT = 'pass supported'

const WHARF = `HARBOUR ORDER OF TELSEA
Boats under 6 metres may moor at the north steps; a boat that was registered before May 2009 needs no plate. Children from 5 to 9 years must wear a vest, and nobody under 12 may dive alone. The gates open at 7 a.m. and close at 9 p.m. A mooring costs 40 crowns a week and is paid within an hour of arrival; a key is lent for a year. In 2018 the harbour earned 2.4 million crowns, in the year before 1.9 million. Between low and high water the level rises from 1.1 to 4.3 metres. About one fifth of the boats are sailing boats. Rinse the ropes with fresh water. The harbour master is Judith Okello; her deputy is Ivar Brandt.`

const PIER = `渡口管理办法
船长不满6米的小船可停北侧石阶，2009年5月以前登记的船不必挂牌。2018年码头收入2.4亿元，上一年为1.9亿元。汛期水位从1.1米升到4.3米，涨幅因年份而异。清乾隆年间，闽人林阿九在此设渡，用樟木造船八条，往来的多是老人和挑夫。码头由站长梁秋实管理，渡船由船工纪大海驾驶。`

const on =
  (passageText: string, passageLanguage: 'en' | 'zh') =>
  (instruction: string, response: string, rest: Partial<Draft> = {}): string =>
    judged(support, { instruction, response, ...rest }, { passageText, passageLanguage })
function once(run: () => unknown): number {
  const started = performance.now()
  run()
  return performance.now() - started
}

const english = on(WHARF, 'en')
const chinese = on(PIER, 'zh')
const steps = (reasoning: string): Partial<Draft> => ({ form: 'steps', reasoning })

describe('rules that leave right pairs alone and still tell wrong ones', () => {
  it('SUPPORT3: an amount without its number, the part of the day, a share in words', () => {
    expect(english('When must the fee be paid?', 'Within 60 minutes.')).toBe(RIGHT)
    expect(english('For how long is a key lent?', 'For twelve months.')).toBe(RIGHT)
    expect(english('When do the gates open?', 'At seven in the morning.')).toBe(RIGHT)
    expect(english('When do the gates close?', 'At nine in the evening.')).toBe(RIGHT)
    expect(english('What share of the boats sails?', 'Around 20 per cent.')).toBe(RIGHT)
    expect(english('When must the fee be paid?', 'Within 90 minutes.')).not.toBe(RIGHT)
    expect(english('For how long is a key lent?', 'For eighteen months.')).not.toBe(RIGHT)
    expect(english('When do the gates open?', 'At seven in the evening.')).not.toBe(RIGHT)
    expect(english('When do the gates close?', 'At a quarter past nine in the evening.')).not.toBe(RIGHT)
    expect(english('What share of the boats sails?', 'Around 30 per cent.')).not.toBe(RIGHT)
  })

  it('SUPPORT4: the year before, and steps that leave out the scale', () => {
    expect(english('In which year were 1.9 million crowns earned?', 'In 2017.')).toBe(RIGHT)
    expect(chinese('2017年码头收入多少？', '1.9亿元。')).toBe(RIGHT)
    expect(chinese('收入增加了多少？', '0.5亿元', steps('2.4－1.9＝0.5。'))).toBe(RIGHT)
    expect(english('When did the harbour earn 1.9 million crowns?', 'In 2015 it earned that much.')).not.toBe(RIGHT)
    expect(chinese('收入增加了多少？', '0.7亿元', steps('2.6－1.9＝0.7。'))).not.toBe(RIGHT)
  })

  it('SUPPORT5: the ends of a stretch are told apart by their marks, and what a title says holds for all', () => {
    expect(english('How high is the level at high water?', 'At high water it is 4.3 metres.')).toBe(RIGHT)
    expect(chinese('汛期水位最高多少？', '最高4.3米。')).toBe(RIGHT)
    expect(english('Where does this order apply?', 'In the harbour of Telsea.')).toBe(RIGHT)
    expect(english('What does a mooring cost?', 'It costs 60 crowns a week.')).not.toBe(RIGHT)
  })

  it('SUPPORT6: a case that a limit of the passage decides may stand in a question, another figure may not', () => {
    expect(english('Must a child of seven years wear a vest?', 'Yes, it must.', { form: 'yes-no' })).toBe(RIGHT)
    expect(english('Where may a boat of 4 metres moor?', 'At the north steps.')).toBe(RIGHT)
    expect(english('Does a boat registered in 2003 need a plate?', 'It needs none.')).toBe(RIGHT)
    expect(chinese('一条4米长的小船停在哪里？', '可以停在北侧石阶。')).toBe(RIGHT)
    expect(english('Why does a mooring cost 75 crowns?', 'That is the price of a week.')).not.toBe(RIGHT)
    expect(english('Why did it earn 3.1 million crowns?', 'Because many boats came.')).not.toBe(RIGHT)
  })

  it('SUPPORT7: the verb of an order is no name; a reign and a province may be said in short', () => {
    expect(english('What is done with the ropes?', 'Wash them with fresh water.')).toBe(RIGHT)
    expect(chinese('林阿九是哪里人？', '他是福建人。')).toBe(RIGHT)
    expect(chinese('渡口是什么朝代设的？', '清朝。')).toBe(RIGHT)
    expect(english('Who is the deputy?', 'Hollis is the deputy.')).not.toBe(RIGHT)
    expect(chinese('林阿九是哪里人？', '他是浙江人。')).not.toBe(RIGHT)
    expect(chinese('渡口是什么朝代设的？', '明朝。')).not.toBe(RIGHT)
  })

  it('SUPPORT14, SUPPORT18: a longer word for the same thing is no other thing', () => {
    expect(chinese('来往渡口的多是些什么人？', '往来的多是老年人和挑夫。')).toBe(RIGHT)
    expect(chinese('码头由谁管理？', '码头由站长梁秋实负责管理。')).toBe(RIGHT)
    expect(chinese('码头由谁管理？', '码头由船工纪大海管理。')).not.toBe(RIGHT)
    expect(chinese('造船用的是什么木头？', '造船用的是松木。')).not.toBe(RIGHT)
  })

  it('CHECK5: a clause that was taken over whole needs no end mark, one that was broken off does', () => {
    const of = (passageText: string, response: string): string =>
      judged(completeness, { instruction: '怎样？', response }, { passageText, passageLanguage: 'zh' })
    expect(of(PIER, '汛期水位从1.1米升到4.3米，涨幅因年份而异')).toBe('pass complete')
    expect(of(PIER, '清乾隆年间，闽人林阿九在此设渡')).toBe('pass complete')
    expect(of(PIER, '清乾隆年间，闽人林阿九在此设渡，用樟木造')).toBe('doubt cut-off')
    expect(judged(completeness, { response: 'Judge R. Amadi' })).toBe('pass complete')
    expect(judged(completeness, { response: 'It burns slowly. The keepers then' })).toBe('doubt cut-off')
  })

  it('SUPPORT12, CHECK14: hostile passages cost no more than their length', () => {
    const hostile = [
      'Fit 5 GB the Pull a year 12 km from 3 to 7 km. '.repeat(900),
      'under 5 years a year '.repeat(1_900),
      '从1米升到2米，不满3米，上一年2018年'.repeat(1_800),
    ]
    for (const passageText of hostile) {
      const response = 'Take 9 GB in 2017, 11 hours, 13 years and 4 km. '.repeat(160)
      expect(once(() => judged(support, { instruction: response, response }, { passageText }))).toBeLessThan(4_000)
    }
  })
})
