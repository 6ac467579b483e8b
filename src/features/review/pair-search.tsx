import type { Cancel } from '#core/ports/cancel'
import type { PairFilter, PairKey, PairOrder, ProjectReader } from '#core/ports/project-store'
import { type Problem, problemOf } from '#core/problem'
import { PairPager } from '#features/review/pair-pager'
import { listedPairs } from '#features/review/pair-source'
import { ListedKeys } from '#features/review/listed-keys'

export interface SearchView {
  readonly searching: boolean
  readonly found: number
  readonly problem: Problem | null
}

/**
 * A list whose keys are read first: because a text is searched for, or because the order is not that of keys. Begins when
 * somebody subscribes and is cancelled when nobody does. Holds the keys of what it found, not the rows; `pager` draws them.
 * The order stays as it was read until it is asked for again, so that a decision moves nothing.
 */
export class PairSearch {
  readonly pager: PairPager
  readonly #reader: ProjectReader
  readonly #filter: PairFilter
  readonly #order: PairOrder
  readonly #list = new ListedKeys()
  /** Where the list opens the first time; '' from then on. */
  #start: PairKey
  readonly #listeners = new Set<() => void>()
  #cancel = { aborted: true }
  #view: SearchView = { searching: true, found: 0, problem: null }

  constructor(reader: ProjectReader, filter: PairFilter, order: PairOrder = 'place', start: PairKey = '') {
    this.#reader = reader
    this.#filter = filter
    this.#order = order
    this.#start = start
    this.pager = new PairPager(listedPairs(reader, filter, this.#list))
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
    return this.#list.there()
  }

  /** A pair no longer belongs to what was found: it was decided. */
  forget(key: PairKey): void {
    this.#list.forget(key)
    this.#show({ found: this.#list.count })
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
      if (fresh) this.#list.clear()
      fresh = false
      this.#list.push(keys)
      this.pager.grew(this.#list.count)
      this.#show({ found: this.#list.count })
    }
    this.#show({ searching: true, problem: null })
    const whenLive =
      (then: (keys: readonly PairKey[]) => void) =>
      (keys: readonly PairKey[]): void => {
        if (!cancel.aborted) then(keys)
      }
    this.#read(cancel, whenLive(take)).then(
      () => {
        if (cancel.aborted) return
        take([])
        if (this.#start === '') this.pager.refresh()
        else this.pager.reveal(this.#start)
        this.#start = ''
        this.#show({ searching: false })
      },
      (thrown: unknown) => {
        if (!cancel.aborted) this.#show({ searching: false, problem: problemOf(thrown) })
      },
    )
  }

  async #read(cancel: Cancel, take: (keys: readonly PairKey[]) => void): Promise<void> {
    const [reader, filter] = [this.#reader, this.#filter]
    if (filter.text === '') {
      take(await reader.orderedKeys(cancel, filter, this.#order))
      return
    }
    if (this.#order === 'place') {
      await reader.searchPairs(cancel, filter, batch => take(batch.map(({ key }) => key)))
      return
    }
    // What matches is known before its place is: nothing is shown until it can stand where it belongs.
    const found = new Set<PairKey>()
    await reader.searchPairs(cancel, filter, batch => {
      for (const { key } of batch) found.add(key)
      if (!cancel.aborted) this.#show({ found: found.size })
    })
    const ordered = await reader.orderedKeys(cancel, filter, this.#order)
    take(ordered.filter(key => found.has(key)))
  }

  #show(change: Partial<SearchView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}
