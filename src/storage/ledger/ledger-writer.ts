import type { RunLedger } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { Run } from '#core/run/run'
import type { Connection } from '#storage/database/connection'
import { takeNumbers } from '#storage/database/meta'
import type { ProjectTables } from '#storage/database/project-database'
import { cubeFor } from '#storage/index/cube'
import { COMMIT_TABLES, commitOutcomes, prepareOutcome } from '#storage/ledger/commit'
import { packPlan, planBytes } from '#storage/ledger/plan-rows'

async function changeStored(db: ProjectTables, sequence: number, change: (run: Run) => Run): Promise<Run> {
  const row = await db.runs.get(sequence)
  if (row === undefined) throw new ProblemError({ kind: 'run-missing', run: String(sequence) })
  const run = change(row.run)
  await db.runs.put({ ...row, run })
  return run
}

/** Writing of runs, plans, items and pairs. */
export function ledgerWriter(
  connection: Connection,
): Pick<RunLedger, 'createRun' | 'commit' | 'setRunStatus' | 'chooseRun'> {
  return {
    createRun: (fence, asked, plan, supersedes) => {
      // Packed outside: a transaction that waits for work like this would end.
      const packed = packPlan(0, plan)
      return connection.write(fence, ['meta', 'runs', 'plans'], async db => {
        const existing = await db.runs.where('id').equals(asked.id).first()
        if (existing !== undefined) return existing.run
        const sequence = await takeNumbers(db, 'run', 1)
        const run: Run = { ...asked, sequence }
        await db.plans.bulkAdd(packed.map(row => ({ ...row, run: sequence })))
        await db.runs.add({
          sequence,
          id: run.id,
          run,
          tasks: [],
          cube: cubeFor(0),
          pairBytes: 0,
          ledgerBytes: packed.reduce((sum, row) => sum + planBytes(row), 0),
          ledgerRows: packed.length,
        })
        for (const other of supersedes) {
          const row = await db.runs.get(other)
          if (row !== undefined) await db.runs.put({ ...row, run: { ...row.run, chosen: false } })
        }
        return run
      })
    },

    commit: (fence, run, outcomes, leased, activeMs) => {
      const prepared = outcomes.map(prepareOutcome)
      return connection.write(fence, COMMIT_TABLES, db => commitOutcomes(db, run, prepared, leased, activeMs))
    },

    setRunStatus: (fence, sequence, status, problem) =>
      connection.write(fence, ['runs'], db => changeStored(db, sequence, run => ({ ...run, status, problem }))),

    chooseRun: async (fence, sequence, chosen) => {
      await connection.write(fence, ['runs'], db => changeStored(db, sequence, run => ({ ...run, chosen })))
    },
  }
}
