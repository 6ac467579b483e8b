import type { ItemRecord, PlanItem } from '#core/run/run'
import type { PairsOfPassage, RowKind, Rows } from '#storage/backup/format'
import type { Connection } from '#storage/database/connection'
import type { ProjectTables } from '#storage/database/project-database'
import { readMeta } from '#storage/database/meta'
import type { CutRow, DocumentRow, PairRow, RunRow, TextRow } from '#storage/database/rows'
import { unpackCut } from '#storage/documents/cut-rows'
import { BLOCK } from '#storage/documents/text-blocks'
import { decisionIn } from '#storage/index/codes'
import { loadLeaves } from '#storage/index/leaves'
import { PLAN_BLOCK, unpackPlan } from '#storage/ledger/plan-rows'

/** One line: a row under the name of its kind. */
export type Written = { readonly [kind in RowKind]: { readonly [k in kind]: Rows[kind] } }[RowKind]

/** Documents, blocks and items read in one transaction: a few megabytes at most. */
const DOCUMENTS = 100
const BLOCKS = 16
const ITEMS = 256

export function sourceRows(connection: Connection): Promise<readonly Written[]> {
  return connection.read(['sources'], async db => (await db.sources.toArray()).map(source => ({ source })))
}

export function recipeRows(connection: Connection): Promise<readonly Written[]> {
  return connection.read(['recipes'], async db => (await db.recipes.toArray()).map(recipe => ({ recipe })))
}

/** What the person set and marked. */
export function judgingRows(connection: Connection): Promise<readonly Written[]> {
  return connection.read(['meta', 'samples'], async db => {
    const [settings, samples] = await Promise.all([readMeta(db, 'settings'), db.samples.toArray()])
    const set = settings === undefined ? [] : [{ settings: { thresholds: settings.thresholds } }]
    return [...set, ...samples.map(sample => ({ sample }))]
  })
}

async function* blocksOf(connection: Connection, document: number): AsyncGenerator<readonly Written[]> {
  for (let block = 0; ; block += BLOCKS) {
    const from = block
    const rows = await connection.read(['texts'], db =>
      db.texts
        .where('[document+block]')
        .between([document, from], [document, Infinity], true, true)
        .limit(BLOCKS)
        .toArray(),
    )
    yield rows.map(text => ({ text }))
    if (rows.length < BLOCKS) return
  }
}

interface DocumentPart {
  readonly document: DocumentRow
  readonly cut: CutRow | undefined
  /** The text where it is one block; else it is read by itself. */
  readonly text: TextRow | undefined
}

/** Documents after a key with their cuts and short texts, those on their way out left out, and the last key seen. */
async function documentPage(
  db: ProjectTables,
  after: number,
  end: number,
): Promise<{ readonly parts: readonly DocumentPart[]; readonly last: number | null }> {
  const documents = await db.documents.where('order').between(after, end, false, false).limit(DOCUMENTS).toArray()
  const [cuts, texts, sources] = await Promise.all([
    db.cuts.bulkGet(documents.map(({ order }) => order)),
    db.texts.bulkGet(documents.filter(({ length }) => length <= BLOCK).map(({ order }) => [order, 0] as const)),
    db.sources.orderBy('id').primaryKeys(),
  ])
  const textOf = new Map(texts.map(text => [text?.document, text]))
  const parts = documents
    .map((document, i) => ({ document, cut: cuts[i], text: textOf.get(document.order) }))
    .filter(({ document }) => sources.includes(document.source))
  return { parts, last: documents.at(-1)?.order ?? null }
}

/** Documents below a key with their texts and cuts. */
export async function* documentSlices(connection: Connection, end: number): AsyncGenerator<readonly Written[]> {
  for (let last: number | null = -1; last !== null; ) {
    const after: number = last
    const page = await connection.read(['documents', 'cuts', 'sources', 'texts'], db => documentPage(db, after, end))
    for (const { document, cut, text } of page.parts) {
      const rows: Written[] = [{ document }]
      if (cut !== undefined) rows.push({ cut: unpackCut(cut) })
      if (text !== undefined) rows.push({ text })
      yield rows
      if (text === undefined && document.length > 0) yield* blocksOf(connection, document.order)
    }
    last = page.last
  }
}

