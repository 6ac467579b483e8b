import type { ReadWarning } from '#core/problem'

type LineWarning = Extract<ReadWarning, { readonly lines: readonly number[] }>['kind']

const LINES_KEPT = 20

/** Collects what a reader noticed: line warnings are counted and keep their first 20 lines, others are kept once. */
export class WarningLog {
  readonly #lines = new Map<LineWarning, { count: number; lines: number[] }>()
  readonly #others = new Map<ReadWarning['kind'], ReadWarning>()

  /** Notes one line (counted from 1) of a file. */
  line(kind: LineWarning, line: number): void {
    const entry = this.#lines.get(kind) ?? { count: 0, lines: [] }
    entry.count += 1
    if (entry.lines.length < LINES_KEPT) entry.lines.push(line)
    this.#lines.set(kind, entry)
  }

  /** Notes a warning about the file; a later one of the same kind takes its place. */
  note(warning: ReadWarning): void {
    this.#others.set(warning.kind, warning)
  }

  list(): readonly ReadWarning[] {
    const lines = Array.from(this.#lines, ([kind, { count, lines }]): ReadWarning => ({ kind, count, lines }))
    return [...this.#others.values(), ...lines]
  }
}
