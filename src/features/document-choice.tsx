import { useState } from 'react'
import type { Document } from '#core/documents/document'
import type { ProjectReader } from '#core/ports/project-store'
import { useQuery, useSession } from '#features/context'
import { useDocumentName } from '#features/document-name'
import { useFormat } from '#features/format'
import { Button, Checkbox, SearchField } from '#ui'
import { useNarrowWords } from './use-narrow-words'

/** Documents looked through for a name, and of those that match the ones listed. */
const MOST = 20_000
const LISTED = 40
const PAGE = 1_000

async function documentsNamed(reader: ProjectReader, name: string): Promise<readonly Document[]> {
  const wanted = name.trim().toLowerCase()
  const found: Document[] = []
  let after = -1
  for (let read = 0; read < MOST && found.length <= LISTED; read += PAGE) {
    const page = await reader.documents({ after, limit: PAGE, removed: false })
    found.push(...page.filter(document => document.name.toLowerCase().includes(wanted)))
    after = page.at(-1)?.order ?? after
    if (page.length < PAGE) break
  }
  return found
}

export interface DocumentChoiceProps {
  /** null for all. */
  readonly chosen: readonly number[] | null
  readonly onChange: (documents: readonly number[] | null) => void
}

/** Documents to take, found by name. None ticked means all. */
export function DocumentChoice({ chosen, onChange }: DocumentChoiceProps) {
  const words = useNarrowWords()
  const format = useFormat()
  const nameOf = useDocumentName()
  const revision = useSession(session => session.revisions.sources)
  const [name, setName] = useState('')
  const { value: found } = useQuery(`named:${revision}:${name}`, reader => documentsNamed(reader, name))
  const toggle = (order: number, on: boolean): void => {
    const rest = (chosen ?? []).filter(other => other !== order)
    const next = on ? [...rest, order].sort((a, b) => a - b) : rest
    onChange(next.length === 0 ? null : next)
  }
  return (
    <div className="narrow__row" role="group" aria-label={words.documents}>
      <div className="narrow__head">
        <span className="ui-field__label">{words.documents}</span>
        <span className="ui-field__hint">
          {chosen === null ? words.allDocuments : words.chosenDocuments(chosen.length, format)}
        </span>
        {chosen !== null && (
          <Button tone="quiet" size="s" onClick={() => onChange(null)}>
            {words.clear}
          </Button>
        )}
      </div>
      <SearchField label={words.findDocument} placeholder={words.findDocument} value={name} onChange={setName} />
      <ul className="narrow__documents">
        {found?.slice(0, LISTED).map(document => (
          <li key={document.order} title={document.name}>
            <Checkbox
              label={nameOf(document)}
              checked={chosen?.includes(document.order) ?? false}
              onChange={on => toggle(document.order, on)}
            />
          </li>
        ))}
      </ul>
      {found?.length === 0 && <p className="ui-field__hint">{words.noDocument}</p>}
      {found !== undefined && found.length > LISTED && (
        <p className="ui-field__hint">{words.onlyFirst(LISTED, format)}</p>
      )}
    </div>
  )
}
