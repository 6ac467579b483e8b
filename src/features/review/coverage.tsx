import type { Cut, PassageTally, ProjectReader } from '#core/ports/project-store'
import type { Cancel } from '#core/ports/cancel'
import type { State } from '#core/synthesis/pair'

/** How well a passage is covered, by the pairs that an export would take: 0 in three kinds, 1, 2 to 3, 4 and more. */
export type Level = 'unwritten' | 'empty' | 'unusable' | 'one' | 'few' | 'many'

export const LEVELS: readonly Level[] = ['unwritten', 'empty', 'unusable', 'one', 'few', 'many']

/** What an export takes unless told otherwise. */
const USABLE: readonly State[] = ['kept', 'ready']

/** One passage of the cut as it is. */
export interface Cell {
  /** Place in the cut, from 0. */
  readonly at: number
  readonly start: number
  readonly end: number
  readonly headings: readonly string[]
  readonly usable: number
  /** All pairs, of any state. */
  readonly pairs: number
  readonly level: Level
}

/** A stretch of passages under one heading. */
export interface Section {
  readonly path: readonly string[]
  readonly cells: readonly Cell[]
}

/** An item of a run that was settled: where to ask why it gave nothing. */
export interface WrittenItem {
  readonly run: number
  readonly position: number
}

/**
 * The passages of a cut with the pairs that count for each. Pairs of an older cut count for the passage that holds their
 * start.
 *
 * @param written starts of passages that a run has settled; null while that is not known, which counts as not written
 * @param task only pairs of this task count; '' for all
 */
export function coverageOf(
  cut: Cut,
  tallies: readonly PassageTally[],
  written: ReadonlyMap<number, readonly WrittenItem[]> | null,
  task: string,
): readonly Cell[] {
  const { passages } = cut
  const counts = passages.map(() => ({ usable: 0, pairs: 0, any: false }))
  for (const tally of tallies) {
    const count = counts[placeOf(cut, tally.start)]
    if (count === undefined) continue
    count.any = true
    if (task !== '' && tally.task !== task) continue
    count.pairs += tally.count
    if (USABLE.includes(tally.state)) count.usable += tally.count
  }
  return passages.map(({ start, end, headings }, at) => {
    const { usable = 0, pairs = 0, any = false } = counts[at] ?? {}
    return {
      at,
      start,
      end,
      headings,
      usable,
      pairs,
      level: levelOf(usable, pairs, any || written?.has(start) === true),
    }
  })
}

function levelOf(usable: number, pairs: number, written: boolean): Level {
  if (usable > 0) return usable === 1 ? 'one' : usable < 4 ? 'few' : 'many'
  return pairs > 0 ? 'unusable' : written ? 'empty' : 'unwritten'
}

/** Index of the passage that holds a place of the document; -1 where none does. By halves: documents are long. */
export function placeOf({ passages }: Pick<Cut, 'passages'>, place: number): number {
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passages[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low < passages.length ? low : -1
}

/** More headings than this make a list, not a map: then those of a higher level are taken. */
const MOST_SECTIONS = 80
const DEEPEST = 3

/** The map's sections: by the deepest headings that leave few enough of them. */
export function sectionsOf(cells: readonly Cell[]): readonly Section[] {
  for (let depth = DEEPEST; depth > 0; depth -= 1) {
    const sections = byHeadings(cells, depth)
    if (sections.length <= MOST_SECTIONS) return sections
  }
  return cells.length === 0 ? [] : [{ path: [], cells }]
}

function byHeadings(cells: readonly Cell[], depth: number): readonly Section[] {
  const sections: { path: readonly string[]; cells: Cell[] }[] = []
  let name: string | null = null
  for (const cell of cells) {
    const path = cell.headings.slice(0, depth)
    const here = JSON.stringify(path)
    if (here === name) sections.at(-1)?.cells.push(cell)
    else sections.push({ path, cells: [cell] })
    name = here
  }
  return sections
}

export function countLevels(cells: readonly Cell[]): Readonly<Record<Level, number>> {
  const counts = { unwritten: 0, empty: 0, unusable: 0, one: 0, few: 0, many: 0 }
  for (const cell of cells) counts[cell.level] += 1
  return counts
}

/** Passages with fewer usable pairs than wanted. Rules write the same again, so by them only what is not written yet. */
export function thinCells(cells: readonly Cell[], atLeast: number, byRules: boolean): readonly Cell[] {
  return cells.filter(cell => (byRules ? cell.level === 'unwritten' : cell.usable < atLeast))
}

const PAGE = 4_096

/**
 * Items of the chosen runs that are settled, by the passage of the cut that holds their start. Reads the plans page by
 * page: they may be long.
 */
export async function writtenItems(
  cancel: Cancel,
  reader: Pick<ProjectReader, 'runs' | 'planItems' | 'settledPositions'>,
  cut: Cut,
): Promise<ReadonlyMap<number, readonly WrittenItem[]>> {
  const found = new Map<number, WrittenItem[]>()
  for (const run of await reader.runs()) {
    if (!run.chosen || run.total === 0) continue
    const settled = new Set(await reader.settledPositions(run.sequence))
    if (settled.size === 0) continue
    for (let from = 0; from < run.total && !cancel.aborted; from += PAGE) {
      for (const item of await reader.planItems(run.sequence, from, PAGE)) {
        if (item.document !== cut.document || !settled.has(item.position)) continue
        const start = cut.passages[placeOf(cut, item.start)]?.start
        if (start === undefined) continue
        const items = found.get(start)
        const written = { run: run.sequence, position: item.position }
        if (items === undefined) found.set(start, [written])
        else items.push(written)
      }
    }
  }
  return found
}
