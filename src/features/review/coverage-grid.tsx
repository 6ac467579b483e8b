import { type KeyboardEvent, memo, type MouseEvent, useMemo } from 'react'
import { useFormat } from '#features/format'
import type { Cell, Level } from './coverage'
import { useCoverageWords } from './use-coverage-words'

/** Drawn as one piece, and left out while far from sight. Every number of columns in review.css divides it. */
const PIECE = 240

/** Not by colour alone: where there is no number, a sign. */
const SIGNS: Readonly<Record<Level, string>> = { unwritten: '', empty: '–', unusable: '×', one: '', few: '', many: '' }

export interface CoverageGridProps {
  readonly label: string
  readonly cells: readonly Cell[]
  /** Place of the passage that is read; null for none. */
  readonly chosen: number | null
  /** Place of the square that the tab key comes to, among those of the whole map. */
  readonly stop: number
  readonly onChoose: (at: number) => void
  readonly onMove: (at: number) => void
}

/** The squares of one section. One of the map takes part in the tab order; arrow keys move from there. */
export function CoverageGrid({ label, cells, chosen, stop, onChoose, onMove }: CoverageGridProps) {
  // The same pieces as long as the map is the same: moving among them draws two of them again, not all.
  const pieces = useMemo(
    () =>
      Array.from({ length: Math.ceil(cells.length / PIECE) }, (_, piece) =>
        cells.slice(piece * PIECE, (piece + 1) * PIECE),
      ),
    [cells],
  )
  const press = (event: MouseEvent<HTMLElement>): void => {
    const at = placeOf(event.target)
    if (at !== null) onChoose(at)
  }
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const at = placeOf(event.target)
    if (at === null || event.altKey || event.ctrlKey || event.metaKey) return
    const columns = columnsOf(event.target)
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns,
      ArrowUp: -columns,
      PageDown: 10 * columns,
      PageUp: -10 * columns,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onMove(at + step)
  }
  return (
    <div className="coverage-grid" role="group" aria-label={label} onClick={press} onKeyDown={move}>
      {pieces.map(piece => {
        const [first] = piece
        const [from, to] = [first?.at ?? 0, (first?.at ?? 0) + piece.length]
        const here = (at: number | null): number | null => (at !== null && at >= from && at < to ? at : null)
        return <Piece key={from} cells={piece} chosen={here(chosen)} stop={here(stop)} />
      })}
    </div>
  )
}

function placeOf(target: EventTarget): number | null {
  const place = target instanceof Element ? target.closest('[data-at]')?.getAttribute('data-at') : null
  return place == null ? null : Number(place)
}

function columnsOf(target: EventTarget): number {
  const piece = target instanceof Element ? target.closest('.coverage-piece') : null
  return piece === null ? 1 : Math.max(1, getComputedStyle(piece).gridTemplateColumns.split(' ').length)
}

interface PieceProps {
  readonly cells: readonly Cell[]
  readonly chosen: number | null
  readonly stop: number | null
}

const Piece = memo(function Piece({ cells, chosen, stop }: PieceProps) {
  const words = useCoverageWords()
  const format = useFormat()
  return (
    <div className="coverage-piece">
      {cells.map(({ at, usable, level }) => {
        const label = words.cell(at + 1, usable, words.levels[level], format)
        return (
          <button
            key={at}
            type="button"
            className={`coverage-cell coverage-cell--${level}`}
            data-at={at}
            tabIndex={at === stop ? 0 : -1}
            aria-pressed={at === chosen}
            aria-label={label}
            title={label}
          >
            {usable > 99 ? '99+' : usable > 0 ? usable : SIGNS[level]}
          </button>
        )
      })}
    </div>
  )
})

/** A square as the legend shows it. */
export function Swatch({ level }: { readonly level: Level }) {
  const shown: Readonly<Record<Level, string>> = { ...SIGNS, one: '1', few: '2', many: '4' }
  return (
    <span className={`coverage-cell coverage-cell--${level}`} aria-hidden="true">
      {shown[level]}
    </span>
  )
}
