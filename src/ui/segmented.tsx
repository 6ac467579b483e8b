import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import './segmented.css'

export interface Choice<V extends string> {
  readonly value: V
  readonly label: ReactNode
  readonly disabled?: boolean
}

export interface SegmentedProps<V extends string> {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: V
  readonly options: readonly Choice<V>[]
  readonly onChange: (value: V) => void
}

/** One of a few, all in sight: native radio buttons drawn side by side. */
export function Segmented<V extends string>({ label, hideLabel = false, value, options, onChange }: SegmentedProps<V>) {
  const name = useId()
  return (
    <fieldset className="ui-segmented">
      <legend className={hideLabel ? 'ui-visually-hidden' : 'ui-field__label'}>{label}</legend>
      <div>
        {options.map(option => (
          <label key={option.value} className={classNames(option.value === value && 'on')}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
