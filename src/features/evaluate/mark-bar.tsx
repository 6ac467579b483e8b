import { useSession } from '#features/context'
import { Button } from '#ui'
import { WHYS } from './blind-messages.en'
import type { Marking } from './use-marking'
import { useBlindWords } from './use-blind-words'

/** One button for each mark; its key stands beside the words. */
export function MarkBar({ marking }: { readonly marking: Marking }) {
  const words = useBlindWords()
  const follower = useSession(session => session.role === 'follower')
  const { current, mark, undo, canUndo } = marking
  const entry = current?.entry
  const off = follower || entry === undefined
  return (
    <div className="mark-bar">
      {follower && <p className="mark-bar__why">{words.follower}</p>}
      <div className="mark-bar__sure">
        <Button
          tone="primary"
          size="l"
          keys="1"
          disabled={off}
          aria-pressed={entry?.verdict === 'right'}
          onClick={() => mark('right')}
        >
          {words.right}
        </Button>
        <Button
          size="l"
          keys="0"
          disabled={off}
          aria-pressed={entry?.verdict === 'unclear'}
          onClick={() => mark('unclear')}
        >
          {words.cannotTell}
        </Button>
      </div>
      <div className="mark-bar__wrong" role="group" aria-label={words.wrong}>
        <p aria-hidden="true">{words.wrong}</p>
        {WHYS.map((why, index) => (
          <Button
            key={why}
            size="l"
            keys={String(index + 2)}
            disabled={off}
            aria-pressed={entry?.verdict === 'wrong' && entry.why === why}
            onClick={() => mark('wrong', why)}
          >
            {words.whys[why]}
          </Button>
        ))}
      </div>
      <div className="mark-bar__more">
        <Button tone="quiet" size="s" icon="undo" keys="Z" disabled={follower || !canUndo} onClick={undo}>
          {words.undo}
        </Button>
      </div>
    </div>
  )
}
