import type { ReactNode } from 'react'
import { useCommands, useSession } from '#features/context'
import type { ScreenName } from './screens'

export interface ScreenLinkProps {
  readonly to: ScreenName
  readonly className?: string
  readonly label?: string
  readonly children: ReactNode
}

/** A real link, so that it can be opened in a new tab; a plain press stays in this one. */
export function ScreenLink({ to, className, label, children }: ScreenLinkProps) {
  const { go } = useCommands()
  const current = useSession(session => session.route.screen === to)
  return (
    <a
      href={`#/${to}`}
      className={className}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      onClick={event => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        go(to)
      }}
    >
      {children}
    </a>
  )
}
