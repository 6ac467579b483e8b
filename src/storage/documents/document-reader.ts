import type { Document } from '#core/documents/document'
import type { ProjectReader, Source } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'
import { holdsKey, rangeEnd } from '#storage/database/key-ranges'
import type { ProjectTables } from '#storage/database/project-database'
import type { DocumentRow, SourceRow } from '#storage/database/rows'
import { unpackCut } from '#storage/documents/cut-rows'
import { type HiddenDocuments, loadHidden } from '#storage/documents/hidden-documents'
import { textReader } from '#storage/documents/text-reader'

function sourceOf(row: SourceRow): Source {
  const { reading: _reading, textBytes: _text, cutBytes: _cut, ...source } = row
  return source
}

/** The document as readers see it; undefined when it is deleted. */
function visible(row: DocumentRow | undefined, hidden: HiddenDocuments): Document | undefined {
  if (row === undefined || holdsKey(hidden.gone, row.order)) return undefined
  return { ...row, removed: holdsKey(hidden.removed, row.order) }
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined
}

async function pageOf(
  db: ProjectTables,
  { after, limit, removed }: { after: number; limit: number; removed: boolean },
): Promise<Document[]> {
  const hidden = await loadHidden(db)
  const page: Document[] = []
  let last = after
  while (page.length < limit) {
    const wanted = limit - page.length
    const rows = await db.documents.where('order').above(last).limit(wanted).toArray()
    for (const row of rows) {
      const document = visible(row, hidden)
      if (document !== undefined && (removed || !document.removed)) page.push(document)
    }
    const end = rows.at(-1)?.order
    if (end === undefined || rows.length < wanted) break
    // Jumps over the rest of a hidden stretch instead of reading through it.
    last = rangeEnd(hidden.gone, end) ?? (removed ? end : (rangeEnd(hidden.removed, end) ?? end))
  }
  return page
}

async function withSha256(db: ProjectTables, hashes: readonly string[]): Promise<Map<string, Document>> {
  const hidden = await loadHidden(db)
  const rows = await db.documents
    .where('sha256')
    .anyOf([...new Set(hashes)])
    .toArray()
  const found = new Map<string, Document>()
  for (const row of rows) {
    const document = visible(row, hidden)
    if (document === undefined) continue
    const known = found.get(row.sha256)
    if (known === undefined || (known.removed && !document.removed)) found.set(row.sha256, document)
  }
  return found
}

type Part = Pick<
  ProjectReader,
  | 'sources'
  | 'source'
  | 'document'
  | 'documents'
  | 'documentsAt'
  | 'documentBySha256'
  | 'documentsBySha256'
  | 'cut'
  | 'cuts'
  | 'text'
  | 'texts'
>

/** Reading of sources, documents, cuts and texts. */
export function documentReader(connection: Connection): Part {
  const texts = textReader(connection)
  const documentsAt: Part['documentsAt'] = orders =>
    connection.read(['meta', 'sources', 'documents'], async db => {
      const [hidden, rows] = await Promise.all([loadHidden(db), db.documents.bulkGet([...orders])])
      return rows.map(row => visible(row, hidden))
    })
  const documentsBySha256: Part['documentsBySha256'] = hashes =>
    connection.read(['meta', 'sources', 'documents'], db => withSha256(db, hashes))
  return {
    sources: () => connection.read(['sources'], async db => (await db.sources.toArray()).map(sourceOf)),
    source: id =>
      connection.read(['sources'], async db => {
        const row = await db.sources.get(id)
        return row === undefined ? undefined : sourceOf(row)
      }),
    document: async order => (await documentsAt([order]))[0],
    documents: options => connection.read(['meta', 'sources', 'documents'], db => pageOf(db, options)),
    documentsAt,
    documentBySha256: async sha256 => (await documentsBySha256([sha256])).get(sha256),
    documentsBySha256,
    cut: document =>
      connection.read(['cuts'], async db => {
        const row = await db.cuts.get(document)
        return row === undefined ? undefined : unpackCut(row)
      }),
    cuts: documents =>
      connection.read(['cuts'], async db => {
        const rows = await db.cuts.bulkGet([...documents])
        return rows.filter(isThere).map(unpackCut)
      }),
    text: async (document, start, end) => (await texts([{ document, start, end }]))[0] ?? '',
    texts,
  }
}
