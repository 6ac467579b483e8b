import type { Run } from '#core/run/run'
import type { Pair } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'
import type { PairsOfPassage, Rows } from '#storage/backup/format'
import { damaged, parseLine } from '#storage/backup/read-lines'
import { isStoredPair } from '#storage/backup/row-checks'
import type { ProjectTables } from '#storage/database/project-database'
import type { ItemRow, PairRow, PlanRow, RunRow } from '#storage/database/rows'
import type { HiddenDocuments } from '#storage/documents/hidden-documents'
import { cubeFor } from '#storage/index/cube'
import { loadLeaves } from '#storage/index/leaves'
import { countRejected, ITEM_ROW, itemRow, itemTextBytes } from '#storage/ledger/item-rows'
import { PLAN_BLOCK, packPlan, planBytes } from '#storage/ledger/plan-rows'
import { changeRun } from '#storage/ledger/run-change'
import { pairRowBytes } from '#storage/pairs/pair-rows'

/** A run that comes back from a backup. Its counters are made anew from its items and pairs. */
export interface RestoredRun {
  plan(items: Rows['plan']['items']): readonly PlanRow[]
  items(items: Rows['items']['items']): readonly ItemRow[]
  /** Checks pairs before any is written. */
  check(row: PairsOfPassage): readonly Pair[]
  /** Writes pairs and their index. */
  write(db: ProjectTables, rows: readonly CheckedPairs[]): Promise<void>
  /** The row of the run; throws `backup-damaged` when a part of the plan is missing. */
  row(): RunRow
}

export interface CheckedPairs {
  readonly row: PairsOfPassage
  readonly pairs: readonly Pair[]
}

function record(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

function checkedPairs({ shared, pairs, decisions }: PairsOfPassage): Pair[] {
  const common = record(parseLine(shared))
  return pairs.map((text, place) => {
    const pair: unknown = { ...common, ...record(parseLine(text)) }
    if (!isStoredPair(pair)) throw damaged('pair')
    const decision = decisions[place] ?? null
    return { ...pair, decision, state: stateOf(decision, pair.checks) }
  })
}

export function restoredRun(given: Run, hidden: HiddenDocuments): RestoredRun {
  const { sequence, id } = given
  const change = changeRun(
    { sequence, id, run: given, tasks: [], cube: cubeFor(0), pairBytes: 0, ledgerBytes: 0, ledgerRows: 0 },
    hidden,
  )
  const counts = { done: 0, failed: 0, empty: 0, pairs: 0 }
  let rejected: Run['rejected']
  const sizes = { pairBytes: 0, ledgerBytes: 0, ledgerRows: 0 }
  const added: number[] = []
  let planned = 0
  return {
    plan: items => {
      const whole = items.every((item, i) => item.position === planned + i)
      if (!whole || planned % PLAN_BLOCK !== 0 || items.length > PLAN_BLOCK) throw damaged('plan')
      const block = planned / PLAN_BLOCK
      planned += items.length
      const rows = packPlan(sequence, items).map(row => ({ ...row, block }))
      for (const row of rows) {
        sizes.ledgerBytes += planBytes(row)
        sizes.ledgerRows++
      }
      return rows
    },
    items: items => {
      for (const item of items) {
        if (item.position >= planned) throw damaged('item without a plan')
        if (item.state === 'done') {
          counts.done++
          if (item.pairs === 0) counts.empty++
        }
        if (item.state === 'failed') counts.failed++
        rejected = countRejected(rejected, item)
        sizes.ledgerBytes += ITEM_ROW + itemTextBytes(item)
        sizes.ledgerRows++
      }
      return items.map(item => itemRow(sequence, item))
    },
    check: row => {
      if (row.pairs.length !== row.decisions.length) throw damaged('pair without decision')
      return checkedPairs(row)
    },
    write: async (db, checked) => {
      const keys = checked.map(({ row }) => [sequence, row.document, row.start] as const)
      const [before, leaves] = await Promise.all([
        db.pairs.bulkGet(keys),
        loadLeaves(
          db,
          sequence,
          checked.map(({ row }) => row),
        ),
      ])
      const rows: PairRow[] = []
      const seen = new Map<string, number>()
      checked.forEach(({ row: { document, start, shared, pairs: texts, added: person }, pairs }, i) => {
        // A passage of two items comes twice, the second time with the pairs of both.
        const name = `${document} ${start}`
        const known = seen.get(name) ?? before[i]?.pairs.length ?? 0
        seen.set(name, pairs.length)
        if (person === true && known === 0) added.push(document, start)
        const codes = pairs.slice(known).map(pair => change.codeFor(pair))
        if (codes.length === 0) return
        leaves.insert({ document, start }, codes)
        for (const code of codes) change.count(document, code, 1)
        counts.pairs += codes.length
        const row = { run: sequence, document, start, shared, pairs: texts }
        sizes.pairBytes += pairRowBytes(row) + codes.length * 4
        rows.push(row)
      })
      await db.pairs.bulkPut(rows)
      await leaves.flush()
    },
    row: () => {
      if (planned !== given.total) throw damaged('plan is not whole')
      // Nobody works on it: it comes from another project, maybe another machine.
      const status = given.status === 'running' ? 'paused' : given.status
      const { rejected: _told, ...known } = given
      const row = change.row({ ...known, ...counts, ...(rejected && { rejected }), status }, sizes)
      return added.length === 0 ? row : { ...row, added }
    },
  }
}
