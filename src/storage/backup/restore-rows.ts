import type { BlindSample } from '#core/evaluation/blind-sample'
import type { StoredRecipe } from '#core/ports/project-store'
import type { Rows } from '#storage/backup/format'
import { damaged } from '#storage/backup/read-lines'
import { type CheckedPairs, type RestoredRun, restoredRun } from '#storage/backup/restore-run'
import type { Connection } from '#storage/database/connection'
import { holdsKey, rangesOf } from '#storage/database/key-ranges'
import type { CutRow, DocumentRow, ItemRow, PlanRow, SourceRow, TextRow } from '#storage/database/rows'
import { packCut } from '#storage/documents/cut-rows'
import { placeOf } from '#storage/pairs/pair-key'

/** Rows gathered for one transaction. */
class Batch {
  readonly sources: SourceRow[] = []
  readonly documents: DocumentRow[] = []
  readonly texts: TextRow[] = []
  readonly cuts: CutRow[] = []
  readonly recipes: StoredRecipe[] = []
  readonly samples: BlindSample[] = []
  settings: Rows['settings'] | null = null
  readonly plans: PlanRow[] = []
  readonly items: ItemRow[] = []
  readonly pairs = new Map<RestoredRun, CheckedPairs[]>()
}

const TABLES = [
  'sources',
  'documents',
  'texts',
  'cuts',
  'recipes',
  'samples',
  'plans',
  'items',
  'pairs',
  'pairIndex',
  'runs',
  'meta',
] as const

/** Takes rows in the order of the file, checks how they hang together, and writes them. */
export interface RowRestorer {
  readonly take: { readonly [kind in keyof Rows]: (row: Rows[kind]) => void }
  /** Writes what was taken since the last call. */
  write(): Promise<void>
  /** Writes runs and counters; then the project is whole. */
  finish(): Promise<void>
}

export function rowRestorer(connection: Connection): RowRestorer {
  let batch = new Batch()
  const last = { source: 0, document: -1, run: 0 }
  /** Highest numbers that blind checks name: what they were given to may be gone, but is never given to another. */
  const named = { document: -1, run: 0 }
  const sources = new Map<number, boolean>()
  const documents: number[] = []
  const removed: number[] = []
  const runs = new Map<number, RestoredRun>()
  /** The document whose text is arriving, and how much of it is here. */
  let current: { readonly document: DocumentRow; blocks: number; length: number } | null = null
  let given: number[] | null = null

  const endDocument = (): void => {
    if (current !== null && current.length !== current.document.length) throw damaged('text is not whole')
    current = null
  }
  const documentOf = (order: number): NonNullable<typeof current> => {
    if (current === null || current.document.order !== order) throw damaged('row without its document')
    return current
  }
  const runOf = (sequence: number): RestoredRun => {
    const run = runs.get(sequence)
    if (run === undefined) throw damaged('row without its run')
    return run
  }
  const isGiven = (document: number): boolean => {
    given ??= rangesOf(documents)
    return holdsKey(given, document)
  }
  return {
    take: {
      source: row => {
        if (row.id <= last.source || documents.length > 0 || runs.size > 0) throw damaged('order of sources')
        last.source = row.id
        sources.set(row.id, row.removed)
        batch.sources.push(row)
      },
      document: row => {
        endDocument()
        const hidden = sources.get(row.source)
        if (hidden === undefined || row.order <= last.document || runs.size > 0) throw damaged('order of documents')
        last.document = row.order
        documents.push(row.order)
        if (hidden) removed.push(row.order)
        current = { document: row, blocks: 0, length: 0 }
        batch.documents.push(row)
      },
      text: row => {
        const state = documentOf(row.document)
        if (row.block !== state.blocks) throw damaged('order of texts')
        state.blocks++
        state.length += row.text.length
        batch.texts.push(row)
      },
      cut: row => {
        const { document } = documentOf(row.document)
        let end = 0
        for (const passage of row.passages) {
          if (passage.start !== end || passage.end < end) throw damaged('cut')
          end = passage.end
        }
        if (end > document.length) throw damaged('cut')
        batch.cuts.push(packCut(row))
      },
      recipe: row => {
        if (runs.size > 0) throw damaged('order of recipes')
        batch.recipes.push(row)
      },
      settings: row => {
        if (runs.size > 0 || batch.settings !== null) throw damaged('order of settings')
        batch.settings = row
      },
      sample: row => {
        if (runs.size > 0) throw damaged('order of blind checks')
        for (const { key } of row.entries) {
          const place = placeOf(key)
          if (place === null) throw damaged('blind check of no pair')
          named.document = Math.max(named.document, place.document)
          named.run = Math.max(named.run, place.run)
        }
        for (const run of Object.keys(row.written)) {
          if (!/^\d{1,9}$/u.test(run)) throw damaged('blind check of no run')
          named.run = Math.max(named.run, Number(run))
        }
        batch.samples.push(row)
      },
      run: row => {
        endDocument()
        if (row.sequence <= last.run) throw damaged('order of runs')
        last.run = row.sequence
        runs.set(row.sequence, restoredRun(row, { removed: rangesOf(removed), gone: [], counted: true }))
      },
      plan: row => batch.plans.push(...runOf(row.run).plan(row.items)),
      items: row => batch.items.push(...runOf(row.run).items(row.items)),
      pairs: row => {
        const run = runOf(row.run)
        const pairs = run.check(row)
        // Its source was being deleted while the backup was made.
        if (!isGiven(row.document)) return
        const list = batch.pairs.get(run)
        if (list === undefined) batch.pairs.set(run, [{ row, pairs }])
        else list.push({ row, pairs })
      },
    },
    write: async () => {
      const rows = batch
      batch = new Batch()
      await connection.writeUnfenced(TABLES, async db => {
        await Promise.all([
          db.sources.bulkAdd(rows.sources),
          db.documents.bulkAdd(rows.documents),
          db.texts.bulkAdd(rows.texts),
          db.cuts.bulkAdd(rows.cuts),
          db.recipes.bulkAdd(rows.recipes),
          db.samples.bulkAdd(rows.samples),
          rows.settings === null ? null : db.meta.put({ key: 'settings', thresholds: rows.settings.thresholds }),
          db.plans.bulkAdd(rows.plans),
          db.items.bulkAdd(rows.items),
        ])
        for (const [run, checked] of rows.pairs) await run.write(db, checked)
      })
    },
    finish: async () => {
      endDocument()
      const rows = [...runs.values()].map(run => run.row())
      await connection.writeUnfenced(TABLES, async db => {
        await db.runs.bulkAdd(rows)
        await db.meta.bulkPut([
          {
            key: 'counters',
            source: last.source + 1,
            document: Math.max(last.document, named.document) + 1,
            run: Math.max(last.run, named.run) + 1,
            act: 1,
          },
          { key: 'hidden', removed: rangesOf(removed), gone: [] },
          { key: 'backup', pairs: Object.fromEntries(rows.map(row => [String(row.sequence), row.run.pairs])) },
        ])
      })
    },
  }
}
