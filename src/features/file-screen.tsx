import type { ReactNode } from 'react'
import { classNames } from '#ui'
import './file-screen.css'

export interface FileScreenProps {
  /** Choices, and what is known of what they choose. */
  readonly form: ReactNode
  /** Names the other side. */
  readonly outLabel: string
  /** What will be written, and the button that writes it. */
  readonly out: ReactNode
  /** What will be written is to be read: it gets half of the width. */
  readonly wide?: boolean
}

/** Choices beside what will be written; where both do not stand side by side, the button comes first. */
export function FileScreen({ form, outLabel, out, wide = false }: FileScreenProps) {
  return (
    <div className={classNames('file-screen', wide && 'file-screen--wide')}>
      <div className="file-screen__form">{form}</div>
      <section className="file-screen__out" aria-label={outLabel}>
        {out}
      </section>
    </div>
  )
}
