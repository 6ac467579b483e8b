import type { ProjectTables } from '#storage/database/project-database'
import type { MetaRow } from '#storage/database/rows'

export type MetaKey = MetaRow['key']
export type MetaOf<K extends MetaKey> = Extract<MetaRow, { key: K }>

function isMeta<K extends MetaKey>(row: MetaRow | undefined, key: K): row is MetaOf<K> {
  return row?.key === key
}

export async function readMeta<K extends MetaKey>(
  db: Pick<ProjectTables, 'meta'>,
  key: K,
): Promise<MetaOf<K> | undefined> {
  const row = await db.meta.get(key)
  return isMeta(row, key) ? row : undefined
}

/** Takes `count` numbers that were never used; call it within a write. Gives the first. */
export async function takeNumbers(
  db: ProjectTables,
  kind: 'source' | 'document' | 'run' | 'act',
  count: number,
): Promise<number> {
  const counters = (await readMeta(db, 'counters')) ?? { key: 'counters', source: 1, document: 0, run: 1, act: 1 }
  const first = counters[kind]
  await db.meta.put({ ...counters, [kind]: first + count })
  return first
}
