import { rangesOf, holdsKey } from '#storage/database/key-ranges'
import { readMeta } from '#storage/database/meta'
import type { ProjectTables } from '#storage/database/project-database'
import type { KeyRanges } from '#storage/database/rows'

/** Documents that readers do not see. */
export interface HiddenDocuments {
  /** Of removed sources; they can be restored. */
  readonly removed: KeyRanges
  /** Of deleted sources, whose rows may still be there. */
  readonly gone: KeyRanges
  /** Whether the runs' own counters agree with it; false after a deletion that could write nothing (rule STORE9). */
  readonly counted: boolean
}

export function isHidden(hidden: HiddenDocuments, document: number): boolean {
  return holdsKey(hidden.removed, document) || holdsKey(hidden.gone, document)
}

/**
 * Works the hidden documents out from the documents that are there: a document whose source is gone is gone. Reads keys
 * only, but all of them.
 */
export async function deriveHidden(db: ProjectTables): Promise<HiddenDocuments> {
  const sources = new Map<number, boolean>()
  await db.sources.each(source => {
    sources.set(source.id, source.removed)
  })
  const removed: number[] = []
  const live = new Set<number>()
  await db.documents.orderBy('source').eachKey((source, { primaryKey }) => {
    const state = typeof source === 'number' ? sources.get(source) : undefined
    if (state !== undefined) live.add(primaryKey)
    if (state === true) removed.push(primaryKey)
  })
  const end = (await readMeta(db, 'counters'))?.document ?? 0
  const gone: number[] = []
  for (let key = 0; key < end; key++) if (!live.has(key)) gone.push(key)
  return { removed: rangesOf(removed.sort((a, b) => a - b)), gone: rangesOf(gone), counted: false }
}

export async function loadHidden(db: ProjectTables): Promise<HiddenDocuments> {
  const row = await readMeta(db, 'hidden')
  return row === undefined ? deriveHidden(db) : { removed: row.removed, gone: row.gone, counted: true }
}
