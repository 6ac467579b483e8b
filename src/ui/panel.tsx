import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import './panel.css'

export interface PanelProps {
  readonly title: ReactNode
  /** One quiet line under the title. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  /** `card` draws an edge around; `plain` leaves the page as it is. */
  readonly look?: 'card' | 'plain'
  readonly className?: string
  readonly children?: ReactNode
}

/** A named part of a screen. */
export function Panel({ title, lead, actions, look = 'card', className, children }: PanelProps) {
  const id = useId()
  return (
    <section className={classNames('ui-panel', `ui-panel--${look}`, className)} aria-labelledby={id}>
      <header className="ui-panel__head">
        <div>
          <h2 id={id}>{title}</h2>
          {lead !== undefined && <p className="ui-panel__lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="ui-panel__actions">{actions}</div>}
      </header>
      {children}
    </section>
  )
}
