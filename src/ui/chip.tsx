import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'
import './chip.css'

export type Tone = 'plain' | 'accent' | 'ok' | 'warn' | 'no'

export interface ChipProps {
  readonly tone?: Tone
  readonly icon?: IconName
  readonly children: ReactNode
}

/** A state in a word; the colour only repeats it. */
export function Chip({ tone = 'plain', icon, children }: ChipProps) {
  return (
    <span className={classNames('ui-chip', tone !== 'plain' && `ui-chip--${tone}`)}>
      {icon !== undefined && <Icon name={icon} size={12} />}
      {children}
    </span>
  )
}

export interface ToggleChipProps extends ComponentPropsWithRef<'button'> {
  readonly pressed: boolean
}

/** A chip that is on or off: a filter. */
export function ToggleChip({ pressed, className, ...rest }: ToggleChipProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={pressed}
      className={classNames('ui-chip', 'ui-chip--toggle', className)}
    />
  )
}
