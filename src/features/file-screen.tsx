import type { ReactNode } from 'react'
import './file-screen.css'

export interface FileScreenProps {
  /** Choices, and what is known of what they choose. */
  readonly form: ReactNode
  /** Names the other side. */
  readonly outLabel: string
  /** What will be written, and the button that writes it. */
  readonly out: ReactNode
}

/** Choices beside what will be written; where both do not stand side by side, the button comes first. */
export function FileScreen({ form, outLabel, out }: FileScreenProps) {
  return (
    <div className="file-screen">
      <div className="file-screen__form">{form}</div>
      <section className="file-screen__out" aria-label={outLabel}>
        {out}
      </section>
    </div>
  )
}
