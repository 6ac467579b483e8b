import type { Problem } from '#core/problem'
import { useProblemSentences } from '#features/problem-text'
import { Notice } from '#ui'

/** What could not be read, in place. */
export function ProblemNotice({ problem }: { readonly problem: Problem }) {
  const { happened, safe, next } = useProblemSentences(problem)
  return (
    <Notice tone="no" title={happened}>
      {safe} {next}
    </Notice>
  )
}
