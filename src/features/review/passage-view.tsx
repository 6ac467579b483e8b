import { useLayoutEffect, useRef } from 'react'
import type { StoredPair } from '#core/ports/project-store'
import { useQuery } from '#features/context'
import { ProblemNotice } from '#features/problem-notice'
import { PassagePage } from '#features/passage-page'
import { useReviewWords } from './use-review-words'

/** How far below the upper edge evidence comes to lie, as a share of the height. */
const EYE_LEVEL = 0.3

export interface PassageViewProps {
  readonly stored: StoredPair
  /** Changes when the passage comes into sight by other means than a new pair. */
  readonly pane: string
  readonly onFocus: (focused: boolean) => void
}

function keyOf({ document, pair: { passage } }: StoredPair): string {
  return `${document}:${passage.start}:${passage.end}`
}

/** The passage that a pair was written from, with its evidence marked and in sight. */
export function PassageView({ stored, pane, onFocus }: PassageViewProps) {
  const words = useReviewWords()
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

  useLayoutEffect(() => {
    const element = box.current
    // While the passage before is still drawn it stays where it is.
    if (element === null || !here || pane === '') return
    const mark = element.querySelector('mark') ?? element.querySelector('[data-passage]')
    if (mark === null) return
    const top = mark.getBoundingClientRect().top - element.getBoundingClientRect().top + element.scrollTop
    const level = mark.tagName === 'MARK' ? element.clientHeight * EYE_LEVEL : element.clientHeight
    const [start, end] = [element.scrollTop, element.scrollTop + element.clientHeight]
    // Text that is in sight already is left where the person reads it.
    if (mark.tagName === 'MARK' && top > start + 24 && top < end - 80) return
    element.scrollTop = Math.max(0, top - level)
  }, [here, key, pane])

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
          evidence={evidence}
          note={evidence.length === 0 && <p className="passage__none">{words.noEvidence}</p>}
        />
      )}
    </div>
  )
}
