import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names'
import { Field, type FieldWords } from './field'

export interface TextFieldProps extends FieldWords, Omit<ComponentPropsWithRef<'input'>, 'id' | 'onChange'> {
  readonly onChange?: (value: string) => void
}

/** One line of text, a number, or any other `type` of input. */
export function TextField({ label, hint, problem, hideLabel, className, onChange, ...rest }: TextFieldProps) {
  return (
    <Field {...{ label, hint, problem }} hideLabel={hideLabel ?? false} className={className}>
      {ids => (
        <input type="text" {...rest} {...ids} className="ui-input" onChange={event => onChange?.(event.target.value)} />
      )}
    </Field>
  )
}

export interface TextAreaProps extends FieldWords, Omit<ComponentPropsWithRef<'textarea'>, 'id' | 'onChange'> {
  readonly onChange?: (value: string) => void
  /** Grows with its text. */
  readonly grow?: boolean
  /** Set like a passage: serif, reading size. */
  readonly reading?: boolean
}

export function TextArea({
  label,
  hint,
  problem,
  hideLabel,
  className,
  onChange,
  grow = false,
  reading = false,
  ...rest
}: TextAreaProps) {
  return (
    <Field {...{ label, hint, problem }} hideLabel={hideLabel ?? false} className={className}>
      {ids => (
        <textarea
          {...rest}
          {...ids}
          className={classNames('ui-input', grow && 'ui-input--grow', reading && 'ui-input--reading')}
          onChange={event => onChange?.(event.target.value)}
        />
      )}
    </Field>
  )
}
