import type { PairKey, StoredPair } from '#core/ports/project-store'
import type { Range } from '#core/synthesis/pair'
import { useTaskWord } from '#features/task-words'
import { IconButton } from '#ui'
import { AnswerAgain } from './answer-again'
import { OwnPair } from './own-pair'
import { PairEdit } from './pair-edit'
import { PairView, type PairViewProps } from './pair-view'
import { StateChip } from './state-chip'
import type { Decisions } from './use-decisions'
import type { Drafts } from './use-drafts'
import type { Panel } from './use-panel'
import { useReviewWords } from './use-review-words'

export interface PairColumnProps extends Pick<PairViewProps, 'grouped' | 'lit' | 'onLight' | 'onShow' | 'onSelect'> {
  readonly stored: StoredPair
  /** `3 of 312`; null when the pair is not in the list. */
  readonly position: string | null
  readonly drafts: Drafts
  readonly decisions: Decisions
  readonly panel: Panel
  readonly onWriteAgain: () => void
  /** A pair of the person's own was stored. */
  readonly onAdded: (key: PairKey) => void
}

/** The pair in hand: where it stands in the list, and its words to read or to edit. */
export function PairColumn(props: PairColumnProps) {
  const { stored, position, drafts, decisions, panel, onWriteAgain, onAdded, ...view } = props
  const words = useReviewWords()
  const taskWord = useTaskWord()
  const { open } = panel
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
      {open?.kind === 'own' ? (
        <OwnPair
          key={`own:${stored.document}:${stored.pair.passage.start}`}
          stored={stored}
          picked={open.picked}
          onPick={(picked: Range) => panel.own(picked)}
          draft={panel.draft}
          onDraft={panel.onDraft}
          onSaved={key => {
            panel.saved()
            onAdded(key)
          }}
          onClose={panel.close}
        />
      ) : drafts.draft === null ? (
        <>
          {open?.kind === 'answer' && (
            <AnswerAgain
              key={`answer:${stored.key}`}
              stored={stored}
              onTake={response => {
                void decisions.save(stored.pair.instruction, response).then(saved => {
                  if (saved) panel.close()
                })
              }}
              onClose={panel.close}
            />
          )}
          <PairView
            key={stored.key}
            {...view}
            stored={stored}
            onDone={decisions.noteBulk}
            onWriteAgain={onWriteAgain}
            onAnswerAgain={panel.answer}
            onOwnPair={() => panel.own(null)}
          />
        </>
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
