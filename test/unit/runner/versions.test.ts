import { describe, expect, it } from 'vitest'
import type { PairKey, StoredPair } from '#core/ports/project-store'
import type { Run } from '#core/run/run'
import { PERSON_REQUEST } from '#core/synthesis/person-pair'
import type { Pair } from '#core/synthesis/pair'
import type { EngineState } from '#messages/run-worker'
import { type AddContext, addPair } from '#runner/add-pair'
import { answerPairAgain } from '#runner/answer-again'
import type { EngineDesk } from '#runner/engine-desk'
import { fakeProject } from '#test/screens/fake-data'
import { fakeReader } from '#test/screens/fake-reader'
import { nodeHash } from '#test/unit/storage/node-hash'
import { scriptedModel, type ScriptedModel } from '#test/unit/synthesis/scripted-model'

const project = fakeProject({ sources: 2, pairs: 8 })
const [FIRST] = project.pairs
const reader = fakeReader(project)

/** A desk with a model on it, or with none. */
function deskWith(model: ScriptedModel | null): EngineDesk {
  const state: EngineState =
    model === null
      ? { state: 'none' }
      : {
          state: 'ready',
          model: 'qwen',
          engine: 'wllama',
          facts: model.facts,
          speed: { prefill: 1, decode: 1, loadMs: 1 },
        }
  const never = () => Promise.reject(new RangeError('not asked for'))
  return {
    state: () => state,
    model: () => {
      if (model === null) throw new RangeError('no model')
      return model
    },
    load: never,
    unload: never,
    restart: never,
    speed: () => null,
    network: () => Promise.resolve(null),
  }
}

const signal = new AbortController().signal

describe('answering a stored pair again', () => {
  it('AGAIN1: asks about the passage that the pair was written for', async () => {
    const model = scriptedModel(() => 'Because of the soot.')
    const heard: string[] = []
    const ask = { key: FIRST?.key ?? '', seed: 3 }
    const version = await answerPairAgain(signal, reader, deskWith(model), ask, added => heard.push(added))
    expect(version).toMatchObject({ response: 'Because of the soot.', reason: null, model: 'qwen' })
    expect(heard.join('')).toBe('Because of the soot.')
    const said = model.requests[0]?.messages.at(-1)?.content ?? ''
    expect(said).toContain(FIRST?.pair.instruction)
    expect(said).toContain('Coal braziers stood on the oldest towers.')
    expect(said).not.toContain('Parts of a lens')
  })

  it('AGAIN3: without a model, and for a pair that is gone, it says so', async () => {
    const ask = { key: FIRST?.key ?? '', seed: 3 }
    await expect(answerPairAgain(signal, reader, deskWith(null), ask, () => undefined)).rejects.toMatchObject({
      problem: { kind: 'model-missing' },
    })
    const gone = { key: 'gone', seed: 3 }
    const desk = deskWith(scriptedModel(() => 'x'))
    await expect(answerPairAgain(signal, reader, desk, gone, () => undefined)).rejects.toMatchObject({
      problem: { kind: 'unexpected' },
    })
  })
})

interface Added {
  readonly run: number
  readonly place: { readonly document: number; readonly start: number }
  readonly pair: Pair
}

/** What the store is asked for, and the runs that it was given. */
function keeping() {
  const added: Added[] = []
  const runs: Run[] = []
  const context: AddContext = {
    fence: 4,
    hash: nodeHash,
    detect: () => 'en',
    clock: { now: () => 12, elapsed: () => 0 },
    store: {
      ...reader,
      createRun: (_fence, run) => {
        const known = runs.find(one => one.id === run.id)
        const made = known ?? { ...run, sequence: runs.length + 3 }
        if (known === undefined) runs.push(made)
        return Promise.resolve(made)
      },
      addPair: (_fence, run, place, pair): Promise<PairKey> => {
        added.push({ run, place, pair })
        return Promise.resolve(`key ${added.length}`)
      },
    },
  }
  return { context, added, runs }
}

function ownOf({ document, pair }: StoredPair) {
  const { start, end } = pair.passage
  return {
    document,
    passage: { start, end },
    instruction: '  What did braziers eat? ',
    response: 'Half a ton of coal a night.',
    needsPassage: true,
    quote: { start: 20, end: 40 },
  }
}

describe('adding a pair of one’s own', () => {
  it('OWN1: it is kept, rests on what was selected, and was looked at by the checks', async () => {
    const { context, added } = keeping()
    if (FIRST === undefined) throw new RangeError('no pair')
    expect(await addPair(context, ownOf(FIRST))).toBe('key 1')
    const [{ place, pair } = { place: null, pair: null }] = added
    expect(place).toEqual({ document: FIRST.document, start: FIRST.pair.passage.start })
    expect(pair).toMatchObject({
      instruction: 'What did braziers eat?',
      response: 'Half a ton of coal a night.',
      decision: 'keep',
      state: 'kept',
      needsPassage: true,
      evidence: [{ start: 20, end: 40, how: 'quoted' }],
      passage: FIRST.pair.passage,
      provenance: { synthesizer: 'person', engine: 'none', model: null, promptSha256: null },
    })
    expect(pair?.checks.length).toBeGreaterThan(2)
  })

  it('OWN1: what was selected beyond the passage is cut to it', async () => {
    const { context, added } = keeping()
    if (FIRST === undefined) throw new RangeError('no pair')
    const { start, end } = FIRST.pair.passage
    await addPair(context, { ...ownOf(FIRST), quote: { start: 10, end: 1_000_000 } })
    expect(added[0]?.pair.evidence).toEqual([{ start: 10, end: end - start, how: 'quoted' }])
  })

  it('OWN2: all of a project’s own pairs lie in one run, which has no plan and is done', async () => {
    const { context, added, runs } = keeping()
    for (const stored of project.pairs.slice(0, 3)) await addPair(context, ownOf(stored))
    expect(runs).toHaveLength(1)
    expect(runs[0]).toMatchObject({ status: 'done', total: 0, chosen: true, request: PERSON_REQUEST })
    expect(added.map(({ run }) => run)).toEqual([3, 3, 3])
  })
})
