import { type Problem, problemOf } from '#core/problem'
import type { PairKey, StoredPair } from '#core/ports/project-store'
import type { Decision } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'
import { LAST, type PairSource } from '#features/review/pair-source'
import { passes } from '#features/review/review-filter'

/** What a list draws: a window of rows that lies somewhere in a long list. */
export interface PagerView {
  readonly loaded: boolean
  readonly rows: readonly StoredPair[]
  /** Place of the first row of the window. */
  readonly first: number
  /** Places of the whole list. */
  readonly count: number
  /** Places by which rows moved because the window opened elsewhere or its place was an estimate; a list scrolls by the difference. */
  readonly shifted: number
  readonly problem: Problem | null
}

/** Rows read at a time, rows kept, and how close to the window's edge the view may come before more is read. */
const PAGE = 100
const KEEP = 400
const MARGIN = 40
/** Rows read at a time on the way to a far place. */
const STRIDE = 500
/** Room above a window whose place turned out too small. */
const ROOM = 50

/**
 * Keeps a window of rows around what is in view, with pages by key: the list may have any length. Reads while somebody
 * has subscribed. Decisions on their way show at once (`settle`), also in pages that were read before they were stored.
 */
export class PairPager {
  readonly #source: PairSource
  #rows: readonly StoredPair[] = []
  #first = 0
  #atStart = false
  #atEnd = false
  #loaded = false
  #shifted = 0
  #problem: Problem | null = null
  #total = 0
  #from = 0
  #to = 0
  #start: PairKey
  #stale = false
  #running = false
  readonly #settled = new Map<PairKey, { decision: Decision | null; stored: boolean }>()
  readonly #listeners = new Set<() => void>()
  #view: PagerView = { loaded: false, rows: [], first: 0, count: 0, shifted: 0, problem: null }

  /** `start` is a key to open the list at, or '' for its start. */
  constructor(source: PairSource, start: PairKey = '') {
    this.#source = source
    this.#start = start
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    this.#pump()
    return () => this.#listeners.delete(listener)
  }

  readonly view = (): PagerView => this.#view

  /** The places in sight. */
  see(from: number, to: number): void {
    this.#from = from
    this.#to = to
    this.#pump()
  }

  /** Places of the whole list as counted elsewhere. */
  expect(total: number): void {
    if (total === this.#total) return
    this.#total = total
    this.#changed()
  }

  /** Reads the window again: something stored changed. */
  refresh(): void {
    this.#stale = true
    this.#problem = null
    this.#pump()
  }

  /** Opens the list anew where a pair stands. */
  reveal(key: PairKey): void {
    this.#start = key
    this.#loaded = false
    this.#pump()
  }

  /** The source has more at its end than before. */
  grew(total: number): void {
    this.#atEnd = false
    this.expect(total)
    this.#pump()
  }

  /** Shows a decision before it is stored. */
  settle(key: PairKey, decision: Decision | null): void {
    this.#settled.set(key, { decision, stored: false })
    this.#rows = this.#decided(this.#rows)
    this.#changed()
    this.#pump()
  }

  /** The decision was stored, or it failed: what is read from now on holds. */
  release(key: PairKey): void {
    const decided = this.#settled.get(key)
    if (decided !== undefined) decided.stored = true
    this.refresh()
  }

  has(key: PairKey): boolean {
    return this.#rows.some(row => row.key === key)
  }

  /** The next or previous pair when the window holds it; undefined when that cannot be told from the window. */
  beside(key: PairKey, step: 1 | -1): StoredPair | undefined {
    const at = this.#rows.findIndex(row => row.key === key)
    return at < 0 ? undefined : this.#rows[at + step]
  }

  /** The next or previous pair of the list, also when it lies outside of the window. */
  async neighbour(key: PairKey, step: 1 | -1): Promise<StoredPair | undefined> {
    const beside = this.beside(key, step)
    if (beside !== undefined) return beside
    const limit = 1 + this.#settled.size
    const page = this.#decided(await (step > 0 ? this.#source.after(key, limit) : this.#source.before(key, limit)))
    return step > 0 ? page[0] : page.at(-1)
  }

  /** Nobody looks: no more is read. */
  #idle(): boolean {
    return this.#listeners.size === 0
  }

  #pump(): void {
    if (this.#running || this.#idle() || this.#problem !== null) return
    this.#running = true
    this.#work().then(
      () => {
        this.#running = false
        if (this.#next() !== null) this.#pump()
      },
      (thrown: unknown) => {
        this.#running = false
        this.#problem = problemOf(thrown)
        this.#changed()
      },
    )
  }

