import { describe, expect, it } from 'vitest'
import type { Draft } from '#core/synthesis/pair'
import { support } from '#core/verification/support'
import { standsVerbatim } from '#core/verification/support/verbatim'
import { DRAFT, judged } from './judged'

function plainDraft(instruction: string, response: string): Draft {
  return { ...DRAFT, instruction, response }
}

describe('SUPPORT13: a response in whole sentences of the passage', () => {
  const passage =
    'The tower at Skerry Point was built in 1759 by Anna Holm. It stood for 123 years until the sea took the rock.'
  const chinese = '青沙河发源于鹿鸣山北坡。张衡教授在一九六三年主持修建了云岭大坝，水库于次年开始蓄水发电。'
  const said = 'It stood for 123 years until the sea took the rock.'
  const saidInChinese = '张衡教授在一九六三年主持修建了云岭大坝，水库于次年开始蓄水发电。'

  it.each([
    ['How long did the tower stand?', said],
    ['What became of the tower of 1759 at Skerry Point?', said],
    ['Who built the tower, and what is told of "Skerry Point"?', passage],
  ])('needs no further reading when all that %j presupposes stands there', (instruction, response) => {
    expect(standsVerbatim(plainDraft(instruction, response), passage, [])).toBe(true)
    expect(judged(support, { instruction, response }, { passageText: passage })).toBe('pass supported')
  })

  it.each([
    ['a figure that is not there', 'What became of the tower of 1795?', said],
    ['a number in words', 'For how many years did the two towers stand?', said],
    ['a name that is not there', 'How long did the tower of Marten stand?', said],
    ['a quotation that is not there', 'How long did “the lamp” stand?', said],
    ['a response that breaks off', 'How long did the tower stand?', 'It stood for 123 years until the sea'],
    ['a response that begins in a sentence', 'How long?', 'stood for 123 years until the sea took the rock.'],
    ['a word changed', 'How long did the tower stand?', said.replace('sea', 'ice')],
  ])('is read like any other with %s', (_, instruction, response) => {
    expect(standsVerbatim(plainDraft(instruction, response), passage, [])).toBe(false)
  })

  it('reads Chinese names and numerals of the question', () => {
    expect(standsVerbatim(plainDraft('张衡教授做了什么？', saidInChinese), chinese, [])).toBe(true)
    expect(standsVerbatim(plainDraft('王平教授做了什么？', saidInChinese), chinese, [])).toBe(false)
    expect(standsVerbatim(plainDraft('一九六五年发生了什么？', saidInChinese), chinese, [])).toBe(false)
    expect(standsVerbatim(plainDraft('石桥镇发生了什么？', saidInChinese), chinese, [])).toBe(false)
  })

  it('takes headings for what stands above the passage', () => {
    expect(standsVerbatim(plainDraft('How long did the tower of Fjord stand?', said), passage, [])).toBe(false)
    expect(standsVerbatim(plainDraft('How long did the tower of Fjord stand?', said), passage, ['Fjord'])).toBe(true)
  })
})
