import { describe, expect, it } from 'vitest'
import type { WrittenPair } from '#core/ports/project-store'
import type { Pair } from '#core/synthesis/pair'
import { createPairPlaces } from '#runner/pair-places'
import { createWrittenWords } from '#runner/written-words'
import { nodeHash } from '#test/unit/storage/node-hash'
import { provenanceOf } from '#test/support/provenance'

const idOf = (number: number): string => nodeHash.sha256(String(number))

/** A store that holds one pair for each passage, and tells how often it was asked. */
function storeOf(pairs: ReadonlyMap<number, WrittenPair>) {
  let reads = 0
  return {
    reads: () => reads,
    writtenAt: (_run: number, _document: number, start: number) => {
      reads += 1
      const pair = pairs.get(start)
      return Promise.resolve(pair === undefined ? [] : [pair])
    },
  }
}

function pairOf(id: string, instruction: string): Pair {
  return {
    id,
    instruction,
    response: 'r',
    options: null,
    reasoning: null,
    task: 't',
    form: 'open',
    needsPassage: true,
    evidence: [],
    language: 'en',
    passage: { start: 0, end: 1, headings: [] },
    chain: { id: 'c', round: 0, shots: [] },
    provenance: provenanceOf({ synthesizer: 's', recipe: 'r' }),
    checks: [],
    decision: null,
    state: 'ready',
    original: null,
  }
}

describe('places of pairs', () => {
  it('DUP6: gives back what was added, over many segments', () => {
    const places = createPairPlaces()
    for (let i = 0; i < 20_000; i++) places.add(idOf(i), { run: 1 + (i % 3), document: i >> 2, start: i })
    for (let i = 0; i < 20_000; i += 97)
      expect(places.of(idOf(i))).toContainEqual({ run: 1 + (i % 3), document: i >> 2, start: i })
    expect(places.of(idOf(-1))).toEqual([])
  })
})

describe('words of pairs', () => {
  it('DUP6: come from memory until they are stored, and from the store after that', async () => {
    const [id, other] = [idOf(1), idOf(2)]
    const store = storeOf(new Map([[7, { id: other, instruction: 'stored', response: 'r' }]]))
    const words = createWrittenWords(store)
    words.note(pairOf(id, 'new'))
    expect(await words.of(id)).toEqual({ instruction: 'new', response: 'r' })
    words.stands(other, { run: 1, document: 1, start: 7 })
    expect(await words.of(other)).toEqual({ instruction: 'stored', response: 'r' })
    expect(await words.of(other)).toEqual({ instruction: 'stored', response: 'r' })
    expect(store.reads()).toBe(1)
    words.stored(id, { run: 1, document: 1, start: 8 })
    for (let i = 10; i < 2_200; i++) {
      words.note(pairOf(idOf(i), 'x'))
      words.stored(idOf(i), { run: 1, document: 1, start: i })
    }
    // Forgotten by now, and not in the store.
    expect(await words.of(id)).toBeNull()
    expect(store.reads()).toBe(2)
  })

  it('DUP4: are null where the pair is gone', async () => {
    const words = createWrittenWords(storeOf(new Map()))
    expect(await words.of(idOf(1))).toBeNull()
    words.stands(idOf(1), { run: 1, document: 1, start: 1 })
    expect(await words.of(idOf(1))).toBeNull()
  })
})
