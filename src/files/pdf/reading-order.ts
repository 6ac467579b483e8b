import { type Fragment, isSpaceless, lastCharacter, type Line } from '#files/pdf/line'

/** Lines that each of two columns must have. */
const FEWEST_LINES = 4
/** Share of a column that its lines fill on average when it is prose, not a column of a table. */
const PROSE_FILL = 0.55
/** Share of fragments that may lie across the gap between two columns: titles, wide figures' captions. */
const MOST_ACROSS = 0.25
const STEPS = 120

interface Sides {
  readonly left: number
  readonly right: number
}

/** Lines of a page in the order in which they are read: column by column between what spans them, from the top. */
export function linesInOrder(fragments: readonly Fragment[], page: number, height: number): readonly Line[] {
  const about = { page, height }
  return inOrder(fragments, about, 0)
}

function inOrder(fragments: readonly Fragment[], about: Pick<Line, 'page' | 'height'>, depth: number): readonly Line[] {
  if (fragments.length === 0) return []
  const gap = depth < 3 ? gapOf(fragments) : null
  if (gap === null) return rows(fragments, about)
  const lines: Line[] = []
  let band: Fragment[] = []
  const flush = () => {
    lines.push(
      ...inOrder(
        band.filter(({ right }) => right <= gap + 1),
        about,
        depth + 1,
      ),
    )
    lines.push(
      ...inOrder(
        band.filter(({ left, right }) => left >= gap - 1 && right > gap + 1),
        about,
        depth + 1,
      ),
    )
    band = []
  }
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y)) {
    if (isAcross(fragment, gap)) {
      flush()
      lines.push(...rows([fragment], about))
    } else band.push(fragment)
  }
  flush()
  return lines
}

function sidesOf(fragments: readonly Fragment[]): Sides {
  return {
    left: Math.min(...fragments.map(({ left }) => left)),
    right: Math.max(...fragments.map(({ right }) => right)),
  }
}

function isAcross({ left, right }: Fragment, x: number): boolean {
  return left < x - 1 && right > x + 1
}

/** Where a gap between two columns of prose runs down the page; null when there is none. */
function gapOf(fragments: readonly Fragment[]): number | null {
  if (fragments.length < 2 * FEWEST_LINES) return null
  const { left, right } = sidesOf(fragments)
  const steps = Array.from({ length: STEPS }, (_, step) => left + ((right - left) * (step + 0.5)) / STEPS)
  const across = steps.map(x => fragments.filter(fragment => isAcross(fragment, x)).length)
  const [first, last] = [Math.floor(STEPS * 0.15), Math.ceil(STEPS * 0.85)]
  const fewest = Math.min(...across.slice(first, last))
  if (fewest > MOST_ACROSS * fragments.length) return null
  // The widest place with that few.
  let [start, width] = [first, 0]
  for (let from = first; from < last; from++) {
    let to = from
    while (to < last && across[to] === fewest) to += 1
    if (to - from > width) [start, width] = [from, to - from]
    from = Math.max(from, to)
  }
  const gap = steps[start + (width >> 1)] ?? left
  return isProse(fragments, gap, left, right) ? gap : null
}

function isProse(fragments: readonly Fragment[], gap: number, left: number, right: number): boolean {
  const before = fragments.filter(fragment => fragment.right <= gap + 1)
  const after = fragments.filter(fragment => fragment.left >= gap - 1)
  return [before, after].every(column => {
    if (column.length < FEWEST_LINES) return false
    const sides = sidesOf(column)
    const width = sides.right - sides.left
    if (width < 0.2 * (right - left)) return false
    const filled = column.reduce((sum, fragment) => sum + fragment.right - fragment.left, 0) / column.length
    return filled >= PROSE_FILL * width
  })
}

/** One column: what stands on the same baseline becomes a line. */
function rows(fragments: readonly Fragment[], about: Pick<Line, 'page' | 'height'>): readonly Line[] {
  const column = edgesOf(fragments)
  const groups: Fragment[][] = []
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const group = groups.at(-1)
    const first = group?.[0]
    const same = first !== undefined && Math.abs(first.y - fragment.y) < 0.4 * Math.min(first.size, fragment.size)
    if (same) group?.push(fragment)
    else groups.push([fragment])
  }
  return groups.map(group => lineOf(group, column, about))
}

function lineOf(group: readonly Fragment[], column: Sides, about: Pick<Line, 'page' | 'height'>): Line {
  const parts = [...group].sort((a, b) => a.left - b.left)
  const main = parts.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  const cells = parts.map(({ text }) => text.trim())
  const text = cells.reduce((line, cell) => line + (needsSpace(line, cell) ? ' ' : '') + cell)
  return { ...sidesOf(parts), text, cells, y: main.y, size: main.size, column, ...about }
}

/** Where most lines of a column start and end: a few may stand out, such as headers and hanging numbers. */
function edgesOf(fragments: readonly Fragment[]): Sides {
  const lefts = fragments.map(({ left }) => left).sort((a, b) => a - b)
  const rights = fragments.map(({ right }) => right).sort((a, b) => b - a)
  const place = Math.floor(fragments.length * 0.15)
  return { left: lefts[place] ?? 0, right: rights[place] ?? 0 }
}

function needsSpace(before: string, after: string): boolean {
  return !(isSpaceless(lastCharacter(before)) && isSpaceless(after.slice(0, 1)))
}
