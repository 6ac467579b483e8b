import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { LanguageModel } from '#core/ports/engine'
import type { RunRequest } from '#core/run/run'
import { recipeVersion } from '#core/synthesis/recipe-version'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { synthesizerFor } from '#runner/synthesizer-for'
import { scriptedModel } from '#test/unit/synthesis/scripted-model'
import { completing } from '#test/unit/tagged/chain-fixtures'
import { deskOf, MODEL } from '#test/unit/tagged/desk-of'
import {
  answerTo,
  pairsOf,
  replayOf,
  type Room,
  roomWith,
  rowsFor,
  fileOf,
  sawOf,
  textOf,
  write,
} from '#test/unit/tagged/replay-fixtures'

/** The passage that a prompt ends with. */
function askedAbout(prompt: string): number {
  return Number(/number (\d+)/u.exec(prompt.slice(prompt.lastIndexOf('<CON>')))?.[1] ?? -1)
}

/** A project of six passages whose runs are written by a loaded model. */
async function roomFor(model: LanguageModel): Promise<Room> {
  const room = await roomWith([[0, 1, 2].map(textOf), [3, 4, 5].map(textOf)], fileOf(rowsFor([0])))
  const { opened, context } = room
  const writers = { desk: deskOf(model), answers: null }
  return {
    ...room,
    context: {
      ...context,
      synthesizer: (request, onText) => synthesizerFor(opened.store, context.hash, writers, request, onText),
    },
  }
}

const byModel = (room: Room, more: Partial<RunRequest> = {}): RunRequest =>
  replayOf(room, { rounds: 3 }, { engine: 'wllama', model: MODEL, ...more })

describe('chains by a loaded model', () => {
  it('CHAIN2, TAGGED3: each prompt of a chain begins with the one before, its answer and the end of its text', async () => {
    const { complete, requests } = completing(({ prompt }) => `${answerTo(askedAbout(prompt))}\n\n${answerTo(99)}`)
    const room = await roomFor({ ...scriptedModel(() => ''), complete })
    const run = await write(room, byModel(room))
    expect(run).toMatchObject({ status: 'done', pairs: 12 })
    const prompts = requests.map(({ prompt }) => prompt)
    expect(prompts.map(askedAbout)).toEqual([0, 2, 4, 1, 3, 5])
    for (const [at, prompt] of prompts.entries()) {
      const before =
        at % 3 === 0
          ? ''
          : `${prompts[at - 1] ?? ''}${answerTo(askedAbout(prompts[at - 1] ?? ''))}\n\n${answerTo(99)}</s>`
      expect(prompt).toBe(`${before}<s> <CON> ${textOf(askedAbout(prompt)).trim()} </CON>\n\n`)
    }
    const [stored] = await pairsOf(room, run)
    expect(stored?.pair.provenance).toMatchObject({ synthesizer: 'tagged', engine: 'wllama', model: MODEL, reused: 4 })
    expect(stored?.pair.provenance.promptSha256).toBe(room.context.hash.sha256(prompts[0] ?? ''))
  })

  it('CHAIN9: a chat model is shown earlier passages as examples before the recipe’s own, and pairs say which', async () => {
    const recipe = readingComprehension
    const model = scriptedModel(({ messages }) => {
      const about = askedAbout(messages.at(-1)?.content ?? '')
      return `<QUE> Which lamp did the keeper of tower number ${String(about)} light? <ANS> ${textOf(about).slice(0, 40)}. <SRC> ${textOf(about).trim()} </END>`
    })
    const room = await roomFor(model)
    const { context } = room
    const version = recipeVersion(context.hash, recipe)
    await context.store.saveRecipe(context.fence, { version, recipe, own: false, savedAt: 0 })
    const run = await write(room, byModel(room, { synthesizer: 'chat', recipe: recipe.name, recipeVersion: version }))
    expect(run).toMatchObject({ status: 'done', pairs: 6 })
    const shown = model.requests.map(({ messages }) =>
      messages.flatMap(({ role, content }) => (role === 'user' ? [askedAbout(content)] : [])).filter(n => n >= 0),
    )
    // Latest first, then the passage itself; the recipe's own examples hold no tower.
    expect(shown).toEqual([[0], [0, 2], [2, 0, 4], [1], [1, 3], [3, 1, 5]])
    const saw = await sawOf(room, run)
    expect([0, 2, 4, 1, 3, 5].map(n => saw.get(n))).toEqual([[], [0], [2, 0], [], [1], [3, 1]])
  })

  it('RUN10: without its model a run of an instruction synthesizer is paused with that reason', async () => {
    const room = await roomFor(scriptedModel(() => ''))
    expect(await write(room, byModel(room, { model: 'other' }))).toMatchObject({
      status: 'paused',
      problem: { kind: 'model-missing', model: 'other' },
    })
  })
})
