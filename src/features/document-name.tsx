import { useCallback } from 'react'
import type { Document } from '#core/documents/document'
import { useSession } from '#features/context'
import { formatFor } from '#features/format'
import type { Locale } from '#features/session'

const ROW: Readonly<Record<Locale, (row: string) => string>> = {
  en: row => `row ${row}`,
  zh: row => `第 ${row} 行`,
}

/** What a document is called on a line: its file without folders, and its row in a table. */
export function useDocumentName(): (document: Pick<Document, 'name' | 'row'>) => string {
  const locale = useSession(session => session.locale)
  return useCallback(
    ({ name, row }: Pick<Document, 'name' | 'row'>) => {
      const file = name.slice(name.lastIndexOf('/') + 1)
      return row === null ? file : `${file} · ${ROW[locale](formatFor(locale).number(row))}`
    },
    [locale],
  )
}
