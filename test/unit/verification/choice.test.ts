import { describe, expect, it } from 'vitest'
import { choice } from '#core/verification/choice'
import { judged, judgement, milliseconds, namesOf } from './judged'

const options = ['At 30 °C', 'At 60 °C', 'At 90 °C', 'At 120 °C']
const look = (response: string, of: readonly string[] | null = options): string =>
  judged(choice, { form: 'choice', options: of, response })

describe('choice', () => {
  it.each(['At 90 °C', 'at 90 °C.', ' “At 90 °C” ', 'Ａt 90 °C', 'At  90 °C. There the motor stops by itself.'])(
    'CHOICE1: an option, whatever its case, width and ends: %j',
    response => expect(look(response)).toBe('pass choice-sound'),
  )

  it.each(['At 95 °C', '90', 'At 90 °C or at 120 °C', 'Option three', ''])(
    'CHOICE1: anything else fails: %j',
    response => expect(look(response)).toBe('fail choice-no-option'),
  )

  it('CHOICE1: none of them is an answer, in both languages', () => {
    expect(look('None of the above.')).toBe('pass choice-sound')
    expect(look('以上都不对。', ['橡木', '松木'])).toBe('pass choice-sound')
    expect(look('橡木。', ['橡木', '松木'])).toBe('pass choice-sound')
    expect(look('榆木。', ['橡木', '松木'])).toBe('fail choice-no-option')
  })

  it('CHOICE2: at least two, none empty, all different', () => {
    expect(look('Oak', null)).toBe('fail choice-too-few')
    expect(look('Oak', ['Oak'])).toBe('fail choice-too-few')
    expect(look('Oak', ['Oak', ' '])).toBe('fail choice-empty-option')
    expect(look('Oak', ['Oak', 'oak.'])).toBe('fail choice-same-options')
    expect(judgement(choice, { form: 'choice', options: ['Oak', 'Pine', 'ＯＡＫ'], response: 'Oak' }).values).toEqual({
      option: 'ＯＡＫ',
    })
  })

  it('CHOICE2: signs that say something make a difference', () => {
    expect(look('-5 °C', ['5 °C', '-5 °C'])).toBe('pass choice-sound')
    expect(look('5 %', ['5', '5 %'])).toBe('pass choice-sound')
    expect(look('C++', ['C', 'C++', '+', '-'])).toBe('pass choice-sound')
  })

  it.each([
    ['A. Oak', 'B. Pine'],
    ['- Oak', '- Pine'],
    ['Oak </END>', 'Pine'],
    ['选项：橡木', '松木'],
    ['Oak\nB) Pine', 'Elm'],
  ])('CHOICE3: debris is a doubt: %j', (...of) => expect(look(of[0], of)).toBe('doubt choice-debris'))

  it.each([
    ['1.5 m', '2.5 m'],
    ['3: 2', '4: 2'],
    ['A lamp', 'I do not know'],
    ['a.m.', 'p.m.'],
  ])('CHOICE3: numbers and articles are none: %j', (...of) => expect(look(of[0], of)).toBe('pass choice-sound'))

  it('CHOICE4: a letter alone is a doubt, one that no option has fails', () => {
    expect(look('C')).toBe('doubt choice-letter')
    expect(look('(b)')).toBe('doubt choice-letter')
    expect(look('E')).toBe('fail choice-no-option')
  })

  it('CHOICE2: is silent about pairs that are no choice', () => {
    expect(namesOf({})).not.toContain('choice')
    expect(namesOf({ form: 'choice' })).toContain('choice')
    expect(namesOf({ options: ['Oak', 'Pine'] })).toContain('choice')
  })

  it('CHOICE5: a megabyte of marks in options and answer costs no more than what is read', () => {
    for (const unit of ['a', '-', '. ', '1.', '“', '\n- ']) {
      const long = unit.repeat(1_000_000 / unit.length)
      expect(milliseconds(() => look(long, [long, `${long}b`, 'c']))).toBeLessThan(150)
    }
    const many = Array.from({ length: 100_000 }, (_, i) => `option ${i}`)
    expect(milliseconds(() => look('option 5', many))).toBeLessThan(150)
  })
})
