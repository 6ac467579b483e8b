import { byPassage } from '#core/verification/support/by-passage'
import type { Quantity } from '#core/verification/support/quantity'
import type { Room } from '#core/verification/support/room'
import { type NumberCell, numberCells } from '#core/verification/support/table-cells'
import { foldWord, stem } from '#core/verification/support/tokens'

/** The cells of a passage by the indices of their numbers. */
const cellsIn = byPassage((facts): ReadonlyMap<number, NumberCell> => {
  const cells = numberCells(facts.text)
  if (cells.length === 0) return NO_CELLS
  const byStart = new Map(cells.map(cell => [cell.start, cell]))
  const found = new Map<number, NumberCell>()
  for (const [i, { start }] of facts.quantities.entries()) {
    const cell = byStart.get(start)
    if (cell !== undefined) found.set(i, cell)
  }
  return found
})

const NO_CELLS: ReadonlyMap<number, NumberCell> = new Map()

/**
 * The number of a table that stands at the crossing which the pair names, where the claim stands at another one: the profit of
 * 2023 for that of 2024, beside it or below it (rule SUPPORT38). A number whose own row and column the pair names is in its place.
 *
 * @param places indices of the numbers of the passage that say the same as the claim
 */
export function otherCell({ facts, pair, used }: Room, places: readonly number[]): Crossing {
  const cells = cellsIn(facts)
  const home = places.map(place => cells.get(place))
  if (cells.size === 0 || home.length === 0) return NOTHING
  const said: Said = {
    text: `${pair.instruction.text}\n${pair.response.text}`,
    stems: new Set([...pair.instruction.tokens, ...pair.response.tokens].map(token => token.stem)),
  }
  const names = (words: string | null): boolean => words !== null && isNamed(words, said)
  if (home.some(own => own !== undefined && names(own.label) && (own.head === null || names(own.head)))) return IN_PLACE
  if (home.includes(undefined) || COMPARES.test(said.text)) return NOTHING
  for (const [i, { line, column, head, label }] of cells) {
    if (used[i] === true) continue
    const beside = home.every(own => own?.line === line && names(own.label) && !names(own.head))
    const below = home.every(own => own?.column === column && own.line !== line && names(own.head) && !names(own.label))
    if ((beside && names(head)) || (below && names(label))) {
      const other = facts.quantities[i]
      return other === undefined ? NOTHING : { inPlace: false, other }
    }
  }
  return NOTHING
}

/** What a table tells of a number: that it is in its place, that another one stands there, or neither. */
interface Crossing {
  readonly inPlace: boolean
  readonly other: Quantity | null
}

const NOTHING: Crossing = { inPlace: false, other: null }
const IN_PLACE: Crossing = { inPlace: true, other: null }

/** Both columns of a row may be spoken of. */
const COMPARES =
  /\b(?:than|compared|comparison|from|against|versus|both|change[ds]?|difference|previous|last year)\b|比|较|与|和|从|同期|上年|变化/iu

interface Said {
  readonly text: string
  readonly stems: ReadonlySet<string>
}

/** Whether all words of a head stand in what is said, but for what stands in brackets. */
function isNamed(head: string, { text, stems }: Said): boolean {
  const words = head
    .toLowerCase()
    .replace(/[（(][^()（）]*[)）]/gu, '')
    .match(/\p{sc=Han}+|\p{N}+|(?:(?!\p{sc=Han})\p{L})+/gu)
  return (
    words !== null &&
    words.every(word => LITTLE.has(word) || (LATIN.test(word) ? stems.has(stem(foldWord(word))) : text.includes(word)))
  )
}

const LATIN = /^[^\p{sc=Han}\p{N}]/u
const LITTLE: ReadonlySet<string> = new Set('of which in the a an and for per 其中'.split(' '))
