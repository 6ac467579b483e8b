import type { ReactNode } from 'react'
import './mark.css'

export interface MarkProps {
  /** `solid`: word for word. `aligned`: nearly so. `dotted`: a guess. */
  readonly look?: 'solid' | 'aligned' | 'dotted'
  readonly children: ReactNode
}

/** The highlighter: the same mark means "from here" on every screen. */
export function Mark({ look = 'solid', children }: MarkProps) {
  return <mark className={`ui-mark ui-mark--${look}`}>{children}</mark>
}
