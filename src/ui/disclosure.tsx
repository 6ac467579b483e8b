import type { ReactNode } from 'react'
import { Icon } from './icon'
import './disclosure.css'

export interface DisclosureProps {
  readonly summary: ReactNode
  readonly open?: boolean | undefined
  readonly onToggle?: (open: boolean) => void
  readonly children: ReactNode
}

/** The native details element. */
export function Disclosure({ summary, open, onToggle, children }: DisclosureProps) {
  return (
    <details className="ui-disclosure" open={open} onToggle={event => onToggle?.(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron-right" size={14} />
        {summary}
      </summary>
      <div className="ui-disclosure__body">{children}</div>
    </details>
  )
}
