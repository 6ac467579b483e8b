import { describe, expect, it, vi } from 'vitest'
import type { PairFilter, PairKey, StoredPair } from '#core/ports/project-store'
import type { State } from '#core/synthesis/pair'
import { PairPager } from '#features/review/pair-pager'
import type { PairSource } from '#features/review/pair-source'
import { passes } from '#features/review/review-filter'
import { provenanceOf } from '#test/support/provenance'

const TO_REVIEW: PairFilter = {
  states: ['ready', 'unsure'],
  tasks: [],
  languages: [],
  checks: [],
  document: null,
  text: '',
}

function keyAt(place: number): PairKey {
  return String(place).padStart(8, '0')
}

function row(key: PairKey, state: State): StoredPair {
  return {
    key,
    document: 0,
    run: 1,
    pair: {
      id: key,
      instruction: `Question ${key}`,
      response: 'Answer',
      options: null,
      reasoning: null,
      task: 'fact',
      form: 'open',
      needsPassage: false,
      evidence: [],
      language: 'en',
      passage: { start: 0, end: 10, headings: [] },
      chain: { id: 'c', round: 0, shots: [] },
      provenance: provenanceOf({ recipe: 'quick' }),
      checks: [],
      decision: null,
      state,
      original: null,
    },
  }
}

/** A list by key that counts the rows it gives and never gives one by its place. */
class Shelf implements PairSource {
  readonly filter = TO_REVIEW
  states: Map<PairKey, State>
  given = 0
  fail = false

  constructor(places: readonly number[]) {
    this.states = new Map(places.map(place => [keyAt(place), 'ready']))
  }

  get #visible(): readonly StoredPair[] {
    return [...this.states]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, state]) => row(key, state))
      .filter(({ pair }) => passes(this.filter, pair))
  }

  reached(row: string, key: string): boolean {
    return row >= key
  }

  async after(key: PairKey, limit: number): Promise<readonly StoredPair[]> {
    await Promise.resolve()
    if (this.fail) throw new Error('no disk')
    const page = this.#visible.filter(other => other.key > key).slice(0, limit)
    this.given += page.length
    return page
  }

  async before(key: PairKey, limit: number): Promise<readonly StoredPair[]> {
    await Promise.resolve()
    const page = this.#visible.filter(other => other.key < key).slice(-limit)
    this.given += page.length
    return page
  }
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, place) => place)

function watched(source: PairSource, start?: PairKey): PairPager {
  const pager = new PairPager(source, start)
  pager.subscribe(() => {})
  return pager
}

/** The pager draws the right pair at each place of the view, and holds few of them. */
function expectRight(pager: PairPager, keys: readonly PairKey[], from: number, to: number): void {
  const { rows, first } = pager.view()
  expect(rows.length).toBeLessThanOrEqual(400)
  for (let place = from; place < to; place += 1) expect(rows[place - first]?.key).toBe(keys[place])
}

async function at(pager: PairPager, from: number, to: number): Promise<void> {
  pager.see(from, to)
  await vi.waitFor(() => {
    const { first, rows, loaded, count } = pager.view()
    expect(loaded).toBe(true)
    expect(first).toBeLessThanOrEqual(from)
    expect(first + rows.length).toBeGreaterThanOrEqual(Math.min(to, count))
  })
}

