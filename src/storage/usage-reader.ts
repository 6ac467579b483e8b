import type { ProjectReader } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'
import { readMeta } from '#storage/database/meta'
import { pairsByRun } from '#storage/ledger/pairs-by-run'

/**
 * What the project takes up. Bytes are estimates from the sizes of what was written: browsers pack and compress, and
 * tell the size of a whole site only. Rows are counted where that costs nothing (texts, passages, undo) and kept
 * otherwise.
 */
export function usageReader(connection: Connection): Pick<ProjectReader, 'usage' | 'pairsSinceBackup'> {
  return {
    usage: () =>
      connection.read(['sources', 'texts', 'cuts', 'runs', 'acts', 'actParts'], async db => {
        const [sources, runs, acts, texts, cuts, actParts] = await Promise.all([
          db.sources.toArray(),
          db.runs.toArray(),
          db.acts.toArray(),
          db.texts.count(),
          db.cuts.count(),
          db.actParts.count(),
        ])
        const sum = <T>(rows: readonly T[], value: (row: T) => number): number =>
          rows.reduce((total, row) => total + value(row), 0)
        return [
          { category: 'texts', bytes: sum(sources, source => source.textBytes), rows: texts },
          { category: 'passages', bytes: sum(sources, source => source.cutBytes), rows: cuts },
          { category: 'pairs', bytes: sum(runs, row => row.pairBytes), rows: sum(runs, row => row.run.pairs) },
          { category: 'ledger', bytes: sum(runs, row => row.ledgerBytes), rows: sum(runs, row => row.ledgerRows) },
          { category: 'undo', bytes: sum(acts, act => act.bytes), rows: acts.length + actParts },
        ] as const
      }),
    pairsSinceBackup: () =>
      connection.read(['meta', 'runs'], async db => {
        const [backup, runs] = await Promise.all([readMeta(db, 'backup'), pairsByRun(db)])
        let since = 0
        for (const [run, pairs] of runs) since += Math.max(0, pairs - (backup?.pairs[run] ?? 0))
        return since
      }),
  }
}
