import { useId, useState } from 'react'
import { useQuery } from '#features/context'
import { useFormat } from '#features/format'
import { LISTED, useDocumentsNamed } from '#features/use-documents-named'
import { Button, Icon, Popover, SearchField } from '#ui'
import { useDocumentName } from '#features/document-name'
import { useReviewWords } from './use-review-words'

export interface DocumentFilterProps {
  readonly value: number | null
  readonly onChange: (document: number | null) => void
}

/** One document among any number, found by its name. */
export function DocumentFilter({ value, onChange }: DocumentFilterProps) {
  const words = useReviewWords()
  const nameOf = useDocumentName()
  const label = useId()
  const chosen = useQuery(`document:${value ?? ''}`, async reader =>
    value === null ? undefined : reader.document(value),
  ).value
  return (
    <div className="ui-field">
      <span id={label} className="ui-field__label">
        {words.document}
      </span>
      <Popover
        label={words.document}
        className="document-filter"
        trigger={props => (
          <Button {...props} className="document-filter__button" aria-describedby={label}>
            <span>{value === null || chosen === undefined ? words.anyDocument : nameOf(chosen)}</span>
            <Icon name="chevron-down" size={15} />
          </Button>
        )}
      >
        {close => (
          <DocumentChoices
            value={value}
            onChoose={document => {
              onChange(document)
              close()
            }}
          />
        )}
      </Popover>
    </div>
  )
}

function DocumentChoices({
  value,
  onChoose,
}: {
  readonly value: number | null
  readonly onChoose: (document: number | null) => void
}) {
  const words = useReviewWords()
  const nameOf = useDocumentName()
  const format = useFormat()
  const [name, setName] = useState('')
  const { found, more } = useDocumentsNamed(name)
  return (
    <div className="document-filter__panel">
      <SearchField
        label={words.findDocument}
        placeholder={words.findDocument}
        value={name}
        onChange={setName}
        autoFocus
      />
      <ul className="ui-menu">
        {name === '' && (
          <li>
            <button
              type="button"
              className="ui-menu__item"
              aria-current={value === null}
              onClick={() => onChoose(null)}
            >
              {words.anyDocument}
            </button>
          </li>
        )}
        {found?.map(document => (
          <li key={document.order}>
            <button
              type="button"
              className="ui-menu__item"
              aria-current={document.order === value}
              title={document.name}
              onClick={() => onChoose(document.order)}
            >
              <span className="ui-menu__label">{nameOf(document)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found?.length === 0 && <p className="document-filter__note">{words.noDocument}</p>}
      {more && <p className="document-filter__note">{words.onlyFirst(LISTED, format)}</p>}
    </div>
  )
}