type Passage = Pick<PlanItem, 'document' | 'start'>

function placeName({ document, start }: Passage): string {
  return `${document} ${start}`
}

/** Passages to which the person added pairs, by name. */
function addedTo({ added = [] }: RunRow): Map<string, Passage> {
  const places = new Map<string, Passage>()
  for (let i = 0; i + 1 < added.length; i += 2) {
    const place = { document: added[i] ?? 0, start: added[i + 1] ?? 0 }
    places.set(placeName(place), place)
  }
  return places
}

/** Pairs of the passages with the decisions that lie in the index. */
async function pairRows(
  db: ProjectTables,
  run: number,
  passages: readonly Passage[],
  added: ReadonlyMap<string, Passage>,
): Promise<PairsOfPassage[]> {
  const keys = new Map(passages.map(each => [placeName(each), [run, each.document, each.start] as const]))
  const rows = (await db.pairs.bulkGet([...keys.values()])).filter((row): row is PairRow => row !== undefined)
  const leaves = await loadLeaves(db, run, rows)
  return rows.map(row => ({
    ...row,
    decisions: row.pairs.map((_, place) => decisionIn(leaves.code(row, place) ?? 0)),
    ...(added.has(placeName(row)) ? { added: true } : {}),
  }))
}

/** What became of these items, and their pairs: all as of one moment. */
async function itemSlice(
  db: ProjectTables,
  run: number,
  plan: readonly PlanItem[],
  added: ReadonlyMap<string, Passage>,
): Promise<readonly Written[]> {
  const from = plan[0]?.position ?? 0
  const rows = await db.items
    .where('[run+position]')
    .between([run, from], [run, from + plan.length], true, false)
    .limit(plan.length)
    .toArray()
  const settled = new Map(rows.map(({ run: _run, flag: _flag, ...item }) => [item.position, item satisfies ItemRecord]))
  const gave = plan.filter(item => (settled.get(item.position)?.pairs ?? 0) > 0 || added.has(placeName(item)))
  const pairs = await pairRows(db, run, gave, added)
  return [{ items: { run, items: [...settled.values()] } }, ...pairs.map(row => ({ pairs: row }))]
}

/** Runs below a number with plans, items and pairs, those last that the person added outside of the plan. */
export async function* runSlices(connection: Connection, end: number): AsyncGenerator<readonly Written[]> {
  const rows = await connection.read(['runs'], db => db.runs.where('sequence').below(end).toArray())
  for (const row of rows) {
    const { run } = row
    const added = addedTo(row)
    const outside = new Map(added)
    yield [{ run }]
    for (let block = 0; block * PLAN_BLOCK < run.total; block++) {
      const key = [run.sequence, block] as const
      const packed = await connection.read(['plans'], db => db.plans.get(key))
      const plan = packed === undefined ? [] : unpackPlan(packed, 0, Infinity)
      if (outside.size > 0) for (const item of plan) outside.delete(placeName(item))
      yield [{ plan: { run: run.sequence, items: plan } }]
      for (let at = 0; at < plan.length; at += ITEMS) {
        const items = plan.slice(at, at + ITEMS)
        yield await connection.read(['items', 'pairs', 'pairIndex'], db => itemSlice(db, run.sequence, items, added))
      }
    }
    const places = [...outside.values()]
    for (let at = 0; at < places.length; at += ITEMS) {
      const slice = places.slice(at, at + ITEMS)
      const pairs = await connection.read(['pairs', 'pairIndex'], db => pairRows(db, run.sequence, slice, added))
      yield pairs.map(each => ({ pairs: each }))
    }
  }
}
