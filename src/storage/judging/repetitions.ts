import type { Cancel } from '#core/ports/cancel'
import type { PairFilter, PairKey, StoredPair } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import type { Connection } from '#storage/database/connection'
import type { Entry } from '#storage/index/scan'
import { pairKeyOf } from '#storage/pairs/pair-key'
import { PAGE_TABLES, visibleEntries } from '#storage/pairs/pair-reader'
import { readPairs } from '#storage/pairs/read-pairs'

const ALL: PairFilter = { states: [], tasks: [], languages: [], checks: [], document: null, text: '' }
const REPEATS: PairFilter = { ...ALL, checks: ['duplicate'] }

/** Pairs read in one transaction. */
const BATCH = 4_096

const ID = /"id":"([^"\\]*)"/gu

/** A quick look at the JSON of a pair: true wherever one of the ids may be its own. */
function holdsOne(ids: ReadonlySet<string>): (json: string) => boolean {
  return json => [...json.matchAll(ID)].some(([, id = '']) => ids.has(id))
}

/** Visible pairs of a filter, without those whose JSON is refused, in key order and in batches. */
async function* pairsOf(
  cancel: Cancel,
  connection: Connection,
  filter: PairFilter,
  mayMatch: (json: string) => boolean,
): AsyncGenerator<readonly StoredPair[]> {
  const entries = await connection.read(PAGE_TABLES, db => visibleEntries(db, filter, null, 'forward', Infinity))
  for (let at = 0; at < entries.length; at += BATCH) {
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    const batch = entries.slice(at, at + BATCH)
    yield await connection.read(['pairs'], db => readPairs(db, batch, filter === ALL, mayMatch))
  }
}

/** Id of the pair that this one repeats, as its check says; null where it repeats none. */
function repeated({ pair }: StoredPair): string | null {
  const check = pair.checks.find(({ name, result }) => name === 'duplicate' && result !== 'pass')
  const of = check?.values?.['of']
  return typeof of === 'string' ? of : null
}

/** Ids that lead to one another have one root: that of the pair which repeats none. */
class Roots {
  readonly #above = new Map<string, string>()

  of(id: string): string {
    let root = id
    for (let next = this.#above.get(root); next !== undefined; next = this.#above.get(root)) root = next
    // What was walked is shortened, so that a long chain is walked once.
    for (let at = id; at !== root; ) {
      const next = this.#above.get(at) ?? root
      this.#above.set(at, root)
      at = next
    }
    return root
  }

  join(id: string, of: string): void {
    const [a, b] = [this.of(id), this.of(of)]
    if (a !== b) this.#above.set(a, b)
  }
}

/**
 * Keys of the taken pairs that repeat others or are repeated, group by group: groups in the order of their first pairs,
 * in each the pair that the others repeat, then these in key order. Groups are made among all visible pairs; what
 * stands alone there is left out, also where the pair that it repeated is gone.
 */
export async function repetitions(
  cancel: Cancel,
  connection: Connection,
  taken: readonly Entry[],
): Promise<readonly PairKey[]> {
  const ids = new Map<PairKey, string>()
  const roots = new Roots()
  const wanted = new Set<string>()
  for await (const batch of pairsOf(cancel, connection, REPEATS, () => true)) {
    for (const stored of batch) {
      const of = repeated(stored)
      if (of === null) continue
      ids.set(stored.key, stored.pair.id)
      wanted.add(of)
      roots.join(stored.pair.id, of)
    }
  }
  if (wanted.size === 0) return []
  for await (const batch of pairsOf(cancel, connection, ALL, holdsOne(wanted))) {
    for (const { key, pair } of batch) if (wanted.has(pair.id)) ids.set(key, pair.id)
  }
  const groups = new Map<string, PairKey[]>()
  for (const [key, id] of ids) {
    const root = roots.of(id)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [key])
    else group.push(key)
  }
  const shown = new Set(taken.map(pairKeyOf))
  return [...groups]
    .filter(([, keys]) => keys.length > 1)
    .map(([root, keys]) =>
      keys.sort((a, b) => Number(ids.get(b) === root) - Number(ids.get(a) === root) || (a < b ? -1 : 1)),
    )
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .flat()
    .filter(key => shown.has(key))
}
