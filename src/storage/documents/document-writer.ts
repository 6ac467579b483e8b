import { ProblemError } from '#core/problem'
import type { DocumentWriter, NewDocument } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'
import { readMeta, takeNumbers } from '#storage/database/meta'
import type { ProjectTables } from '#storage/database/project-database'
import type { CutRow, DocumentRow, TextRow } from '#storage/database/rows'
import { cutBytes, packCut } from '#storage/documents/cut-rows'
import { BLOCK, blocksOf, textBytes } from '#storage/documents/text-blocks'

/** Text of a large document that is not on disk yet. */
interface Arriving {
  /** Next block to write. */
  block: number
  pending: string
  bytes: number
}

/** Blocks written in one transaction while a large text arrives. */
const WRITE_BLOCKS = 16

/** Bytes of a document's own row, roughly. */
const TEXT_ROW = 60

/** Notes bytes with the source, so that `usage` never reads texts. */
async function addBytes(db: ProjectTables, source: number, text: number, cut: number): Promise<void> {
  const row = await db.sources.get(source)
  if (row === undefined) throw new ProblemError({ kind: 'unexpected', detail: `no source ${source}` })
  await db.sources.put({ ...row, textBytes: row.textBytes + text, cutBytes: row.cutBytes + cut })
}

async function setArriving(db: ProjectTables, change: (documents: readonly number[]) => number[]): Promise<void> {
  const row = await readMeta(db, 'arriving')
  await db.meta.put({ key: 'arriving', documents: change(row?.documents ?? []) })
}

type Part = Pick<
  DocumentWriter,
  | 'beginSource'
  | 'addDocuments'
  | 'beginText'
  | 'appendText'
  | 'finishText'
  | 'discardText'
  | 'finishSource'
  | 'replaceCut'
>

/** Writing of sources, documents, texts and cuts. */
export function documentWriter(connection: Connection): Part {
  const arriving = new Map<number, Arriving>()
  const arrivingText = (order: number): Arriving => {
    const state = arriving.get(order)
    if (state === undefined) throw new ProblemError({ kind: 'unexpected', detail: `no text arrives for ${order}` })
    return state
  }
  return {
    beginSource: (fence, source) =>
      connection.write(fence, ['meta', 'sources'], async db => {
        const id = await takeNumbers(db, 'source', 1)
        await db.sources.add({
          ...source,
          id,
          encoding: null,
          column: null,
          columns: null,
          documents: 0,
          passages: 0,
          characters: 0,
          languages: [],
          warnings: [],
          problem: null,
          removed: false,
          firstDocument: null,
          lastDocument: null,
          reading: true,
          textBytes: 0,
          cutBytes: 0,
        })
        return id
      }),

    addDocuments: (fence, added, settings) =>
      connection.write(fence, ['meta', 'sources', 'documents', 'texts', 'cuts'], async db => {
        const first = await takeNumbers(db, 'document', added.length)
        const rows = rowsOf(added, first, settings)
        const sources = [...rows.bytes].map(([source, { text, cut }]) => addBytes(db, source, text, cut))
        await Promise.all([
          db.documents.bulkAdd(rows.documents),
          db.texts.bulkAdd(rows.texts),
          db.cuts.bulkAdd(rows.cuts),
          ...sources,
        ])
        return added.map((_, i) => first + i)
      }),

    beginText: async fence => {
      const order = await connection.write(fence, ['meta'], async db => {
        const taken = await takeNumbers(db, 'document', 1)
        await setArriving(db, documents => [...documents, taken])
        return taken
      })
      arriving.set(order, { block: 0, pending: '', bytes: 0 })
      return order
    },

    appendText: async (fence, order, text) => {
      const state = arrivingText(order)
      state.pending += text
      if (state.pending.length < BLOCK * WRITE_BLOCKS) return
      const whole = state.pending.length - (state.pending.length % BLOCK)
      const rows = blocksOf(order, state.block, state.pending.slice(0, whole), false)
      await connection.write(fence, ['texts'], db => db.texts.bulkPut(rows))
      state.bytes += rows.reduce((sum, row) => sum + TEXT_ROW + textBytes(row.text), 0)
      state.block += rows.length
      state.pending = state.pending.slice(whole)
    },

    finishText: async (fence, order, document, passages, settings) => {
      const state = arrivingText(order)
      const rows = blocksOf(order, state.block, state.pending, true)
      const cut = packCut({ document: order, settings, passages })
      const bytes = state.bytes + rows.reduce((sum, row) => sum + TEXT_ROW + textBytes(row.text), 0)
      await connection.write(fence, ['meta', 'sources', 'documents', 'texts', 'cuts'], async db => {
        await db.texts.bulkPut(rows)
        await db.documents.add({ ...document, order })
        await db.cuts.put(cut)
        await addBytes(db, document.source, bytes, cutBytes(cut))
        await setArriving(db, documents => documents.filter(other => other !== order))
      })
      arriving.delete(order)
    },

    discardText: async (fence, order) => {
      arriving.delete(order)
      await connection.write(fence, ['meta', 'texts'], async db => {
        await db.texts.where('[document+block]').between([order, 0], [order, Infinity], true, true).delete()
        await setArriving(db, documents => documents.filter(other => other !== order))
      })
    },

    finishSource: (fence, source) =>
      connection.write(fence, ['sources'], async db => {
        const row = await db.sources.get(source.id)
        if (row === undefined) throw new ProblemError({ kind: 'unexpected', detail: `no source ${source.id}` })
        await db.sources.put({ ...row, ...source, reading: false })
      }),

    replaceCut: (fence, cut) =>
      connection.write(fence, ['sources', 'documents', 'cuts'], async db => {
        const [document, before] = await Promise.all([db.documents.get(cut.document), db.cuts.get(cut.document)])
        if (document === undefined) return
        const row = packCut(cut)
        await db.cuts.put(row)
        const source = await db.sources.get(document.source)
        if (source === undefined) return
        const passages = source.passages + row.starts.length - (before?.starts.length ?? 0)
        const bytes = source.cutBytes + cutBytes(row) - (before === undefined ? 0 : cutBytes(before))
        await db.sources.put({ ...source, passages, cutBytes: bytes })
      }),
  }
}

interface NewRows {
  readonly documents: DocumentRow[]
  readonly texts: TextRow[]
  readonly cuts: CutRow[]
  /** Estimated bytes by source. */
  readonly bytes: Map<number, { readonly text: number; readonly cut: number }>
}

function rowsOf(added: readonly NewDocument[], first: number, settings: CutRow['settings']): NewRows {
  const rows: NewRows = { documents: [], texts: [], cuts: [], bytes: new Map() }
  added.forEach(({ document, text, passages }, i) => {
    const order = first + i
    const cut = packCut({ document: order, settings, passages })
    const blocks = blocksOf(order, 0, text, true)
    rows.documents.push({ ...document, order })
    rows.texts.push(...blocks)
    rows.cuts.push(cut)
    const before = rows.bytes.get(document.source) ?? { text: 0, cut: 0 }
    rows.bytes.set(document.source, {
      text: before.text + blocks.length * TEXT_ROW + textBytes(text),
      cut: before.cut + cutBytes(cut),
    })
  })
  return rows
}
