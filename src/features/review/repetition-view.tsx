import { useMemo } from 'react'
import type { PairKey, StoredPair } from '#core/ports/project-store'
import { useCommands, useQuery, useReader, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { Button } from '#ui'
import { firstOf, repetitionKeys, repetitionOf } from './repetition'
import { StateChip } from './state-chip'
import { useReviewWords } from './use-review-words'

export interface RepetitionViewProps {
  readonly stored: StoredPair
  /** Whether pairs that only are repeated say so too. */
  readonly grouped: boolean
  readonly onSelect: (key: PairKey) => void
  /** Something was decided: one more step of undo. */
  readonly onDone: () => void
}

/** The pair that this one repeats, or those that repeat it, and a way to keep only the first. */
export function RepetitionView({ stored, grouped, onSelect, onDone }: RepetitionViewProps) {
  const words = useReviewWords()
  const format = useFormat()
  const reader = useReader()
  const { decide, report } = useCommands()
  const follower = useSession(session => session.role === 'follower')
  const revision = useSession(session => session.revisions.pairs)
  const repeated = firstOf(stored.pair)
  const asked = grouped || repeated !== null
  // Reading them takes a look at all pairs: once for as long as no run is made or ends, whatever is decided meanwhile.
  const runs = useSession(session => session.revisions.runs)
  const keys = useMemo(
    () => (asked ? repetitionKeys(reader(), { aborted: false }) : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- read again when runs changed
    [asked, reader, runs],
  )
  const { value: group } = useQuery(`repetition:${asked ? stored.key : ''}:${revision}:${runs}`, async read =>
    keys === null ? null : repetitionOf(read, await keys, stored),
  )
  if (!asked || group === undefined) return null
  if (group === null)
    return repeated === null ? null : (
      <section>
        <h2>{words.repetition}</h2>
        <p className="pair-note">{words.firstGone}</p>
      </section>
    )
  const { first, repeats, cut } = group
  const isFirst = first.key === stored.key
  const open = repeats.filter(pair => pair.pair.decision !== 'drop')
  const keepFirst = (): void => {
    decide({ keys: open.map(({ key }) => key) }, 'drop').then(changed => {
      if (changed > 0) onDone()
    }, report)
  }
  const shown = isFirst ? repeats[0] : first
  return (
    <section>
      <h2>{words.repetition}</h2>
      <p className="pair-note">
        {isFirst ? words.isRepeated(repeats.length, cut, format) : words.repeatsFirst(repeats.length, cut, format)}
      </p>
      {shown !== undefined && (
        <div className="repetition__other" lang={shown.pair.language === 'zh' ? 'zh-Hans' : undefined}>
          <p>{shown.pair.instruction}</p>
          <p>{shown.pair.response}</p>
          <p className="repetition__foot">
            <StateChip state={shown.pair.state} />
            <Button size="s" tone="quiet" onClick={() => onSelect(shown.key)}>
              {isFirst ? words.showRepeat : words.showFirst}
            </Button>
          </p>
        </div>
      )}
      {open.length > 0 && (
        <Button size="s" disabled={follower} onClick={keepFirst}>
          {words.keepFirst(open.length, format)}
        </Button>
      )}
    </section>
  )
}
