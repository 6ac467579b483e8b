import type { Cancel } from '#core/ports/cancel'
import type { PairFilter, PairKey, PairOrder, ProjectReader } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { State } from '#core/synthesis/pair'
import type { Connection } from '#storage/database/connection'
import { LISTED_CHECKS, STATES, stateNumber, taskNumber, troubles } from '#storage/index/codes'
import type { Entry } from '#storage/index/scan'
import { repetitions } from '#storage/judging/repetitions'
import { pairKeyOf } from '#storage/pairs/pair-key'
import { PAGE_TABLES, visibleEntries } from '#storage/pairs/pair-reader'

const DOUBT: readonly State[] = ['unsure', 'failed', 'ready', 'kept', 'dropped']
/** Ranks by state, then by the number of checks that did not pass, most first; the number fits four bits. */
const MOST_TROUBLES = LISTED_CHECKS.length + 1
const DOUBT_OF_STATE = STATES.map(state => DOUBT.indexOf(state) * (MOST_TROUBLES + 1))

/** Keys by rank; what has the same rank stays in its order. Quicker than sorting a hundred thousand of them. */
function byRank(entries: readonly Entry[], rankOf: (entry: Entry) => number): PairKey[] {
  const ranks: PairKey[][] = []
  for (const entry of entries) (ranks[rankOf(entry)] ??= []).push(pairKeyOf(entry))
  return ranks.flat()
}

function byDoubt(entries: readonly Entry[]): PairKey[] {
  return byRank(entries, ({ code }) => (DOUBT_OF_STATE[stateNumber(code)] ?? 0) + MOST_TROUBLES - troubles(code))
}

function byTask(entries: readonly Entry[], tasksOf: ReadonlyMap<number, readonly string[]>): PairKey[] {
  const names = [...new Set([...tasksOf.values()].flat())].sort()
  const ranks = new Map([...tasksOf].map(([run, tasks]) => [run, tasks.map(task => names.indexOf(task))]))
  return byRank(entries, ({ run, code }) => ranks.get(run)?.[taskNumber(code)] ?? names.length)
}

function stopWhen(cancel: Cancel): void {
  if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
}

async function orderedKeys(
  cancel: Cancel,
  connection: Connection,
  filter: PairFilter,
  order: PairOrder,
): Promise<readonly PairKey[]> {
  stopWhen(cancel)
  const { entries, tasksOf } = await connection.read(PAGE_TABLES, async db => {
    const [found, rows] = await Promise.all([visibleEntries(db, filter, null, 'forward', Infinity), db.runs.toArray()])
    return { entries: found, tasksOf: new Map(rows.map(row => [row.sequence, row.tasks])) }
  })
  stopWhen(cancel)
  switch (order) {
    case 'place':
      return entries.map(pairKeyOf)
    case 'doubt':
      return byDoubt(entries)
    case 'task':
      return byTask(entries, tasksOf)
    case 'repetition':
      return repetitions(cancel, connection, entries)
  }
}

/** Orders other than that of keys; all but repetition from the index alone. */
export function orderReader(connection: Connection): Pick<ProjectReader, 'orderedKeys'> {
  return { orderedKeys: (cancel, filter, order) => orderedKeys(cancel, connection, filter, order) }
}
