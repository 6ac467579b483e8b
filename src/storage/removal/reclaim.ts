import type { Cancel } from '#core/ports/cancel'
import type { Fence } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { Connection } from '#storage/database/connection'
import { eachRange, withoutRanges } from '#storage/database/key-ranges'
import { readMeta } from '#storage/database/meta'
import type { ProjectTables } from '#storage/database/project-database'
import type { KeyRanges, LeafRow } from '#storage/database/rows'
import { WIDTH } from '#storage/index/leaves'
import { leavesOf } from '#storage/index/scan'

/** Documents, or rows of a run, that go in one transaction: a tenth of a second's work. */
const DOCUMENTS = 250
const ROWS = 2_000

function stopWhen(cancel: Cancel): void {
  if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
}

/** Runs a step that needs room for what it writes. False when the quota is full: the next writer does it again. */
export async function ifRoom(step: Promise<unknown>): Promise<boolean> {
  try {
    await step
    return true
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === 'quota-full') return false
    throw error
  }
}

async function deleteRows(db: ProjectTables, [first, last]: readonly [number, number]): Promise<void> {
  await Promise.all([
    db.texts.where('[document+block]').between([first, 0], [last, Infinity], true, true).delete(),
    db.cuts.where('document').between(first, last, true, true).delete(),
    db.documents.where('order').between(first, last, true, true).delete(),
  ])
  for (const run of await db.runs.orderBy('sequence').primaryKeys()) {
    await db.pairs.where('[run+document+start]').between([run, first, 0], [run, last, Infinity], true, true).delete()
  }
}

function withoutDocuments(leaf: LeafRow, [first, last]: readonly [number, number]): LeafRow {
  const passages: number[] = []
  const codes: number[] = []
  let at = 0
  for (let i = 0; i < leaf.passages.length; i += WIDTH) {
    const [document = 0, start = 0, count = 0] = leaf.passages.subarray(i, i + WIDTH)
    if (document < first || document > last) {
      passages.push(document, start, count)
      codes.push(...leaf.codes.subarray(at, at + count))
    }
    at += count
  }
  return { ...leaf, passages: Uint32Array.from(passages), codes: Uint32Array.from(codes) }
}

async function deleteEntries(db: ProjectTables, range: readonly [number, number]): Promise<void> {
  for (const run of await db.runs.orderBy('sequence').primaryKeys()) {
    for await (const leaves of leavesOf(db, run, range)) {
      for (const leaf of leaves) {
        const left = withoutDocuments(leaf, range)
        if (left.codes.length === leaf.codes.length) continue
        if (left.codes.length > 0) await db.pairIndex.put(left)
        else await db.pairIndex.delete([run, leaf.document, leaf.start])
      }
    }
  }
}

/**
 * Frees the space of documents that readers no longer see, slice by slice. Rows go by key ranges, which works with a
 * full quota; entries that share a leaf with other documents need room, and wait where there is none.
 */
export async function reclaimDocuments(
  cancel: Cancel,
  connection: Connection,
  fence: Fence,
  documents: KeyRanges,
): Promise<void> {
  let tidy = true
  for (const [start, end] of eachRange(documents)) {
    for (let first = start; first <= end; first += DOCUMENTS) {
      stopWhen(cancel)
      const range = [first, Math.min(end, first + DOCUMENTS - 1)] as const
      await connection.write(fence, ['texts', 'cuts', 'documents', 'pairs', 'runs'], db => deleteRows(db, range))
      const done = await ifRoom(connection.write(fence, ['pairIndex', 'runs'], db => deleteEntries(db, range)))
      tidy = tidy && done
    }
  }
  if (!tidy) return
  await ifRoom(
    connection.write(fence, ['meta'], async db => {
      const hidden = await readMeta(db, 'hidden')
      if (hidden !== undefined) await db.meta.put({ ...hidden, gone: withoutRanges(hidden.gone, documents) })
    }),
  )
}

/** Deletes up to `ROWS` rows of a run from each table; false when nothing was left. */
async function deleteSomeOfRun(db: ProjectTables, run: number): Promise<boolean> {
  const [pairs, leaves, items, plans] = await Promise.all([
    db.pairs
      .where('[run+document+start]')
      .between([run, 0, 0], [run, Infinity, Infinity], true, true)
      .limit(ROWS)
      .primaryKeys(),
    db.pairIndex
      .where('[run+document+start]')
      .between([run, 0, 0], [run, Infinity, Infinity], true, true)
      .limit(ROWS)
      .primaryKeys(),
    db.items.where('[run+position]').between([run, 0], [run, Infinity], true, true).limit(ROWS).primaryKeys(),
    db.plans.where('[run+block]').between([run, 0], [run, Infinity], true, true).limit(ROWS).primaryKeys(),
  ])
  const [lastPair, lastLeaf, lastItem, lastPlan] = [pairs.at(-1), leaves.at(-1), items.at(-1), plans.at(-1)]
  await Promise.all([
    lastPair && db.pairs.where('[run+document+start]').between([run, 0, 0], lastPair, true, true).delete(),
    lastLeaf && db.pairIndex.where('[run+document+start]').between([run, 0, 0], lastLeaf, true, true).delete(),
    lastItem && db.items.where('[run+position]').between([run, 0], lastItem, true, true).delete(),
    lastPlan && db.plans.where('[run+block]').between([run, 0], lastPlan, true, true).delete(),
  ])
  return pairs.length + leaves.length + items.length + plans.length > 0
}

/** Frees the space of a run whose row is gone. */
export async function reclaimRun(cancel: Cancel, connection: Connection, fence: Fence, run: number): Promise<void> {
  for (;;) {
    stopWhen(cancel)
    const more = await connection.write(fence, ['pairs', 'pairIndex', 'items', 'plans'], db => deleteSomeOfRun(db, run))
    if (!more) return
  }
}
