import type { Problem } from '#core/problem'
import { Notice } from '#ui'
import { useProblemSentences, problemDetail } from '#features/problem-text'

export interface RefusedProps {
  readonly problem: Problem
  readonly dismissLabel: string
  readonly onDismiss: () => void
}

/** What did not work, in place. */
export function Refused({ problem, dismissLabel, onDismiss }: RefusedProps) {
  const { happened, safe, next } = useProblemSentences(problem)
  const detail = problemDetail(problem)
  return (
    <div role="alert">
      <Notice tone="no" title={happened} dismissLabel={dismissLabel} onDismiss={onDismiss}>
        {safe} {next}
        {detail !== null && <code className="models-code">{detail}</code>}
      </Notice>
    </div>
  )
}
