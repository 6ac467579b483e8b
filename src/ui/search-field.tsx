import type { ComponentPropsWithRef } from 'react'
import { Icon } from './icon'
import './field.css'

export interface SearchFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'onChange'> {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

export function SearchField({ label, onChange, className, ...rest }: SearchFieldProps) {
  return (
    <div className={`ui-search ${className ?? ''}`}>
      <Icon name="search" size={15} />
      <input
        type="search"
        {...rest}
        aria-label={label}
        className="ui-input"
        onChange={event => onChange(event.target.value)}
      />
    </div>
  )
}
