import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { RunRequest } from '#core/run/run'
import { placeholderPairs } from '#core/synthesis/placeholder-pairs'
import { multipleChoice } from '#core/synthesis/recipes/multiple-choice/recipe'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import type { RoundPrompt } from '#messages/run-worker'
import { showRound } from '#runner/show-round'
import { scriptedModel } from '#test/unit/synthesis/scripted-model'
import { deskOf } from '#test/unit/tagged/desk-of'
import { fileOf, replayOf, type Room, roomWith, rowsFor, textOf, write } from '#test/unit/tagged/replay-fixtures'

const room = (): Promise<Room> => roomWith([[0, 1].map(textOf), [2, 3].map(textOf)], fileOf(rowsFor([0, 1, 2, 3])))

const shown = async (
  { context }: Room,
  request: RunRequest,
  recipe: typeof readingComprehension | null = null,
  model = deskOf(null),
): Promise<RoundPrompt> =>
  (await showRound(context.store, context.hash, model, { request, recipe, speed: null })) ?? expect.fail()

const wordsOf = ({ parts }: RoundPrompt): string => parts.map(({ content }) => content).join('\n')

describe('what a second round would be sent', () => {
  it('CHAIN10: placeholders stand for pairs that are not written yet, and the written ones take their place', async () => {
    const here = await room()
    const request = replayOf(here, { rounds: 2 })
    const before = await shown(here, request)
    expect(before).toMatchObject({ pairs: 'placeholders', shown: true, exact: false })
    expect(before.parts.map(({ role }) => role)).toEqual([null])
    expect(wordsOf(before)).toMatch(
      /^<s> <CON> [^<]*number 0[\s\S]*<QUE> \[question 1, [^<]*<ANS> \[answer 1\] <\/END>[\s\S]*<\/s><s> <CON> [^<]*number 2[^<]*<\/CON>\n\n$/u,
    )
    expect(before.places).toHaveLength(2)
    await write(here, request)
    const after = await shown(here, request)
    expect(after).toMatchObject({ pairs: 'written', shown: true })
    expect(wordsOf(after)).not.toContain('[question')
    expect(wordsOf(after)).toMatch(/number 0[\s\S]*<QUE> [^[][\s\S]*number 2/u)
  })

  it('CHAIN10: a recipe shows them as its first worked example', async () => {
    const here = await room()
    for (const recipe of [readingComprehension, multipleChoice]) {
      const request = replayOf(here, { rounds: 2 }, { synthesizer: 'chat', recipe: recipe.name, recipeVersion: '' })
      const prompt = await shown(here, request, recipe)
      expect(prompt).toMatchObject({ pairs: 'placeholders', shown: true })
      const [system, passage, answer] = prompt.parts
      expect(system?.role).toBe('system')
      expect(passage?.content).toContain('number 0')
      expect(answer?.content).toContain('[question 1, ')
      expect(prompt.parts.at(-1)?.content).toContain('number 2')
    }
  })

  it('CHAIN10: what does not fit is said not to', async () => {
    const here = await room()
    const model = scriptedModel(() => '')
    const tight = deskOf({
      ...model,
      facts: { ...model.facts, contextTokens: 60 },
      count: async texts => texts.map(() => 50),
    })
    const request = replayOf(here, { rounds: 2 })
    expect(await shown(here, request, null, tight)).toMatchObject({ shown: false, exact: true, parts: [] })
  })

  it('CHAIN10: there is none where no chain has a second round', async () => {
    const here = await room()
    const ask = { recipe: null, speed: null }
    const alone = replayOf(here, { rounds: 1 })
    expect(await showRound(here.context.store, here.context.hash, deskOf(null), { ...ask, request: alone })).toBeNull()
    const few = replayOf(here, { rounds: 3 }, { sample: 1 })
    expect(await showRound(here.context.store, here.context.hash, deskOf(null), { ...ask, request: few })).toBeNull()
  })

  it('CHAIN10: placeholders have the form of the recipe, and rest on sentences of the passage', () => {
    const text = 'One lamp. Two lamps.'
    const [first, second] = placeholderPairs(text, 'en', { task: 'x', form: 'choice' }, 2)
    expect(first?.options).toContain(first?.response)
    expect(text.slice(second?.evidence[0]?.start, second?.evidence[0]?.end)).toBe('Two lamps.')
    const [steps] = placeholderPairs('一盏灯。', 'zh', { task: 'x', form: 'steps' }, 1)
    expect(steps).toMatchObject({ language: 'zh', options: null, task: 'x' })
    expect(steps?.reasoning).toMatch(/步骤/u)
    expect(placeholderPairs('', 'en', { task: 'x', form: 'open' }, 1)[0]?.evidence).toEqual([])
  })
})
