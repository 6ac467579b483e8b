import type { Problem } from '#core/problem'
import { useCommands, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { useProblemSentences } from '#features/problem-text'
import { Button, EmptyState, Notice, Spinner } from '#ui'
import { filterOf, paramsOf, type ReviewFilter } from './review-filter'
import { useReviewWords } from './use-review-words'

const OPEN = filterOf(new URLSearchParams())

/** The project has no pair at all. */
export function NoPairs() {
  const words = useReviewWords()
  const { go } = useCommands()
  return (
    <EmptyState
      icon="review"
      title={words.noPairs}
      actions={
        <Button tone="primary" onClick={() => go('write')}>
          {words.writePairs}
        </Button>
      }
    >
      {words.noPairsWords}
    </EmptyState>
  )
}

export function ListReading() {
  const words = useReviewWords()
  return (
    <p className="list-reading" role="status">
      <Spinner /> {words.loading}
    </p>
  )
}

export interface NothingHereProps {
  readonly filter: ReviewFilter
  readonly onChange: (filter: ReviewFilter) => void
}

/** The list is empty: because everything was reviewed, or because of the filter. */
export function NothingHere({ filter, onChange }: NothingHereProps) {
  const words = useReviewWords()
  const format = useFormat()
  const { go } = useCommands()
  const exportable = useSession(session => session.counts.exportable)
  const unfiltered = Object.keys(paramsOf(filter, null)).length === 0
  if (unfiltered)
    return (
      <EmptyState
        icon="check"
        title={words.nothingLeft}
        actions={
          <Button tone="primary" onClick={() => go('export')}>
            {words.toExport}
          </Button>
        }
      >
        {words.nothingLeftWords(exportable, format)}
      </EmptyState>
    )
  return (
    <EmptyState
      title={filter.order === 'repetition' ? words.noRepetition : words.nothingHere}
      actions={<Button onClick={() => onChange(OPEN)}>{words.clearFilters}</Button>}
    >
      {filter.order === 'repetition' ? words.noRepetitionWords : words.nothingHereWords}
    </EmptyState>
  )
}

export function ListProblem({ problem, onAgain }: { readonly problem: Problem; readonly onAgain: () => void }) {
  const words = useReviewWords()
  const { happened, safe, next } = useProblemSentences(problem)
  return (
    <div className="list-problem" role="alert">
      <Notice tone="no" title={happened}>
        <p>
          {safe} {next}
        </p>
        <Button size="s" onClick={onAgain}>
          {words.tryAgain}
        </Button>
      </Notice>
    </div>
  )
}
