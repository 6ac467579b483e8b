import { ProblemError } from '#core/problem'
import type { Run } from '#core/run/run'
import type { Pair } from '#core/synthesis/pair'
import type { RunRow } from '#storage/database/rows'
import { type HiddenDocuments, isHidden } from '#storage/documents/hidden-documents'
import { addTo, cubeFor } from '#storage/index/cube'
import { codeOf, MOST_TASKS } from '#storage/index/codes'

/** A run's row in the hands of one write transaction: its tasks, its counters, its sizes. */
export interface RunChange {
  /** Code of a pair; a task that is new to the run gets a number. */
  codeFor(pair: Pair): number
  /** Counts a pair that comes (1) or goes (-1), unless its document is hidden. */
  count(document: number, code: number, by: 1 | -1): void
  /** The row as it is to be written. */
  row(run: Run, added?: { pairBytes?: number; ledgerBytes?: number; ledgerRows?: number }): RunRow
}

export function changeRun(before: RunRow, hidden: HiddenDocuments): RunChange {
  const tasks = [...before.tasks]
  let cube = cubeFor(tasks.length, before.cube)
  const numbers = new Map(tasks.map((task, number) => [task, number]))
  const taskNumberOf = (task: string): number => {
    const known = numbers.get(task)
    if (known !== undefined) return known
    if (tasks.length === MOST_TASKS) throw new ProblemError({ kind: 'unexpected', detail: 'too many tasks in a run' })
    const number = tasks.push(task) - 1
    numbers.set(task, number)
    cube = cubeFor(tasks.length, cube)
    return number
  }
  return {
    codeFor: pair => codeOf(pair, taskNumberOf(pair.task)),
    count: (document, code, by) => {
      if (!isHidden(hidden, document)) addTo(cube, code, by)
    },
    row: (run, { pairBytes = 0, ledgerBytes = 0, ledgerRows = 0 } = {}) => ({
      ...before,
      run,
      tasks,
      cube,
      pairBytes: before.pairBytes + pairBytes,
      ledgerBytes: before.ledgerBytes + ledgerBytes,
      ledgerRows: before.ledgerRows + ledgerRows,
    }),
  }
}
