import { useLayoutEffect, useMemo, useRef } from 'react'
import type { StoredPair } from '#core/ports/project-store'
import type { Evidence, Pair, Range } from '#core/synthesis/pair'
import { useQuery } from '#features/context'
import { ProblemNotice } from '#features/problem-notice'
import { PassagePage } from '#features/passage-page'
import type { Flag } from '#features/passage-parts'
import { Button, useHotkeys } from '#ui'
import { useAgainWords } from './use-again-words'
import { useReviewWords } from './use-review-words'
import { useSelectedRange } from './use-selected-range'

/** How far below the upper edge evidence comes to lie, as a share of the height. */
const EYE_LEVEL = 0.3

export interface PassageViewProps {
  readonly stored: StoredPair
  /** Changes when the passage comes into sight by other means than a new pair. */
  readonly pane: string
  readonly onFocus: (focused: boolean) => void
  /** The check whose ranges are highlighted; null for none. */
  readonly lit: string | null
  /** A range that the person chose for a pair of their own; null for none. */
  readonly picked: Range | null
  /** Asked for a new pair, about what is selected if anything is. */
  readonly onPick: (range: Range | null) => void
}

const NO_EVIDENCE: readonly Evidence[] = []

function flagsOf({ checks }: Pair, lit: string | null, picked: Range | null): readonly Flag[] {
  const own: readonly Flag[] = picked === null ? [] : [{ ...picked, result: 'pass', lit: true }]
  return own.concat(
    checks.flatMap(({ name, result, ranges }) =>
      // Evidence has marks of its own: only what it fails by is drawn over them.
      (ranges ?? []).map(({ start, end }) => ({
        start,
        end,
        result: name === 'evidence' && result === 'doubt' ? 'pass' : result,
        lit: name === lit,
      })),
    ),
  )
}

function keyOf({ document, pair: { passage } }: StoredPair): string {
  return `${document}:${passage.start}:${passage.end}`
}

/** The passage that a pair was written from, with its evidence marked and in sight. */
export function PassageView({ stored, pane, onFocus, lit, picked, onPick }: PassageViewProps) {
  const words = useReviewWords()
  const again = useAgainWords()
  const box = useRef<HTMLDivElement>(null)
  const wanted = keyOf(stored)
  const read = useQuery(`passage:${wanted}`, async reader => {
    const { start, end } = stored.pair.passage
    const [document, text] = await Promise.all([
      reader.document(stored.document),
      reader.text(stored.document, start, end),
    ])
    return { stored, document, text }
  })
  const held = read.value
  // Until the new passage is here, the one before stays with its own evidence.
  const here = held !== undefined && keyOf(held.stored) === wanted
  const drawn = held === undefined || here ? stored : held.stored
  const { key, pair } = drawn
  const { evidence, passage } = pair
  const { document, text } = held ?? {}
  const shown = drawn === stored ? lit : null
  const flags = useMemo(() => flagsOf(pair, shown, here ? picked : null), [pair, shown, here, picked])
  const selection = useSelectedRange(box, here ? (text ?? '') : '')

  useHotkeys({ n: () => onPick(selection) })

  useLayoutEffect(() => {
    const element = box.current
    // While the passage before is still drawn it stays where it is.
    if (element === null || !here || pane === '') return
    // What a check points at comes before evidence where there is none: it is why the person looks.
    const mark =
      element.querySelector('[data-lit]') ??
      element.querySelector('mark') ??
      element.querySelector('.passage-flag') ??
      element.querySelector('[data-passage]')
    if (mark === null) return
    const words = !mark.hasAttribute('data-passage')
    const top = mark.getBoundingClientRect().top - element.getBoundingClientRect().top + element.scrollTop
    const level = words ? element.clientHeight * EYE_LEVEL : element.clientHeight
    const [start, end] = [element.scrollTop, element.scrollTop + element.clientHeight]
    // Text that is in sight already is left where the person reads it.
    if (words && top > start + 24 && top < end - 80) return
    element.scrollTop = Math.max(0, top - level)
  }, [here, key, pane, shown, picked])

  if (read.state === 'problem')
    return (
      <div className="passage">
        <ProblemNotice problem={read.problem} />
      </div>
    )
  return (
    <div
      ref={box}
      className="passage"
      role="region"
      tabIndex={0}
      aria-label={words.passage}
      aria-busy={read.state === 'loading'}
      onFocus={event => onFocus(event.target === event.currentTarget)}
      onBlur={() => onFocus(false)}
    >
      {document !== undefined && text !== undefined && (
        <PassagePage
          document={document}
          order={drawn.document}
          passage={passage}
          text={text}
          // While a new pair is written only what that one rests on is marked.
          evidence={here && picked !== null ? NO_EVIDENCE : evidence}
          flags={flags}
          note={evidence.length === 0 && <p className="passage__none">{words.noEvidence}</p>}
        />
      )}
      {selection !== null && (
        <div className="passage__selected">
          <Button
            size="s"
            icon="plus"
            keys="N"
            // Pressing it leaves what is selected as it is.
            onMouseDown={event => event.preventDefault()}
            onClick={() => onPick(selection)}
          >
            {again.fromSelection}
          </Button>
        </div>
      )}
    </div>
  )
}
