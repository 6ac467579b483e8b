import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'
import './empty-state.css'

export interface EmptyStateProps {
  readonly icon?: IconName
  readonly title: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** What a screen says when it has nothing to show, and where to go from here. */
export function EmptyState({ icon, title, actions, children }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {icon !== undefined && <Icon name={icon} size={26} />}
      <h2>{title}</h2>
      {children !== undefined && <div className="ui-empty__words">{children}</div>}
      {actions !== undefined && <div className="ui-empty__actions">{actions}</div>}
    </div>
  )
}
