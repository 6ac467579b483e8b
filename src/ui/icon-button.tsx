import type { ComponentPropsWithRef } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'
import './button.css'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly icon: IconName
  /** What it does: its name for assistive technology and its tooltip. */
  readonly label: string
  readonly tone?: 'plain' | 'danger'
  readonly size?: 's' | 'm'
}

export function IconButton({ icon, label, tone = 'plain', size = 'm', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={classNames(
        'ui-icon-button',
        tone === 'danger' && 'ui-icon-button--danger',
        size === 's' && 'ui-icon-button--s',
        className,
      )}
    >
      <Icon name={icon} size={size === 's' ? 15 : 17} />
    </button>
  )
}
