import type { ReactNode } from 'react'
import { classNames } from './class-names'
import type { Tone } from './chip'
import { Icon, type IconName } from './icon'
import { IconButton } from './icon-button'
import './notice.css'

const ICONS: Readonly<Record<Tone, IconName>> = {
  plain: 'info',
  accent: 'info',
  ok: 'check',
  warn: 'warning',
  no: 'warning',
}

export interface NoticeProps {
  readonly tone?: Tone
  readonly title?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
  /** Given: a button puts the notice away. */
  readonly onDismiss?: () => void
  readonly dismissLabel?: string
  readonly className?: string
}

/** Something to know, in place. */
export function Notice({ tone = 'plain', title, actions, children, onDismiss, dismissLabel, className }: NoticeProps) {
  return (
    <div className={classNames('ui-notice', `ui-notice--${tone}`, className)}>
      <Icon name={ICONS[tone]} size={17} />
      <div className="ui-notice__words">
        {title !== undefined && <strong>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {actions !== undefined && <div className="ui-notice__actions">{actions}</div>}
      {onDismiss !== undefined && (
        <IconButton icon="cross" size="s" label={dismissLabel ?? ''} onClick={() => onDismiss()} />
      )}
    </div>
  )
}

export interface ToastItem {
  readonly id: number
  readonly tone: Tone
  readonly text: ReactNode
  readonly action?: ReactNode | undefined
}

export interface ToastListProps {
  readonly items: readonly ToastItem[]
  readonly label: string
  readonly dismissLabel: string
  readonly onDismiss: (id: number) => void
}

/** What was just done or went wrong, at the foot of the page; read out politely. */
export function ToastList({ items, label, dismissLabel, onDismiss }: ToastListProps) {
  return (
    <section className="ui-toasts" aria-label={label} aria-live="polite">
      {items.map(item => (
        <Notice
          key={item.id}
          tone={item.tone}
          actions={item.action}
          dismissLabel={dismissLabel}
          onDismiss={() => onDismiss(item.id)}
          className="ui-toast"
        >
          {item.text}
        </Notice>
      ))}
    </section>
  )
}
