import type { RunLedger, StoredPair, WrittenPair } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { Pair } from '#core/synthesis/pair'
import type { Connection } from '#storage/database/connection'
import { holdsKey } from '#storage/database/key-ranges'
import { storedJson } from '#storage/database/stored-json'
import { isHidden, loadHidden } from '#storage/documents/hidden-documents'
import { decisionIn, isEdited } from '#storage/index/codes'
import { type Entry, scan } from '#storage/index/scan'
import { PAGE_TABLES, pairsAt } from '#storage/pairs/pair-reader'
import { readPairs } from '#storage/pairs/read-pairs'
import type { PairPlace } from '#storage/pairs/pair-key'

/** Pairs read in one transaction. */
const BATCH = 1_024

/** All pairs of a run that pass, in key order and in batches. */
async function* pairsOfRun(
  connection: Connection,
  run: number,
  hiddenToo: boolean,
  dense: boolean,
  accepts: (code: number) => boolean,
): AsyncGenerator<StoredPair[]> {
  let beyond: PairPlace | null = null
  for (;;) {
    const after: PairPlace | null = beyond
    const batch: { entries: Entry[]; pairs: StoredPair[] } = await connection.read(PAGE_TABLES, async db => {
      const hidden = await loadHidden(db)
      const range = { beyond: after, documents: [0, Infinity] } as const
      const document = (key: number): boolean => !(hiddenToo ? holdsKey(hidden.gone, key) : isHidden(hidden, key))
      const entries = await scan(db, run, range, 'forward', BATCH, { code: accepts, document })
      return { entries, pairs: await readPairs(db, entries, dense) }
    })
    yield batch.pairs
    beyond = batch.entries.at(-1) ?? null
    if (batch.entries.length < BATCH) return
  }
}

/** Reading of whole runs, for the duplicate index and for decisions that follow their pairs into a later run. */
export function runPairs(
  connection: Connection,
): Pick<RunLedger, 'eachPairText' | 'writtenAt' | 'pairsAt' | 'decidedPairs'> {
  return {
    eachPairText: async (cancel, run, visit) => {
      const runs = await connection.read(['runs'], db => db.runs.orderBy('sequence').toArray())
      for (const { sequence, run: stored } of runs) {
        if (!stored.chosen && sequence !== run) continue
        for await (const batch of pairsOfRun(connection, sequence, false, true, () => true)) {
          if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
          for (const pair of batch) visit(pair)
        }
      }
    },
    writtenAt: async (run, document, start) => {
      const row = await connection.read(['pairs'], db => db.pairs.get([run, document, start]))
      return (row?.pairs ?? []).map(json => {
        const { id, instruction, response, original } = storedJson<WrittenPair & Pick<Pair, 'original'>>(json)
        return { id, ...(original ?? { instruction, response }) }
      })
    },
    pairsAt: (run, document, start) =>
      connection.read(PAGE_TABLES, async db => {
        const row = await db.pairs.get([run, document, start])
        const places = (row?.pairs ?? []).map((_, place) => ({ run, document, start, place }))
        return (await pairsAt(db, places)).map(({ pair }) => pair)
      }),
    decidedPairs: async runs => {
      const found: StoredPair[] = []
      const decided = (code: number): boolean => decisionIn(code) !== null || isEdited(code)
      for (const run of runs) {
        for await (const batch of pairsOfRun(connection, run, true, false, decided)) found.push(...batch)
      }
      return found
    },
  }
}
