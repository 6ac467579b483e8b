import type { StoredPair } from '#core/ports/project-store'
import { useSession } from '#features/context'
import { Button } from '#ui'
import { whyNotAgain } from './rewrite-plan'
import { useAgainWords } from './use-again-words'
import { useReviewWords } from './use-review-words'

export interface PairVersionsProps {
  readonly stored: StoredPair
  readonly onWriteAgain: () => void
  readonly onAnswerAgain: () => void
  readonly onOwnPair: () => void
}

/** Other versions of the pair in hand, and new pairs beside it. What cannot be done says why. */
export function PairVersions({ stored, onWriteAgain, onAnswerAgain, onOwnPair }: PairVersionsProps) {
  const words = useReviewWords()
  const again = useAgainWords()
  const follower = useSession(session => session.role === 'follower')
  const why = whyNotAgain(stored)
  const reasons = { rules: again.rulesOnly, own: again.ownOnly, same: again.sameOnly, other: again.otherOnly } as const
  return (
    <section>
      <h2>{again.versions}</h2>
      <div className="again__acts">
        <Button size="s" keys="W" disabled={follower || why !== null} onClick={onWriteAgain}>
          {words.writeAgain}
        </Button>
        <Button size="s" keys="A" disabled={follower} onClick={onAnswerAgain}>
          {words.answerAgain}
        </Button>
        <Button size="s" keys="N" disabled={follower} onClick={onOwnPair}>
          {words.ownPair}
        </Button>
      </div>
      {why !== null && <p className="pair-note again__why">{reasons[why]}</p>}
    </section>
  )
}
