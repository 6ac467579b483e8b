import { describe, expect, it } from 'vitest'
import { rulesSynthesizer } from '#core/mining/rules-synthesizer'
import { mine } from '#test/unit/mining/mine'

const on = { aborted: false }
const plain = { headings: [], title: null, first: false, seed: 1, tasks: [] } as const

describe('rulesSynthesizer', () => {
  it('MINE1: says why there is no pair', () => {
    const empty = { drafts: [], raw: null, promptSha256: null, reused: null, attempts: 1, usage: null }
    expect(rulesSynthesizer.synthesize(on, { ...plain, text: 'Nothing here.', language: 'en' })).toEqual({
      ...empty,
      reason: 'no-pattern',
    })
    expect(rulesSynthesizer.synthesize(on, { ...plain, text: 'Ein Satz.', language: 'other' })).toEqual({
      ...empty,
      reason: 'language-without-rules',
    })
    expect(rulesSynthesizer.synthesize({ aborted: true }, { ...plain, text: 'x', language: 'en' }).reason).toBe(
      'cancelled',
    )
  })

  it('MINE1: a pair carries its task, its form and the place of its answer', () => {
    const text = 'Intro words come first. The harvest failed because a late frost had killed the blossom. More follows.'
    const completion = rulesSynthesizer.synthesize(on, { ...plain, text, language: 'en' })
    expect(completion).toMatchObject({ raw: null, reason: null, promptSha256: null, reused: null })
    const [draft] = completion.drafts
    expect(draft).toMatchObject({ task: 'cause', form: 'open', options: null, reasoning: null, needsPassage: true })
    expect(draft?.response).toBe('The harvest failed because a late frost had killed the blossom.')
    expect(draft?.evidence).toEqual([{ start: 24, end: 24 + (draft?.response.length ?? 0), how: 'quoted' }])
  })

  it('MINE16: writes the chosen tasks and no others', () => {
    const text =
      'A barometer is an instrument that measures the pressure of the air. The match was cancelled because heavy rain fell.'
    expect(mine(text).map(({ task }) => task)).toEqual(['definition', 'cause'])
    expect(mine(text, { tasks: ['cause'] }).map(({ task }) => task)).toEqual(['cause'])
    expect(mine(text, { tasks: ['summary'] })).toEqual([])
  })

  it('MINE14: at most two pairs of a family', () => {
    const causes = ['The mill', 'The dam', 'The quay', 'The inn'].map(
      name => `${name} was closed because the river rose.`,
    )
    expect(mine(causes.join(' '))).toHaveLength(2)
  })

  it('MINE15: one sentence gives one pair, of the rule that is surer', () => {
    const drafts = mine('If the tank is empty, the pump stops because a float opens the switch.')
    expect(drafts).toHaveLength(1)
  })

  it('MINE19: needs its passage unless a named thing is defined for everyone', () => {
    expect(mine('A barometer is an instrument that measures the pressure of the air.')[0]?.needsPassage).toBe(false)
    expect(mine('光合作用是绿色植物把水和二氧化碳转化为糖类的过程。')[0]?.needsPassage).toBe(false)
    expect(mine('A component is an object that draws itself. It is made with `define()`.')[0]?.needsPassage).toBe(true)
    expect(mine('本办法自一月起施行。本办法所称中心镇，是指经批准设立的重点建制镇。')[0]?.needsPassage).toBe(true)
    expect(mine('The harvest failed because a late frost had come.')[0]?.needsPassage).toBe(true)
  })
})
