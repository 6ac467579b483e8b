import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import './field.css'

export interface CheckboxProps extends Omit<ComponentPropsWithRef<'input'>, 'type' | 'onChange' | 'id'> {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  /** Neither on nor off: some of what it stands for. */
  readonly mixed?: boolean
  readonly hideLabel?: boolean
  readonly onChange: (checked: boolean) => void
}

function Toggle({
  label,
  hint,
  mixed = false,
  hideLabel = false,
  className,
  onChange,
  kind,
  ...rest
}: CheckboxProps & { readonly kind: 'checkbox' | 'switch' }) {
  const id = useId()
  return (
    <label className={classNames('ui-check', className)}>
      <input
        {...rest}
        type="checkbox"
        {...(kind === 'switch' ? { role: 'switch', className: 'ui-check__switch' } : {})}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        ref={element => {
          if (element !== null) element.indeterminate = mixed
        }}
        onChange={event => onChange(event.target.checked)}
      />
      <span className="ui-check__words">
        <span id={`${id}-label`} className={hideLabel ? 'ui-visually-hidden' : undefined}>
          {label}
        </span>
        {hint !== undefined && (
          <span id={`${id}-hint`} className="ui-check__hint">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}

export function Checkbox(props: CheckboxProps) {
  return <Toggle {...props} kind="checkbox" />
}

/** Takes effect at once, unlike a checkbox of a form. */
export function Switch(props: Omit<CheckboxProps, 'mixed'>) {
  return <Toggle {...props} kind="switch" />
}
