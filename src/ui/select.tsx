import type { ComponentPropsWithRef } from 'react'
import { Field, type FieldWords } from './field'
import { Icon } from './icon'

export interface SelectOption<V extends string> {
  readonly value: V
  readonly label: string
  readonly disabled?: boolean
}

export interface SelectProps<V extends string>
  extends FieldWords,
    Omit<ComponentPropsWithRef<'select'>, 'id' | 'onChange' | 'value' | 'children'> {
  readonly value: V
  readonly options: readonly SelectOption<V>[]
  readonly onChange: (value: V) => void
}

/** The native list of choices. */
export function Select<V extends string>({
  label,
  hint,
  problem,
  hideLabel,
  className,
  options,
  onChange,
  ...rest
}: SelectProps<V>) {
  return (
    <Field {...{ label, hint, problem }} hideLabel={hideLabel ?? false} className={className}>
      {ids => (
        <span className="ui-select">
          <select
            {...rest}
            {...ids}
            className="ui-input"
            onChange={event => {
              const chosen = options.find(option => option.value === event.target.value)
              if (chosen !== undefined) onChange(chosen.value)
            }}
          >
            {options.map(option => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" size={15} />
        </span>
      )}
    </Field>
  )
}
