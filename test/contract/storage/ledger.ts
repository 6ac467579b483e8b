import { describe, expect, it } from 'vitest'
import type { ItemOutcome } from '#core/ports/project-store'
import type { PlanItem, RejectedWords } from '#core/run/run'
import type { Pair } from '#core/synthesis/pair'
import { ALL, addSource, everyPair, fullRun, NEVER, newPair, newRun, outcomeOf, planOver } from './samples'
import { type MakeStore, onStore } from './harness'

export function ledgerRules(make: MakeStore): void {
  describe('the ledger', () => {
    it(
      'LEDGER1: a run and its frozen plan are stored at once, and the same id gives the same run back',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        const { keys } = await addSource(under.store, fence, 'a', 3, 1_700)
        const plan = planOver(keys, 1_700)
        const run = await under.store.createRun(fence, newRun('same', plan.length), plan, [])
        const again = await under.store.createRun(fence, newRun('same', 1), [], [])
        expect(again).toEqual(run)
        const store = await under.reopen()
        expect(await store.runs()).toEqual([run])
        expect(await store.planItems(run.sequence, 4_090, 20)).toEqual(plan.slice(4_090, 4_110))
        expect(await store.planItems(run.sequence, 5_095, 100)).toEqual(plan.slice(5_095))
        expect(await store.planItems(run.sequence, 9_000, 5)).toEqual([])
        expect(await store.planItems(run.sequence, 0, plan.length)).toEqual(plan)
      }),
    )

    it(
      'LEDGER2: items, pairs and counters commit together and survive a reload',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        const { keys } = await addSource(under.store, fence, 'a', 2, 3)
        const plan = planOver(keys, 3)
        const { sequence } = await under.store.createRun(fence, newRun('r', plan.length), plan, [])
        const [first, second, third, fourth] = plan
        if (!first || !second || !third || !fourth) throw new Error('plan too short')
        const pairs = [newPair('r', first, 0, { task: 'cause' }), newPair('r', first, 1, { result: 'doubt' })]
        const failed = {
          position: 2,
          state: 'failed',
          attempts: 2,
          pairs: 0,
          reason: 'timeout',
          raw: 'half an ans',
        } as const
        const run = await under.store.commit(
          fence,
          sequence,
          [outcomeOf(first, pairs), outcomeOf(second, []), { ...outcomeOf(third, []), item: failed }],
          [3],
          250,
        )
        expect(run).toMatchObject({ done: 2, empty: 1, failed: 1, pairs: 2, activeMs: 250 })
        const store = await under.reopen()
        expect(await store.runs()).toEqual([run])
        expect(await store.settledPositions(sequence)).toEqual([0, 1, 2])
        expect(await store.item(sequence, 3)).toMatchObject({ state: 'leased', attempts: 1 })
        expect(await store.item(sequence, 4)).toBeUndefined()
        const troubled = await store.troubledItems(sequence, -1, 10)
        expect(troubled.map(item => [item.position, item.reason])).toEqual([
          [1, 'nothing-found'],
          [2, 'timeout'],
        ])
        expect(await store.troubledItems(sequence, 1, 10)).toEqual([failed])
        const stored = await store.pairs(ALL, '', 10)
        expect(stored.map(({ pair }) => pair)).toEqual(pairs)
        expect(await store.pair(stored[1]?.key ?? '')).toEqual(stored[1])
      }),
    )

    it(
      'LEDGER3: a position that is settled is never written twice',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 1, 2)
        const plan = planOver(keys, 2)
        const { sequence } = await store.createRun(fence, newRun('r', plan.length), plan, [])
        const [first] = plan
        if (!first) throw new Error('no plan')
        const once = await store.commit(fence, sequence, [outcomeOf(first, [newPair('r', first, 0)])], [], 0)
        const again = [newPair('r', first, 0, { instruction: 'Other?' }), newPair('r', first, 1)]
        const twice = await store.commit(fence, sequence, [outcomeOf(first, again), outcomeOf(first, again)], [0], 0)
        expect(twice).toEqual(once)
        expect((await store.pairs(ALL, '', 10)).map(({ pair }) => pair)).toEqual([newPair('r', first, 0)])
      }),
    )

    it(
      'LEDGER11: pieces of answers that are no pair stay with their item, and the run counts them by reason',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys, source } = await addSource(store, fence, 'a', 1, 3)
        const plan = planOver(keys, 3)
        const { sequence } = await store.createRun(fence, newRun('r', plan.length), plan, [])
        const [first, second, third] = plan
        if (!first || !second || !third) throw new Error('no plan')
        const one = { reason: 'truncated', raw: '<QUE> a' }
        const other = { reason: 'no-answer', raw: '<QUE> b </END>' }
        const withPieces = (
          item: PlanItem,
          pairs: readonly Pair[],
          rejected: readonly RejectedWords[],
        ): ItemOutcome => {
          const outcome = outcomeOf(item, pairs)
          return { ...outcome, item: { ...outcome.item, rejected } }
        }
        const written = withPieces(first, [newPair('r', first, 0)], [one, other])
        const nothing = withPieces(second, [], [one])
        const run = await store.commit(fence, sequence, [written, nothing], [], 0)
        expect(run.rejected).toEqual({ truncated: 2, 'no-answer': 1 })
        expect(await store.item(sequence, 0)).toEqual(written.item)
        expect(await store.troubledItems(sequence, -1, 9)).toEqual([nothing.item])
        expect(await store.rejectedItems(sequence, -1, 9)).toEqual([written.item, nothing.item])
        expect(await store.rejectedItems(sequence, -1, 1)).toEqual([written.item])
        expect(await store.rejectedItems(sequence, 0, 9)).toEqual([nothing.item])
        expect(await store.rejectedItems(sequence, 1, 9)).toEqual([])
        await store.deleteSource(NEVER, fence, source)
        await store.commit(fence, sequence, [withPieces(third, [], [one])], [], 0)
        expect(await store.item(sequence, 2)).not.toHaveProperty('rejected')
      }),
    )

    it(
      'LEDGER4: a leased position is not settled; each new lease of it is one more attempt',
      onStore(make, async under => {
        const fence = await under.store.takeFence()
        const { keys } = await addSource(under.store, fence, 'a', 1, 3)
        const plan = planOver(keys, 3)
        const { sequence } = await under.store.createRun(fence, newRun('r', plan.length), plan, [])
        await under.store.commit(fence, sequence, [], [0, 1], 0)
        const store = await under.reopen()
        const next = await store.takeFence()
        await store.commit(next, sequence, [], [0], 0)
        expect(await store.item(sequence, 0)).toMatchObject({ state: 'leased', attempts: 2 })
        expect(await store.settledPositions(sequence)).toEqual([])
        const [first] = plan
        if (!first) throw new Error('no plan')
        await store.commit(next, sequence, [outcomeOf(first, [])], [], 0)
        expect(await store.item(sequence, 0)).toMatchObject({ state: 'done', attempts: 2 })
        expect(await store.settledPositions(sequence)).toEqual([0])
      }),
    )

    it(
      'LEDGER5: a result for a document that was deleted meanwhile is skipped and says why',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const a = await addSource(store, fence, 'a', 1, 1)
        const b = await addSource(store, fence, 'b', 1, 1)
        const plan = planOver([...a.keys, ...b.keys], 1)
        const { sequence } = await store.createRun(fence, newRun('r', plan.length), plan, [])
        await store.deleteSource(NEVER, fence, a.source)
        const run = await store.commit(
          fence,
          sequence,
          plan.map(item => outcomeOf(item, [newPair('r', item, 0)])),
          [],
          0,
        )
        expect(run).toMatchObject({ done: 1, pairs: 1 })
        expect(await store.item(sequence, 0)).toMatchObject({ state: 'skipped', pairs: 0, reason: 'document-deleted' })
        expect((await store.pairs(ALL, '', 10)).map(({ document }) => document)).toEqual(b.keys)
      }),
    )

    it(
      'LEDGER6: two items of one run may share a passage; their pairs follow each other',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 1, 1)
        const [item] = planOver(keys, 1)
        if (!item) throw new Error('no plan')
        const plan = [0, 1, 2].map(position => ({ ...item, position, round: position }))
        const { sequence } = await store.createRun(fence, newRun('r', 3), plan, [])
        const outcomes = plan.map(each =>
          outcomeOf(each, [newPair('r', each, each.position * 2), newPair('r', each, each.position * 2 + 1)]),
        )
        await store.commit(fence, sequence, outcomes.slice(0, 2), [], 0)
        await store.commit(fence, sequence, outcomes.slice(2), [], 0)
        const stored = await store.pairs(ALL, '', 10)
        expect(stored.map(({ pair }) => pair)).toEqual(outcomes.flatMap(({ pairs }) => pairs))
      }),
    )

    it(
      'RUN6: a run that takes the place of others un-chooses them; choosing brings them back',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 2, 2)
        const first = await fullRun(store, fence, 'one', keys, 2, 2)
        const plan = planOver(keys, 2)
        const second = await store.createRun(fence, newRun('two', plan.length), plan, [first.run.sequence])
        expect(await everyPair(store, ALL)).toEqual([])
        expect(await store.tallies(null)).toEqual([])
        await store.chooseRun(fence, first.run.sequence, true)
        expect((await everyPair(store, ALL)).length).toBe(8)
        await store.setRunStatus(fence, second.sequence, 'paused', { kind: 'quota-full' })
        expect((await store.runs()).map(run => [run.chosen, run.status])).toEqual([
          [true, 'running'],
          [true, 'paused'],
        ])
      }),
    )

    it(
      'LEDGER7: decided and edited pairs of given runs are found, chosen or not',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const { keys } = await addSource(store, fence, 'a', 2, 4)
        const { run } = await fullRun(store, fence, 'one', keys, 4)
        const [kept, , edited, dropped] = await store.pairs(ALL, '', 4)
        if (!kept || !edited || !dropped) throw new Error('too few')
        await store.decide(NEVER, fence, { keys: [kept.key] }, 'keep', () => undefined)
        await store.decide(NEVER, fence, { keys: [dropped.key] }, 'drop', () => undefined)
        const original = { instruction: edited.pair.instruction, response: edited.pair.response }
        await store.edit(fence, edited.key, { ...edited.pair, instruction: 'Better?', original })
        await store.chooseRun(fence, run.sequence, false)
        const found = await store.decidedPairs([run.sequence])
        expect(found.map(({ key, pair }) => [key, pair.decision, pair.instruction])).toEqual([
          [kept.key, 'keep', kept.pair.instruction],
          [edited.key, null, 'Better?'],
          [dropped.key, 'drop', dropped.pair.instruction],
        ])
        expect(await store.decidedPairs([])).toEqual([])
      }),
    )

    it(
      'LEDGER8: the duplicate index sees the visible pairs of chosen runs and of the run itself',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const a = await addSource(store, fence, 'a', 1, 2)
        const b = await addSource(store, fence, 'b', 1, 2)
        const chosen = await fullRun(store, fence, 'one', [...a.keys, ...b.keys], 2, 1)
        const other = await fullRun(store, fence, 'two', a.keys, 2, 1)
        const mine = await fullRun(store, fence, 'three', a.keys, 2, 1)
        await store.chooseRun(fence, other.run.sequence, false)
        await store.chooseRun(fence, mine.run.sequence, false)
        await store.setSourceRemoved(fence, b.source, true)
        const seen: number[] = []
        await store.eachPairText(NEVER, mine.run.sequence, ({ run }) => seen.push(run))
        expect(seen).toEqual([chosen.run.sequence, chosen.run.sequence, mine.run.sequence, mine.run.sequence])
        await expect(store.eachPairText({ aborted: true }, mine.run.sequence, () => undefined)).rejects.toMatchObject({
          problem: { kind: 'cancelled' },
        })
      }),
    )

    it(
      'LEDGER8: the pairs of a passage can be read again, as first written and as they stand',
      onStore(make, async ({ store }) => {
        const fence = await store.takeFence()
        const a = await addSource(store, fence, 'a', 1, 2)
        const { run } = await fullRun(store, fence, 'one', a.keys, 2, 2)
        const all = await store.pairs(
          { states: [], tasks: [], languages: [], checks: [], document: null, text: '' },
          '',
          9,
        )
        const [first, second] = all
        if (first === undefined || second === undefined) throw new Error('no pairs')
        const { instruction, response } = first.pair
        const edited = { ...first.pair, instruction: 'Better?', original: { instruction, response } }
        await store.edit(fence, first.key, edited)
        const found = await store.writtenAt(run.sequence, first.document, first.pair.passage.start)
        expect(found).toEqual(
          [first, second].map(({ pair }) => ({ id: pair.id, instruction: pair.instruction, response: pair.response })),
        )
        expect(await store.writtenAt(run.sequence, first.document, 999_999)).toEqual([])
        await store.decide(NEVER, fence, { keys: [second.key] }, 'drop', () => undefined)
        expect(await store.pairsAt(run.sequence, first.document, first.pair.passage.start)).toEqual([
          { ...edited, state: 'ready', decision: null },
          { ...second.pair, decision: 'drop', state: 'dropped' },
        ])
        expect(await store.pairsAt(run.sequence, first.document, 999_999)).toEqual([])
      }),
    )
  })
}
