import { type Fragment, isSpaceless, lastCharacter } from '#files/pdf/line'

/** One run of text as pdfjs gives it. */
export interface PdfItem {
  readonly str: string
  readonly dir: string
  readonly transform: readonly number[]
  readonly width: number
  readonly hasEOL: boolean
}

/** A page's own geometry. */
export interface PdfPageShape {
  readonly width: number
  readonly height: number
  /** From text space to a page with its origin at the top left. */
  readonly transform: readonly number[]
}

/** Gap, in font sizes, from which on two runs are two words. */
const WORD_GAP = 0.15
/** Gap from which on they belong to different columns or cells. */
const CELL_GAP = 1.1
/** How far a raised or lowered run may leave the baseline. */
const SHIFT = 0.55

interface Run extends Fragment {
  readonly upright: boolean
  /** Whether white space was drawn before it: its own width says nothing, pdfjs fills gaps of any width with it. */
  readonly spaced: boolean
}

/**
 * Joins the runs of a page to fragments: first in the order in which they are drawn, then, for files that draw words in
 * any order, by position. Turned text comes last. A page written from right to left is mirrored.
 */
export function fragmentsOf(items: readonly PdfItem[], shape: PdfPageShape): readonly Fragment[] {
  const runs = items.flatMap((item, at) => (item.str.trim() === '' ? [] : [runOf(item, items[at - 1], shape)]))
  const mirrored = items.filter(({ dir }) => dir === 'rtl').length > items.length / 2
  const placed = mirrored
    ? runs.map(run => ({ ...run, left: shape.width - run.right, right: shape.width - run.left }))
    : runs
  const upright = joined(placed.filter(run => run.upright))
  const sorted = joined([...upright].sort((a, b) => (sameBaseline(a, b) ? a.left - b.left : a.y - b.y)))
  const turned = joined(placed.filter(run => !run.upright)).map((run, at) => ({
    ...run,
    left: 0,
    right: run.size,
    y: shape.height + at * run.size * 2,
  }))
  return [...sorted, ...turned].filter(({ text }) => text.trim() !== '')
}

function runOf({ str, transform, width }: PdfItem, before: PdfItem | undefined, shape: PdfPageShape): Run {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = multiplied(shape.transform, transform)
  const upright = a > 0 && Math.abs(b) < 0.2 * Math.abs(a)
  const spaced = before?.str !== '' && before?.str.trim() === ''
  return { text: withoutRadicals(str), left: e, right: e + width, y: f, size: Math.hypot(c, d), upright, spaced }
}

/** Some programs write radicals (U+2F00 to U+2FD5) in place of the everyday characters that look the same. */
function withoutRadicals(text: string): string {
  return text.replace(/[\u2f00-\u2fd5]/g, radical => radical.normalize('NFKC'))
}

/** Product of two PDF matrices: the second is applied first. */
function multiplied(outer: readonly number[], inner: readonly number[]): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function sameBaseline(a: Fragment, b: Fragment): boolean {
  return Math.abs(a.y - b.y) <= SHIFT * Math.max(a.size, b.size)
}

function joined(runs: readonly (Fragment & { readonly spaced?: boolean })[]): readonly Fragment[] {
  const fragments: Fragment[] = []
  for (const run of runs) {
    const last = fragments.at(-1)
    const gap = last === undefined ? 0 : run.left - last.right
    const size = Math.max(run.size, last?.size ?? 0)
    if (last === undefined || !sameBaseline(last, run) || gap > CELL_GAP * size || gap < -size) {
      fragments.push({ text: run.text, left: run.left, right: run.right, y: run.y, size: run.size })
      continue
    }
    // A raised figure has its own size and height: the longer text gives those of the whole.
    const main = run.text.trim().length > last.text.trim().length ? run : last
    fragments[fragments.length - 1] = {
      text: last.text + spaceBetween(last.text, run, gap, size) + run.text,
      left: Math.min(last.left, run.left),
      right: Math.max(last.right, run.right),
      y: main.y,
      size: main.size,
    }
  }
  return fragments
}

function spaceBetween(
  before: string,
  after: Fragment & { readonly spaced?: boolean },
  gap: number,
  size: number,
): string {
  if (/\s$/.test(before) || /^\s/.test(after.text)) return ''
  const wide = gap >= WORD_GAP * size
  // Letters without spaces between them may be set apart; only white space that was drawn there parts them.
  if (isSpaceless(lastCharacter(before)) && isSpaceless(after.text.slice(0, 1))) {
    return after.spaced === true && wide ? ' ' : ''
  }
  return wide || after.spaced === true ? ' ' : ''
}
