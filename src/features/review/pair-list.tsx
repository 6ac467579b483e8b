import { useTaskWord } from '#features/task-words'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { PairKey } from '#core/ports/project-store'
import { Chip } from '#ui'
import { firstOf } from './repetition'
import type { PairPager, PagerView } from './pair-pager'
import { StateChip } from './state-chip'
import { useDocumentNames } from './use-document-names'
import { useReviewWords } from './use-review-words'

/** Height of a row in px; also in review.css. */
const ROW = 92
/** Rows drawn above and below those in sight. */
const EXTRA = 4

export interface PairListProps {
  readonly pager: PairPager
  readonly view: PagerView
  readonly selected: PairKey | null
  /** Pairs with words that were not saved. */
  readonly drafts: ReadonlySet<PairKey>
  /** Pairs that repeat one another stand together: those behind the first are set in. */
  readonly grouped: boolean
  readonly onSelect: (key: PairKey) => void
}

/**
 * The rows in sight of a list of any length. Rows have one height, so that a place is known without drawing what lies
 * before it.
 */
export function PairList({ pager, view, selected, drafts, grouped, onSelect }: PairListProps) {
  const words = useReviewWords()
  const taskWord = useTaskWord()
  const box = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ from: 0, to: 12 })
  const names = useDocumentNames(view.rows)
  const { rows, first, count, shifted } = view

  const look = (): void => {
    const element = box.current
    if (element === null) return
    const from = Math.floor(element.scrollTop / ROW)
    const to = Math.ceil((element.scrollTop + element.clientHeight) / ROW)
    setSight(before => (before.from === from && before.to === to ? before : { from, to }))
  }

  // Also after a shift, of which the pager made a guess that the scrolled box may not follow to the end.
  useEffect(() => {
    pager.see(sight.from, sight.to)
  }, [pager, sight, shifted])

  useEffect(() => {
    const element = box.current
    if (element === null) return
    const watch = new ResizeObserver(look)
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  // Rows moved below the person's eyes: move with them.
  const moved = useRef(shifted)
  useLayoutEffect(() => {
    if (box.current === null || moved.current === shifted) return
    box.current.scrollTop += (shifted - moved.current) * ROW
    moved.current = shifted
    look()
  }, [shifted])

  const at = rows.findIndex(row => row.key === selected)
  const place = at < 0 ? null : first + at
  const shown = useRef<PairKey | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null || place === null || shown.current === selected) return
    shown.current = selected
    const top = place * ROW
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW - element.clientHeight
  }, [place, selected])

  const from = Math.max(first, sight.from - EXTRA)
  const to = Math.min(first + rows.length, sight.to + EXTRA)
  return (
    <div
      ref={box}
      className="review-rows"
      role="listbox"
      tabIndex={0}
      aria-label={words.list}
      aria-busy={!view.loaded}
      aria-activedescendant={place !== null && place >= from && place < to ? `pair-${selected ?? ''}` : undefined}
      onScroll={look}
    >
      <div role="presentation" style={{ height: count * ROW }}>
        {rows.slice(Math.max(0, from - first), Math.max(0, to - first)).map((row, index) => {
          const { pair, key } = row
          const repeats = grouped && firstOf(pair) !== null
          return (
            <div
              key={key}
              id={`pair-${key}`}
              role="option"
              tabIndex={-1}
              className={repeats ? 'review-row review-row--repeats' : 'review-row'}
              aria-selected={key === selected}
              aria-setsize={count}
              aria-posinset={Math.max(first, from) + index + 1}
              style={{ transform: `translateY(${(Math.max(first, from) + index) * ROW}px)` }}
              onClick={() => onSelect(key)}
            >
              <div className="review-row__words" lang={pair.language === 'zh' ? 'zh-Hans' : undefined}>
                <p>{pair.instruction}</p>
                <p>{pair.response}</p>
              </div>
              <small>
                <StateChip state={pair.state} />
                {repeats && <Chip>{words.repeats}</Chip>}
                {drafts.has(key) && <Chip tone="warn">{words.unsaved}</Chip>}
                <span>
                  {taskWord(pair.task)}
                  {names.has(row.document) && ` · ${names.get(row.document) ?? ''}`}
                </span>
              </small>
            </div>
          )
        })}
      </div>
    </div>
  )
}
