import type { StoredPair } from '#core/ports/project-store'
import { useTaskWord } from '#features/task-words'
import { IconButton } from '#ui'
import { PairEdit } from './pair-edit'
import { PairView } from './pair-view'
import { StateChip } from './state-chip'
import type { Decisions } from './use-decisions'
import type { Drafts } from './use-drafts'
import { useReviewWords } from './use-review-words'

export interface PairColumnProps {
  readonly stored: StoredPair
  /** `3 of 312`; null when the pair is not in the list. */
  readonly position: string | null
  readonly drafts: Drafts
  readonly decisions: Decisions
}

/** The pair in hand: where it stands in the list, and its words to read or to edit. */
export function PairColumn({ stored, position, drafts, decisions }: PairColumnProps) {
  const words = useReviewWords()
  const taskWord = useTaskWord()
  return (
    <section className="review__pair" aria-label={words.pair}>
      <header className="pair-head">
        <StateChip state={stored.pair.state} />
        <span>{taskWord(stored.pair.task)}</span>
        <span className="pair-head__place">{position}</span>
        <span className="pair-head__move">
          <IconButton icon="chevron-left" label={words.previous} onClick={() => decisions.move(-1)} />
          <IconButton icon="chevron-right" label={words.next} onClick={() => decisions.move(1)} />
        </span>
      </header>
      {drafts.draft === null ? (
        <PairView key={stored.key} stored={stored} />
      ) : (
        <PairEdit
          key={stored.key}
          draft={drafts.draft}
          onChange={drafts.change}
          onSave={drafts.save}
          onCancel={drafts.cancel}
        />
      )}
    </section>
  )
}
