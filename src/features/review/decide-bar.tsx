import type { StoredPair } from '#core/ports/project-store'
import { useDevice, useSession } from '#features/context'
import { Button } from '#ui'
import type { Decisions } from './use-decisions'
import type { Drafts } from './use-drafts'
import { useReviewWords } from './use-review-words'

export interface DecideBarProps {
  readonly stored: StoredPair | undefined
  readonly drafts: Drafts
  readonly decisions: Decisions
  readonly onEdit: () => void
}

/** What a person can do with the pair in hand; each word has its key beside it. */
export function DecideBar({ stored, drafts, decisions, onEdit }: DecideBarProps) {
  const words = useReviewWords()
  const { mac } = useDevice()
  const follower = useSession(session => session.role === 'follower')
  const steps = useSession(session => session.undo)
  const editing = drafts.draft !== null
  const decided = stored?.pair.decision ?? null
  return (
    <div className="decide">
      {follower && <p className="decide__why">{words.follower}</p>}
      {stored === undefined ? null : editing ? (
        <div className="decide__acts">
          <Button
            tone="primary"
            size="l"
            busy={drafts.saving}
            disabled={follower || !drafts.valid}
            onClick={drafts.save}
            keys={mac ? '⌘↵' : 'Ctrl ↵'}
          >
            {words.save}
          </Button>
          <Button size="l" onClick={drafts.cancel} keys="Esc">
            {words.cancel}
          </Button>
        </div>
      ) : (
        <div className="decide__acts">
          <Button
            tone="primary"
            size="l"
            keys="K"
            disabled={follower}
            aria-pressed={decided === 'keep'}
            onClick={() => decisions.decide('keep')}
          >
            {words.keep}
          </Button>
          <Button
            size="l"
            keys="D"
            disabled={follower}
            aria-pressed={decided === 'drop'}
            onClick={() => decisions.decide('drop')}
          >
            {words.drop}
          </Button>
          <Button size="l" keys="E" disabled={follower} onClick={onEdit}>
            {words.edit}
          </Button>
        </div>
      )}
      <div className="decide__more">
        <Button
          tone="quiet"
          size="s"
          icon="undo"
          keys="Z"
          disabled={follower || steps.undo === null}
          onClick={decisions.undo}
        >
          {words.undo}
        </Button>
        <Button
          tone="quiet"
          size="s"
          icon="redo"
          keys="⇧Z"
          disabled={follower || steps.redo === null}
          onClick={decisions.redo}
        >
          {words.redo}
        </Button>
        {decided !== null && !editing && (
          <Button tone="quiet" size="s" keys="U" disabled={follower} onClick={() => decisions.decide(null)}>
            {words.clear}
          </Button>
        )}
      </div>
    </div>
  )
}
