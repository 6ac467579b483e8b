import { expect } from 'vitest'
import type { PairFilter, ProjectStore } from '#core/ports/project-store'
import type { ProjectModel } from './model'
import { ALL, NEVER } from './samples'

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % list.length]
}

/** Whether a store answers every question as the plain lists do. */
export async function checkAnswers(
  model: ProjectModel,
  store: ProjectStore,
  filter: PairFilter,
  seed: number,
): Promise<void> {
  const place = (pair: { run: number; document: number; start: number }): string =>
    `${pair.document} ${pair.start} ${pair.run}`
  for (const taken of [ALL, filter]) {
    const expected = model.visible(taken)
    const found = await store.pairs(taken, '', 10_000)
    const seen = found.map(({ run, document, pair }) => ({ run, document, start: pair.passage.start, pair }))
    expect(seen.map(place)).toEqual(expected.map(place))
    expect(seen.map(({ pair }) => [pair.state, pair.decision, pair.task, pair.language])).toEqual(
      expected.map(pair => [model.stateOfPair(pair), pair.decision, pair.task, pair.language]),
    )
    const middle = found[Math.floor(found.length / 2)]
    if (middle !== undefined) {
      const at = found.indexOf(middle)
      expect((await store.pairs(taken, middle.key, 3)).map(({ key }) => key)).toEqual(
        found.slice(at + 1, at + 4).map(({ key }) => key),
      )
      expect((await store.pairsBefore(taken, middle.key, 3)).map(({ key }) => key)).toEqual(
        found.slice(Math.max(0, at - 3), at).map(({ key }) => key),
      )
    }
  }
  const sorted = (tallies: readonly object[]): string[] => tallies.map(tally => JSON.stringify(tally)).sort()
  expect(sorted(await store.tallies(null))).toEqual(sorted(model.tallies(ALL)))
  const document = pick(
    model.sources.flatMap(source => source.keys),
    seed,
  )
  if (document !== undefined) {
    expect(sorted(await store.tallies(document))).toEqual(sorted(model.tallies({ ...ALL, document })))
    expect(sorted(await store.checkTallies(document))).toEqual(sorted(model.checkTallies({ ...ALL, document })))
    expect(sorted(await store.passageTallies(document))).toEqual(sorted(model.passageTallies(document)))
  }
  const facets = { ...filter, checks: [], document: null }
  expect(sorted(await store.checkTallies(null, facets))).toEqual(sorted(model.checkTallies(facets)))
  const { checks } = filter
  expect(sorted(await store.tallies(null, checks))).toEqual(sorted(model.tallies({ ...ALL, checks })))
  const keys = new Map((await store.pairs(filter, '', 10_000)).map(({ key }, i) => [model.visible(filter)[i], key]))
  expect(await store.orderedKeys(NEVER, filter, 'doubt')).toEqual(model.byDoubt(filter).map(pair => keys.get(pair)))
  for (const run of model.runs) {
    const settled = [...run.items.keys()].sort((a, b) => a - b)
    expect(await store.settledPositions(run.sequence)).toEqual(settled)
  }
  const counts = (run: { done: number; failed: number; empty: number }) => [run.done, run.failed, run.empty]
  const count = (run: (typeof model.runs)[number], ...states: string[]): number =>
    [...run.items.values()].filter(state => states.includes(state)).length
  const runs = await store.runs()
  expect(runs.map(run => [run.sequence, run.chosen, run.status, ...counts(run)])).toEqual(
    model.runs.map(run => [
      run.sequence,
      run.chosen,
      run.status,
      count(run, 'done', 'empty'),
      count(run, 'failed'),
      count(run, 'empty'),
    ]),
  )
  const { steps, redo } = await store.canUndo()
  expect([steps, redo?.pairs ?? 0]).toEqual([model.done.length, model.undone.at(-1)?.changes.length ?? 0])
}