describe('PairPager', () => {
  it('REVIEW1: walks a long list down and up with a window of rows, each place right', async () => {
    const keys = upTo(3_000).map(keyAt)
    const shelf = new Shelf(upTo(3_000))
    const pager = watched(shelf)
    pager.expect(3_000)
    for (let from = 0; from < 2_990; from += 35) {
      await at(pager, from, from + 10)
      expectRight(pager, keys, from, from + 10)
      expect(pager.view().count).toBe(3_000)
    }
    for (let from = 2_900; from >= 0; from -= 35) {
      await at(pager, from, from + 10)
      expectRight(pager, keys, from, from + 10)
    }
    await at(pager, 0, 10)
    expectRight(pager, keys, 0, 10)
    expect(pager.view().shifted).toBe(0)
  })

  it('REVIEW1: reaches any far place from the nearer end', async () => {
    const keys = upTo(20_000).map(keyAt)
    const shelf = new Shelf(upTo(20_000))
    const pager = watched(shelf)
    pager.expect(20_000)
    for (const from of [19_985, 0, 14_000, 3_000]) {
      shelf.given = 0
      await at(pager, from, from + 12)
      expectRight(pager, keys, from, from + 12)
      expect(shelf.given).toBeLessThan(Math.min(from, 20_000 - from) + 1_000)
    }
  })

  it('REVIEW1: opens at the pair that the URL names', async () => {
    const pager = watched(new Shelf(upTo(5_000)), keyAt(1_777))
    pager.expect(5_000)
    pager.see(0, 0)
    await vi.waitFor(() => expect(pager.view().loaded).toBe(true))
    const { rows, first, shifted } = pager.view()
    expect(shifted).toBe(1_777)
    expect(first + rows.findIndex(({ key }) => key === keyAt(1_777))).toBe(1_777)
  })

  it('REVIEW2: a decided pair leaves at once and does not come back with a page read before it was stored', async () => {
    const shelf = new Shelf(upTo(500))
    const pager = watched(shelf)
    pager.expect(500)
    await at(pager, 0, 10)
    pager.settle(keyAt(3), 'keep')
    expect(
      pager
        .view()
        .rows.slice(0, 5)
        .map(({ key }) => key),
    ).toEqual([0, 1, 2, 4, 5].map(keyAt))
    pager.refresh()
    await vi.waitFor(() => expect(shelf.given).toBeGreaterThan(500))
    expect(pager.view().rows.some(({ key }) => key === keyAt(3))).toBe(false)
    shelf.states.set(keyAt(3), 'kept')
    pager.release(keyAt(3))
    await at(pager, 0, 10)
    expect(pager.view().rows.some(({ key }) => key === keyAt(3))).toBe(false)
  })

  it('REVIEW2: quick decisions in a row leave every row in its place', async () => {
    const shelf = new Shelf(upTo(300))
    const pager = watched(shelf)
    pager.expect(300)
    await at(pager, 0, 10)
    for (let place = 0; place < 5; place += 1) {
      const key = keyAt(place)
      pager.settle(key, 'keep')
      if (place > 0) pager.release(keyAt(place - 1))
      setTimeout(() => shelf.states.set(key, 'kept'), 5)
    }
    await vi.waitFor(() => expect(shelf.states.get(keyAt(4))).toBe('kept'))
    pager.release(keyAt(4))
    await vi.waitFor(() => expect(pager.view().rows[0]?.key).toBe(keyAt(5)))
    expect(pager.view()).toMatchObject({ first: 0, shifted: 0 })
  })

  it('REVIEW2: a decision that failed brings the pair back', async () => {
    const pager = watched(new Shelf(upTo(20)))
    await at(pager, 0, 10)
    pager.settle(keyAt(3), 'drop')
    expect(pager.view().rows).toHaveLength(19)
    pager.release(keyAt(3))
    await vi.waitFor(() => expect(pager.view().rows).toHaveLength(20))
  })

  it('REVIEW3: what is in sight keeps its place while pairs are written above it', async () => {
    const places = upTo(2_000).map(place => place * 10)
    const shelf = new Shelf(places)
    const pager = watched(shelf)
    pager.expect(2_000)
    await at(pager, 700, 710)
    const seen = pager.view().rows[700 - pager.view().first]?.key
    for (let place = 0; place < 300; place += 1) shelf.states.set(keyAt(place * 10 + 5), 'ready')
    shelf.given = 0
    pager.refresh()
    await vi.waitFor(() => expect(shelf.given).toBeGreaterThan(350))
    await vi.waitFor(() => expect(pager.view().rows[700 - pager.view().first]?.key).toBe(seen))
    let last = { key: seen, place: 700 }
    await vi.waitFor(() => {
      const before = pager.view()
      const place = before.rows.findIndex(({ key }) => key === last.key) + before.first
      expect(place - last.place).toBe(before.shifted)
      last = { key: before.rows[0]?.key, place: before.first - before.shifted }
      pager.see(before.first, before.first + 10)
      expect([before.first, before.rows[0]?.key]).toEqual([0, keyAt(0)])
    })
    expect(pager.view().shifted).toBe(300)
  })

  it('REVIEW4: finds the neighbour also past the edge of the window', async () => {
    const shelf = new Shelf(upTo(1_000))
    const pager = watched(shelf)
    pager.expect(1_000)
    await at(pager, 0, 10)
    expect((await pager.neighbour(keyAt(998), 1))?.key).toBe(keyAt(999))
    expect(await pager.neighbour(keyAt(999), 1)).toBeUndefined()
    expect((await pager.neighbour(keyAt(1), -1))?.key).toBe(keyAt(0))
    pager.settle(keyAt(998), 'keep')
    expect((await pager.neighbour(keyAt(997), 1))?.key).toBe(keyAt(999))
  })

  it('REVIEW4: brings a pair into sight from anywhere', async () => {
    const pager = watched(new Shelf(upTo(5_000)))
    pager.expect(5_000)
    await at(pager, 4_980, 4_990)
    pager.reveal(keyAt(12))
    await vi.waitFor(() => expect(pager.has(keyAt(12))).toBe(true))
    const { rows, first, shifted } = pager.view()
    expect(first + rows.findIndex(({ key }) => key === keyAt(12))).toBe(12)
    expect(4_980 + shifted).toBe(12)
  })

  it('REVIEW5: keeps what it has and says so when reading fails, and goes on when asked again', async () => {
    const shelf = new Shelf(upTo(1_000))
    const pager = watched(shelf)
    pager.expect(1_000)
    await at(pager, 0, 10)
    shelf.fail = true
    pager.see(280, 290)
    await vi.waitFor(() => expect(pager.view().problem).toMatchObject({ kind: 'unexpected' }))
    expect(pager.view().rows.length).toBeGreaterThan(0)
    shelf.fail = false
    pager.refresh()
    await vi.waitFor(() => expect(pager.view().problem).toBeNull())
    await at(pager, 280, 330)
  })
})
