import { useId } from 'react'
import { FORMAT_NAMES, type FormatName } from '#core/export/format'
import { useExportWords } from './use-export-words'

export interface FormatChoiceProps {
  readonly value: FormatName
  readonly onChange: (format: FormatName) => void
}

/** Every format with the line that says who reads it: native radio buttons. */
export function FormatChoice({ value, onChange }: FormatChoiceProps) {
  const words = useExportWords()
  const name = useId()
  return (
    <fieldset className="formats">
      <legend className="ui-visually-hidden">{words.format}</legend>
      {FORMAT_NAMES.map(format => (
        <label key={format} className="formats__choice">
          <input
            type="radio"
            name={name}
            value={format}
            checked={format === value}
            aria-describedby={`${name}-${format}`}
            aria-labelledby={`${name}-${format}-name`}
            onChange={() => onChange(format)}
          />
          <span>
            <strong id={`${name}-${format}-name`}>{words.formats[format].name}</strong>
            <small id={`${name}-${format}`}>{words.formats[format].use}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
