import type { Cancel } from '#core/ports/cancel'
import type { Hash } from '#core/ports/hash'
import { ProblemError } from '#core/problem'
import {
  type End,
  FORMAT,
  type Header,
  NO_ROWS,
  ROW_KINDS,
  type RowKind,
  type Rows,
  VERSION,
} from '#storage/backup/format'
import { documentSlices, judgingRows, recipeRows, runSlices, sourceRows, type Written } from '#storage/backup/slices'
import { readMeta } from '#storage/database/meta'
import type { OpenedReader } from '#storage/open-reader'

/** Characters gathered before they are handed on. */
const PIECE = 1 << 18

/**
 * A project as one file: JSON lines, each piece one or more whole lines, to be written as UTF-8 in order. The undo
 * history is left out. May run beside a run: each item is in it with all of its pairs or not at all (rule BACKUP1).
 *
 * @throws ProblemError `cancelled`, and whatever reading gives
 */
export async function* backupProject(
  cancel: Cancel,
  { connection }: Pick<OpenedReader, 'connection'>,
  project: string,
  hash: Hash,
): AsyncGenerator<string, void> {
  const sha256 = hash.stream()
  const counts = { ...NO_ROWS }
  let piece = ''
  const add = (line: Header | End | Written): void => {
    const text = `${JSON.stringify(line)}\n`
    sha256.update(text)
    piece += text
  }
  const addAll = (rows: readonly Written[]): void => {
    for (const row of rows) {
      add(row)
      for (const kind of kindsOf(row)) counts[kind]++
    }
  }
  async function* slices(): AsyncGenerator<readonly Written[]> {
    // Documents and runs that are added while this goes on are left for the next backup.
    const counters = await connection.read(['meta'], db => readMeta(db, 'counters'))
    yield await sourceRows(connection)
    yield* documentSlices(connection, counters?.document ?? 0)
    yield await recipeRows(connection)
    yield await judgingRows(connection)
    yield* runSlices(connection, counters?.run ?? 0)
  }

  add({ format: FORMAT, version: VERSION, project })
  for await (const rows of slices()) {
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    addAll(rows)
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  const end: End = { end: counts, sha256: sha256.digest() }
  yield `${piece}${JSON.stringify(end)}\n`
}

function kindsOf(row: Partial<Rows>): RowKind[] {
  return ROW_KINDS.filter(kind => kind in row)
}
