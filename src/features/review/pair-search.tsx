import type { PairFilter, PairKey, ProjectReader } from '#core/ports/project-store'
import { type Problem, problemOf } from '#core/problem'
import { PairPager } from '#features/review/pair-pager'
import { foundPairs } from '#features/review/pair-source'

export interface SearchView {
  readonly searching: boolean
  readonly found: number
  readonly problem: Problem | null
}

/**
 * One search: begins when somebody subscribes and is cancelled when nobody does. Holds the keys of what it found, not the
 * rows; `pager` draws them.
 */
export class PairSearch {
  readonly pager: PairPager
  readonly #reader: ProjectReader
  readonly #filter: PairFilter
  readonly #keys: PairKey[] = []
  readonly #listeners = new Set<() => void>()
  #cancel = { aborted: true }
  #view: SearchView = { searching: true, found: 0, problem: null }

  constructor(reader: ProjectReader, filter: PairFilter) {
    this.#reader = reader
    this.#filter = filter
    this.pager = new PairPager(foundPairs(reader, filter, this.#keys))
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#begin()
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.#cancel.aborted = true
    }
  }

  readonly view = (): SearchView => this.#view

  /** What was found so far, in order. */
  keys(): readonly PairKey[] {
    return [...this.#keys]
  }

  /** A pair no longer belongs to what was found: it was decided. */
  forget(key: PairKey): void {
    const at = this.#keys.indexOf(key)
    if (at < 0) return
    this.#keys.splice(at, 1)
    this.#show({ found: this.#keys.length })
  }

  /** Searches again: what was done may have brought pairs back. */
  restart(): void {
    if (this.#listeners.size > 0) this.#begin()
  }

  #begin(): void {
    this.#cancel.aborted = true
    const cancel = { aborted: false }
    this.#cancel = cancel
    let fresh = true
    const take = (keys: readonly PairKey[]): void => {
      if (fresh) this.#keys.length = 0
      fresh = false
      for (const key of keys) this.#keys.push(key)
      this.pager.grew(this.#keys.length)
      this.#show({ found: this.#keys.length })
    }
    this.#show({ searching: true, problem: null })
    this.#reader
      .searchPairs(cancel, this.#filter, batch => {
        if (!cancel.aborted) take(batch.map(({ key }) => key))
      })
      .then(
        () => {
          if (cancel.aborted) return
          take([])
          this.pager.refresh()
          this.#show({ searching: false })
        },
        (thrown: unknown) => {
          if (!cancel.aborted) this.#show({ searching: false, problem: problemOf(thrown) })
        },
      )
  }

  #show(change: Partial<SearchView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}
