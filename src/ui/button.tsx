import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'
import { Kbd } from './kbd'
import { Spinner } from './spinner'
import './button.css'

export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'danger'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly tone?: ButtonTone
  readonly size?: 's' | 'm' | 'l'
  readonly icon?: IconName
  /** Key that does the same, shown beside the words; the listener is `useHotkeys`. */
  readonly keys?: string
  /** At work: shows a spinner and takes no press, but keeps the focus. */
  readonly busy?: boolean
}

export function Button({
  tone = 'plain',
  size = 'm',
  icon,
  keys,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames('ui-button', `ui-button--${tone}`, size !== 'm' && `ui-button--${size}`, className)}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={keys}
      onClick={event => {
        if (!busy) onClick?.(event)
      }}
    >
      {busy ? <Spinner /> : icon !== undefined && <Icon name={icon} size={16} />}
      {children}
      {keys !== undefined && <Kbd>{keys}</Kbd>}
    </button>
  )
}