  async #work(): Promise<void> {
    for (let step = this.#next(); step !== null && !this.#idle(); step = this.#next()) {
      await step()
      this.#changed()
    }
  }

  #next(): (() => Promise<void>) | null {
    if (!this.#loaded) return () => this.#open()
    if (this.#stale) return () => this.#readAgain()
    const end = this.#first + this.#rows.length
    if ((this.#from > end + PAGE && !this.#atEnd) || (this.#to < this.#first - PAGE && !this.#atStart))
      return () => this.#seek(this.#from)
    if (this.#to + MARGIN > end && !this.#atEnd) return () => this.#readAfter()
    if (this.#from - MARGIN < this.#first && !this.#atStart) return () => this.#readBefore()
    return null
  }

  async #open(): Promise<void> {
    let key: PairKey = ''
    let at = 0
    let above = 0
    while (this.#start !== '' && !this.#idle()) {
      const page = await this.#source.after(key, STRIDE)
      const reached = page.findIndex(row => this.#source.reached(row.key, this.#start))
      if (reached >= 0 || page.length < STRIDE) {
        const skipped = Math.max(0, (reached < 0 ? page.length : reached) - PAGE)
        key = page[skipped - 1]?.key ?? key
        at += skipped
        above = Math.max(0, reached) - skipped
        break
      }
      key = page.at(-1)?.key ?? key
      at += page.length
    }
    const page = await this.#source.after(key, 3 * PAGE)
    this.#loaded = true
    this.#stale = false
    if (this.#start !== '') this.#move(at + above - this.#from)
    this.#place(page, at, key === '', page.length < 3 * PAGE)
  }

  async #readAfter(): Promise<void> {
    const page = await this.#source.after(this.#rows.at(-1)?.key ?? '', PAGE)
    const rows = [...this.#rows, ...page]
    const cut = Math.max(0, rows.length - KEEP)
    this.#place(rows.slice(cut), this.#first + cut, this.#atStart && cut === 0, page.length < PAGE)
  }

  async #readBefore(): Promise<void> {
    const page = await this.#source.before(this.#rows[0]?.key ?? LAST, PAGE)
    const shown = this.#decided(page)
    const rows = [...shown, ...this.#rows]
    const atEnd = this.#atEnd && rows.length <= KEEP
    this.#place(rows.slice(0, KEEP), this.#first - shown.length, page.length < PAGE, atEnd)
  }

  /** Reads around the first row in sight, which keeps its place. */
  async #readAgain(): Promise<void> {
    this.#stale = false
    const stored = [...this.#settled].filter(([, decided]) => decided.stored).map(([key]) => key)
    const inside = Math.min(Math.max(0, this.#from - this.#first), Math.max(0, this.#rows.length - 1))
    const anchor = this.#first + inside
    const key = this.#rows[inside]?.key ?? ''
    const before = key === '' ? [] : await this.#source.before(key, PAGE)
    const after = await this.#source.after(before.at(-1)?.key ?? '', 3 * PAGE)
    for (const done of stored) if (this.#settled.get(done)?.stored === true) this.#settled.delete(done)
    const above = this.#decided(before)
    this.#place([...above, ...after], anchor - above.length, before.length < PAGE, after.length < 3 * PAGE)
  }

  /** Walks by key from the nearer end to a far place; stops when the view has gone elsewhere. */
  async #seek(target: number): Promise<void> {
    const count = this.#count()
    const moved = (): boolean => this.#idle() || Math.abs(this.#from - target) > PAGE
    if (target < count / 2) {
      let key: PairKey = ''
      let at = 0
      while (at < target - PAGE) {
        const page = await this.#source.after(key, Math.min(STRIDE, target - PAGE - at))
        if (moved() || page.length === 0) return
        key = page.at(-1)?.key ?? key
        at += page.length
      }
      const page = await this.#source.after(key, 3 * PAGE)
      this.#place(page, at, at === 0, page.length < 3 * PAGE)
      return
    }
    let key: PairKey = LAST
    let left = 0
    while (left < count - target - 2 * PAGE) {
      const page = await this.#source.before(key, Math.min(STRIDE, count - target - 2 * PAGE - left))
      if (moved() || page.length === 0) return
      key = page[0]?.key ?? key
      left += page.length
    }
    const page = await this.#source.before(key, 3 * PAGE)
    this.#place(page, count - left - page.length, page.length < 3 * PAGE, left === 0)
  }

  #place(rows: readonly StoredPair[], first: number, atStart: boolean, atEnd: boolean): void {
    const right = atStart ? 0 : first >= 0 ? first : ROOM
    this.#move(right - first)
    this.#rows = this.#decided(rows)
    this.#first = right
    this.#atStart = atStart
    this.#atEnd = atEnd
  }

  /** Moves the view with the rows that it shows. */
  #move(places: number): void {
    this.#shifted += places
    this.#from += places
    this.#to += places
  }

  /** Rows with the decisions on their way; those that no longer pass the filter leave. */
  #decided(rows: readonly StoredPair[]): readonly StoredPair[] {
    if (this.#settled.size === 0) return rows
    const shown: StoredPair[] = []
    for (const row of rows) {
      const settled = this.#settled.get(row.key)
      if (settled === undefined) {
        shown.push(row)
        continue
      }
      const { decision } = settled
      const pair = { ...row.pair, decision, state: stateOf(decision, row.pair.checks) }
      if (passes(this.#source.filter, pair)) shown.push({ ...row, pair })
    }
    return shown
  }

  #count(): number {
    const end = this.#first + this.#rows.length
    return this.#atEnd ? end : Math.max(this.#total, end)
  }

  #changed(): void {
    this.#view = {
      loaded: this.#loaded,
      rows: this.#rows,
      first: this.#first,
      count: this.#count(),
      shifted: this.#shifted,
      problem: this.#problem,
    }
    for (const listener of this.#listeners) listener()
  }
}
