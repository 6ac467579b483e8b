import type { ReactNode, Ref } from 'react'
import './page.css'

export interface PageProps {
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  /** The element that scrolls, for virtual lists. */
  readonly ref?: Ref<HTMLDivElement>
  readonly children?: ReactNode
}

/** A screen of one column: title, what can be done with all of it, and its parts. Scrolls by itself. */
export function Page({ title, lead, actions, ref, children }: PageProps) {
  return (
    <div className="ui-page" ref={ref}>
      <div className="ui-page__column">
        <header className="ui-page__head">
          <div>
            <h1>{title}</h1>
            {lead !== undefined && <p className="ui-page__lead">{lead}</p>}
          </div>
          {actions !== undefined && <div className="ui-page__actions">{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  )
}
