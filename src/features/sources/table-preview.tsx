import { useEffect, useState } from 'react'
import { problemOf } from '#core/problem'
import type { TablePreview as Preview } from '#messages/ingest-worker'
import { useCommands, useMessages, useSession } from '#features/context'
import { problemText } from '#features/problem-text'
import { MESSAGES } from './messages'

export interface TablePreviewProps {
  readonly source: number
  readonly encoding: string | null
  /** The chosen column; empty when it is left to the reader. */
  readonly column: string
  readonly onColumn: (column: string) => void
}

/** The first rows of a table, with the column of the text marked; pressing a heading chooses it. */
export function TablePreview({ source, encoding, column, onColumn }: TablePreviewProps) {
  const words = useMessages(MESSAGES).settings
  const locale = useSession(session => session.locale)
  const commands = useCommands()
  const [preview, setPreview] = useState<Preview | string | null>(null)
  useEffect(() => {
    let current = true
    commands.previewTable(source, encoding).then(
      found => {
        if (current) setPreview(found)
      },
      (thrown: unknown) => {
        if (current) setPreview(problemText(locale, problemOf(thrown)))
      },
    )
    return () => {
      current = false
    }
  }, [commands, source, encoding, locale])
  if (preview === null) return null
  if (typeof preview === 'string') return <p className="source-settings__note">{preview}</p>
  const chosen = column === '' ? preview.column : column
  return (
    <div className="table-preview" role="region" aria-label={words.preview} tabIndex={0}>
      <table>
        <caption className="ui-visually-hidden">{words.preview}</caption>
        <thead>
          <tr>
            {preview.columns.map(name => (
              <th key={name} scope="col" data-chosen={name === chosen}>
                <button type="button" aria-pressed={name === chosen} onClick={() => onColumn(name)}>
                  {name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((cells, row) => (
            <tr key={row}>
              {preview.columns.map((name, index) => (
                <td key={name} data-chosen={name === chosen}>
                  {cells[index] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
