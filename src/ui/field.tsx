import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import './field.css'

export interface FieldWords {
  readonly label: ReactNode
  /** Stays below the control. */
  readonly hint?: ReactNode
  /** What is wrong with the value; also marks the control as invalid. */
  readonly problem?: ReactNode
  /** Keeps the label for assistive technology only. */
  readonly hideLabel?: boolean
}

export interface ControlIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

export interface FieldProps extends FieldWords {
  readonly className?: string | undefined
  /** Draws the control; spread what it is given on it. */
  readonly children: (ids: ControlIds) => ReactNode
}

/** A label, a control and what there is to say about it. */
export function Field({ label, hint, problem, hideLabel = false, className, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const said = problem ?? hint
  const has = said !== undefined && said !== null
  return (
    <div className={classNames('ui-field', className)}>
      <label htmlFor={id} className={hideLabel ? 'ui-visually-hidden' : 'ui-field__label'}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': has ? hintId : undefined,
        'aria-invalid': problem !== undefined && problem !== null ? true : undefined,
      })}
      {has && (
        <p id={hintId} className={problem ? 'ui-field__problem' : 'ui-field__hint'}>
          {said}
        </p>
      )}
    </div>
  )
}
