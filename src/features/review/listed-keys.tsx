import type { PairKey } from '#core/ports/project-store'
import { type KeyList, LAST } from '#features/review/pair-source'

/**
 * Keys in any order. A place is found by its key, also that of a pair which left the list since: places never move, so
 * that whoever reads by key goes on where they were.
 */
export class ListedKeys implements KeyList {
  readonly keys: PairKey[] = []
  readonly #places = new Map<PairKey, number>()
  readonly #gone = new Set<PairKey>()

  /** Those that are still there. */
  get count(): number {
    return this.keys.length - this.#gone.size
  }

  behind(key: PairKey): number {
    if (key === LAST) return this.keys.length
    const place = this.#places.get(key)
    return place === undefined ? 0 : place + 1
  }

  clear(): void {
    this.keys.length = 0
    this.#places.clear()
    this.#gone.clear()
  }

  push(keys: readonly PairKey[]): void {
    for (const key of keys) {
      if (this.#places.has(key)) continue
      this.#places.set(key, this.keys.length)
      this.keys.push(key)
    }
  }

  /** A pair no longer belongs to the list. */
  forget(key: PairKey): void {
    if (this.#places.has(key)) this.#gone.add(key)
  }

  there(): readonly PairKey[] {
    return this.keys.filter(key => !this.#gone.has(key))
  }
}
