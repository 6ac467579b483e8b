import { useMemo } from 'react'
import type { Document } from '#core/documents/document'
import type { StoredPair } from '#core/ports/project-store'
import { useQuery } from '#features/context'
import { useReviewWords } from './use-review-words'

/** What a document is called on a line: its file, and its row in a table. */
export function documentName(document: Document, row: (row: number) => string): string {
  const file = document.name.slice(document.name.lastIndexOf('/') + 1)
  return document.row === null ? file : `${file} · ${row(document.row)}`
}

/** Names of the documents that the rows of a window come from, by key. */
export function useDocumentNames(rows: readonly StoredPair[]): ReadonlyMap<number, string> {
  const words = useReviewWords()
  const orders = useMemo(() => [...new Set(rows.map(row => row.document))], [rows])
  const { value } = useQuery(`names:${orders.join()}`, reader => reader.documentsAt(orders))
  return useMemo(() => {
    const names = new Map<number, string>()
    for (const document of value ?? [])
      if (document !== undefined) names.set(document.order, documentName(document, words.row))
    return names
  }, [value, words])
}
