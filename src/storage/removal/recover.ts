import type { Language } from '#core/documents/document'
import type { Cancel } from '#core/ports/cancel'
import type { Fence, FenceTaker } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { Connection } from '#storage/database/connection'
import { nextGeneration, nextSpare } from '#storage/database/fence'
import { readMeta } from '#storage/database/meta'
import type { ProjectTables } from '#storage/database/project-database'
import type { SourceRow } from '#storage/database/rows'
import { deriveHidden } from '#storage/documents/hidden-documents'
import { countRun } from '#storage/pairs/tallies'
import { ifRoom, reclaimDocuments, reclaimRun } from '#storage/removal/reclaim'

/** Documents read at once. */
const PAGE = 1_000

const NEVER: Cancel = { aborted: false }

/** Takes the fence; runs that a dead holder left running are paused with it. */
async function takeFence(connection: Connection): Promise<Fence> {
  try {
    return await connection.writeUnfenced(['meta', 'runs'], async db => {
      const fence = await nextGeneration(db)
      for (const row of await db.runs.toArray()) {
        if (row.run.status === 'running') await db.runs.put({ ...row, run: { ...row.run, status: 'paused' } })
      }
      return fence
    })
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.kind !== 'quota-full') throw error
    return connection.writeUnfenced(['meta'], nextSpare)
  }
}

/** Text of large documents whose reading never finished. */
async function dropArriving(db: ProjectTables): Promise<void> {
  const arriving = await readMeta(db, 'arriving')
  if (arriving === undefined) return
  for (const order of arriving.documents) {
    await db.texts.where('[document+block]').between([order, 0], [order, Infinity], true, true).delete()
  }
  await db.meta.delete('arriving')
}

/** A source whose reading was cut off: what it gave stays and says so; one that gave nothing goes. */
async function closeSource(db: ProjectTables, source: SourceRow): Promise<void> {
  const keys = await db.documents.where('source').equals(source.id).primaryKeys()
  if (keys.length === 0) {
    await db.sources.delete(source.id)
    return
  }
  const languages = new Set<Language>()
  let characters = 0
  let passages = 0
  // A table may have given a hundred thousand documents: never all of them at once.
  for (let from = 0; from < keys.length; from += PAGE) {
    const page = keys.slice(from, from + PAGE)
    const [documents, cuts] = await Promise.all([db.documents.bulkGet(page), db.cuts.bulkGet(page)])
    for (const document of documents) {
      if (document !== undefined) languages.add(document.language)
      characters += document?.length ?? 0
    }
    for (const cut of cuts) passages += cut?.starts.length ?? 0
  }
  await db.sources.put({
    ...source,
    documents: keys.length,
    passages,
    characters,
    languages: [...languages],
    firstDocument: keys[0] ?? null,
    lastDocument: keys.at(-1) ?? null,
    problem: { kind: 'cancelled' },
    reading: false,
  })
}

/** Counts anew after a deletion that could write nothing. */
async function recount(db: ProjectTables): Promise<void> {
  if ((await readMeta(db, 'hidden')) !== undefined) return
  const hidden = await deriveHidden(db)
  for (const row of await db.runs.toArray()) {
    const [cube, all] = await Promise.all([
      countRun(db, row, hidden),
      countRun(db, row, { removed: [], gone: hidden.gone, counted: true }),
    ])
    await db.runs.put({ ...row, cube, run: { ...row.run, pairs: all.reduce((sum, count) => sum + count, 0) } })
  }
  await db.meta.put({ key: 'hidden', removed: hidden.removed, gone: hidden.gone })
}

/** Numbers of runs that have rows but are no longer there: their deletion was cut off. */
async function leftoverRuns(db: ProjectTables): Promise<number[]> {
  const known = new Set(await db.runs.orderBy('sequence').primaryKeys())
  const found = new Set<number>()
  const after = { pairs: 0, pairIndex: 0, items: 0, plans: 0 }
  const next = {
    pairs: (run: number) => db.pairs.where('[run+document+start]').aboveOrEqual([run, 0, 0]).limit(1).primaryKeys(),
    pairIndex: (run: number) =>
      db.pairIndex.where('[run+document+start]').aboveOrEqual([run, 0, 0]).limit(1).primaryKeys(),
    items: (run: number) => db.items.where('[run+position]').aboveOrEqual([run, 0]).limit(1).primaryKeys(),
    plans: (run: number) => db.plans.where('[run+block]').aboveOrEqual([run, 0]).limit(1).primaryKeys(),
  }
  for (const table of ['pairs', 'pairIndex', 'items', 'plans'] as const) {
    for (;;) {
      const [key] = await next[table](after[table])
      if (key === undefined) break
      if (!known.has(key[0])) found.add(key[0])
      after[table] = key[0] + 1
    }
  }
  return [...found]
}

/** Taking the fence, and cleaning up behind a holder that died (rules STORE7, STORE8). */
export function fenceTaker(connection: Connection): FenceTaker {
  return {
    takeFence: async () => {
      const fence = await takeFence(connection)
      await connection.write(fence, ['meta', 'texts'], dropArriving)
      await ifRoom(
        connection.write(fence, ['sources', 'documents', 'cuts'], async db => {
          const cutOff = await db.sources.filter(source => source.reading).toArray()
          for (const source of cutOff) await closeSource(db, source)
        }),
      )
      await ifRoom(connection.write(fence, ['meta', 'sources', 'documents', 'runs', 'pairIndex'], recount))
      const runs = await connection.read(['runs', 'pairs', 'pairIndex', 'items', 'plans'], leftoverRuns)
      for (const run of runs) await reclaimRun(NEVER, connection, fence, run)
      const hidden = await connection.read(['meta'], db => readMeta(db, 'hidden'))
      if (hidden !== undefined) await reclaimDocuments(NEVER, connection, fence, hidden.gone)
      return fence
    },
  }
}
