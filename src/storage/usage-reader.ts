import type { BlindSample } from '#core/evaluation/blind-sample'
import type { ProjectReader } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'
import { readMeta } from '#storage/database/meta'
import { pairsByRun } from '#storage/ledger/pairs-by-run'

/** Estimated bytes of a blind check: its entries are few hundred characters each. */
function sampleBytes(sample: BlindSample): number {
  return JSON.stringify(sample).length
}

/**
 * What the project takes up. Blind checks stand with the ledger of runs, whose pairs they are about. Bytes are estimates from the sizes of what was written: browsers pack and compress, and
 * tell the size of a whole site only. Rows are counted where that costs nothing (texts, passages, undo) and kept
 * otherwise.
 */
export function usageReader(connection: Connection): Pick<ProjectReader, 'usage' | 'pairsSinceBackup'> {
  return {
    usage: () =>
      connection.read(['sources', 'texts', 'cuts', 'runs', 'acts', 'actParts', 'samples'], async db => {
        const [sources, runs, acts, samples, texts, cuts, actParts] = await Promise.all([
          db.sources.toArray(),
          db.runs.toArray(),
          db.acts.toArray(),
          db.samples.toArray(),
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
          {
            category: 'ledger',
            bytes: sum(runs, row => row.ledgerBytes) + sum(samples, sampleBytes),
            rows: sum(runs, row => row.ledgerRows) + samples.length,
          },
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
