import { useMemo } from 'react'
import type { StoredPair } from '#core/ports/project-store'
import { useQuery } from '#features/context'
import { useDocumentName } from '#features/document-name'

/** Names of the documents that the rows of a window come from, by key. */
export function useDocumentNames(rows: readonly StoredPair[]): ReadonlyMap<number, string> {
  const nameOf = useDocumentName()
  const orders = useMemo(() => [...new Set(rows.map(row => row.document))], [rows])
  const { value } = useQuery(`names:${orders.join()}`, reader => reader.documentsAt(orders))
  return useMemo(() => {
    const names = new Map<number, string>()
    for (const document of value ?? []) if (document !== undefined) names.set(document.order, nameOf(document))
    return names
  }, [value, nameOf])
}
