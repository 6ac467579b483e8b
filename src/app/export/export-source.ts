import type { ExportPair } from '#core/export/export-row'
import type { Narrowing } from '#core/export/selection'
import type { Cancel } from '#core/ports/cancel'
import type { PairFilter, PairKey, PassageText, ProjectReader, StoredPair } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import { nextTask } from '#files/next-task'

/** Pairs read at a time, and handed on at a time. */
const PAIRS_PAGE = 1000
const PAIRS_PART = 100
const DOCUMENTS_PAGE = 200
const PASSAGES_PAGE = 64

/** What storage can leave out by itself; of several documents all are read. */
export function filterOf({ states, tasks, languages, documents }: Narrowing): PairFilter {
  const only = documents?.length === 1 ? (documents[0] ?? null) : null
  return { states, tasks, languages, checks: [], document: only, text: '' }
}

async function withTexts(reader: ProjectReader, page: readonly StoredPair[]): Promise<ExportPair[]> {
  const places = new Map<string, { document: number; start: number; end: number }>()
  const placeOf = ({ document, pair }: StoredPair): string => `${document} ${pair.passage.start} ${pair.passage.end}`
  for (const stored of page) {
    const { start, end } = stored.pair.passage
    places.set(placeOf(stored), { document: stored.document, start, end })
  }
  const orders = [...new Set(page.map(({ document }) => document))]
  const [texts, found] = await Promise.all([reader.texts([...places.values()]), reader.documentsAt(orders)])
  const documents = new Map(orders.map((order, index) => [order, found[index]]))
  const textOf = new Map([...places.keys()].map((place, index) => [place, texts[index] ?? '']))
  const rows: ExportPair[] = []
  for (const stored of page) {
    const document = documents.get(stored.document)
    if (document !== undefined)
      rows.push({ pair: stored.pair, document, passageText: textOf.get(placeOf(stored)) ?? '' })
  }
  return rows
}

/** Parts of pages of pairs in the order of rows, with what a row needs beside them. */
export async function* exportPairs(
  cancel: Cancel,
  reader: ProjectReader,
  options: Narrowing,
): AsyncGenerator<readonly ExportPair[], undefined> {
  const filter = filterOf(options)
  const read = async (after: PairKey): Promise<{ rows: readonly ExportPair[]; last: PairKey | null }> => {
    const page = await reader.pairs(filter, after, PAIRS_PAGE)
    return { rows: await withTexts(reader, page), last: page.at(-1)?.key ?? null }
  }
  let page = await read('')
  while (page.last !== null) {
    // The next page is read while the caller turns this one into rows, part by part: each turn lets the reading go on.
    const next = read(page.last)
    next.catch(() => undefined)
    for (let at = 0; at < page.rows.length; at += PAIRS_PART) {
      if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
      yield page.rows.slice(at, at + PAIRS_PART)
      await nextTask()
    }
    page = await next
  }
}

/** Pages of passages in the order of rows, without what they say. */
export async function* exportPlaces(
  cancel: Cancel,
  reader: ProjectReader,
): AsyncGenerator<readonly Omit<PassageText, 'text'>[], undefined> {
  for (let after = -1; ; ) {
    const documents = await reader.documents({ after, limit: DOCUMENTS_PAGE, removed: false })
    const found = await reader.cuts(documents.map(({ order }) => order))
    const cuts = new Map(found.map(cut => [cut.document, cut]))
    for (const document of documents) {
      const passages = cuts.get(document.order)?.passages ?? []
      for (let at = 0; at < passages.length; at += PASSAGES_PAGE) {
        if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
        yield passages.slice(at, at + PASSAGES_PAGE).map(passage => ({ ...passage, document }))
      }
    }
    const last = documents.at(-1)
    if (last === undefined || documents.length < DOCUMENTS_PAGE) return
    after = last.order
  }
}

/** Pages of passages in the order of rows. */
export async function* exportPassages(
  cancel: Cancel,
  reader: ProjectReader,
): AsyncGenerator<readonly PassageText[], undefined> {
  for await (const page of exportPlaces(cancel, reader)) {
    const texts = await reader.texts(page.map(({ document, start, end }) => ({ document: document.order, start, end })))
    yield page.map((place, index) => ({ ...place, text: texts[index] ?? '' }))
  }
}
