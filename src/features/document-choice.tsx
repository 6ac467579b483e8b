import { useState } from 'react'
import { useDocumentName } from '#features/document-name'
import { useFormat } from '#features/format'
import { LISTED, useDocumentsNamed } from '#features/use-documents-named'
import { Button, Checkbox, SearchField } from '#ui'
import { useNarrowWords } from './use-narrow-words'

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
  const [name, setName] = useState('')
  const { found, more } = useDocumentsNamed(name)
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
        {found?.map(document => (
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
      {more && <p className="ui-field__hint">{words.onlyFirst(LISTED, format)}</p>}
    </div>
  )
}
