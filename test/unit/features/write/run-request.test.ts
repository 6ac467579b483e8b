import { describe, expect, it } from 'vitest'
import { FAMILIES } from '#core/mining/families'
import { rulesSynthesizer } from '#core/mining/rules-synthesizer'
import { MESSAGES } from '#features/write/messages'
import { byTask } from '#features/write/pair-plots'
import { RULES, rulesRequest } from '#core/mining/rules-request'
import { readSeed, tasksOf, USUAL_FAMILIES } from '#features/write/run-request'

describe('what quick pairs ask for', () => {
  it('names the rules as they name themselves', () => {
    expect(RULES).toEqual({ name: rulesSynthesizer.name, version: rulesSynthesizer.version })
    expect(rulesRequest({ tasks: [], seed: 1, documents: null, sample: 20 })).toMatchObject({
      synthesizer: 'rules',
      engine: 'none',
      model: null,
      sample: 20,
    })
  })

  it('asks for nothing in particular when the choice is the usual one, whatever its order', () => {
    expect(tasksOf(new Set([...USUAL_FAMILIES].reverse()))).toEqual([])
  })

  it('names the chosen ones in the order of the list', () => {
    const [first = '', second = ''] = FAMILIES.map(family => family.name)
    expect(tasksOf(new Set([second, first]))).toEqual([first, second])
  })
})

describe('the seed', () => {
  it.each([
    ['1', 1],
    ['0', 0],
    ['4294967295', 4_294_967_295],
    ['4294967296', null],
    ['-1', null],
    ['1.5', null],
    [' ', null],
    ['one', null],
  ])('%j reads as %s', (text, seed) => expect(readSeed(text)).toBe(seed))
})

describe.each(['en', 'zh'] as const)('words in %s', locale => {
  it.each(FAMILIES.map(family => family.name))('name and explain the family %s', name => {
    const words = MESSAGES[locale].families.words[name]
    expect(words?.title).toBeTruthy()
    expect(words?.body).toBeTruthy()
  })

  it('say why a passage gave nothing', () => {
    const passage = { text: 'x', headings: [], title: null, first: true, seed: 1, tasks: [] } as const
    for (const language of ['en', 'other'] as const) {
      const { reason } = rulesSynthesizer.synthesize({ aborted: false }, { ...passage, language })
      expect(MESSAGES[locale].reasons[reason ?? '']).toBeTruthy()
    }
  })
})

describe('pairs by task', () => {
  it('are summed over states and languages, the most first', () => {
    expect(
      byTask([
        { state: 'ready', task: 'cause', language: 'en', count: 2 },
        { state: 'kept', task: 'cause', language: 'zh', count: 3 },
        { state: 'ready', task: 'list', language: 'en', count: 9 },
        { state: 'ready', task: 'title', language: 'en', count: 5 },
      ]),
    ).toEqual([
      ['list', 9],
      ['cause', 5],
      ['title', 5],
    ])
  })
})
