import { useState } from 'react'
import { TextField, type TextFieldProps } from '#ui'
import { numberIn } from './corpus-params'

export interface NumberFieldProps extends Pick<TextFieldProps, 'label' | 'hint' | 'problem' | 'hideLabel'> {
  /** NaN for what was typed and is no number in range. */
  readonly value: number
  readonly most: number
  readonly step?: number | 'any'
  readonly onChange: (value: number) => void
}

/** A number that is kept as it is typed, also while it is none. */
export function NumberField({ value, most, step = 'any', onChange, ...words }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value))
  const said = numberIn(typed, most)
  const shown = Number.isNaN(value) || said === value ? typed : String(value)
  return (
    <TextField
      {...words}
      type="number"
      inputMode="decimal"
      min={0}
      max={most === Number.MAX_SAFE_INTEGER ? undefined : most}
      step={step}
      value={shown}
      onChange={text => {
        setTyped(text)
        onChange(numberIn(text, most) ?? Number.NaN)
      }}
    />
  )
}
