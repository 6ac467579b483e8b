import type { BlindEntry, BlindSample, Stratum, Verdict } from '#core/evaluation/blind-sample'
import { wordsHash } from '#core/evaluation/words-hash'
import type { StoredPair } from '#core/ports/project-store'
import type { Check, Pair } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'
import { provenanceOf } from '#test/support/provenance'

const FAIL: Check = { name: 'numbers', result: 'fail', reason: 'number-missing' }
const PASS: Check = { name: 'numbers', result: 'pass', reason: 'numbers-agree' }

/** A stored pair: `ready` unless checks or a decision say otherwise. */
export function storedPair(key: string, more: Partial<Pair> = {}, document = 1): StoredPair {
  const checks = more.checks ?? [PASS]
  const decision = more.decision ?? null
  return {
    key,
    document,
    run: 1,
    pair: {
      id: `id-${key}`,
      instruction: `Question ${key}?`,
      response: `Answer ${key}.`,
      options: null,
      reasoning: null,
      task: 'definition',
      form: 'open',
      needsPassage: false,
      language: 'en',
      evidence: [],
      passage: { start: 0, end: 10, headings: [] },
      chain: { id: 'c', round: 0, shots: [] },
      provenance: provenanceOf({ run: 'run' }),
      original: null,
      ...more,
      checks,
      decision,
      state: stateOf(decision, checks),
    },
  }
}

export const failedPair = (key: string, more: Partial<Pair> = {}): StoredPair =>
  storedPair(key, { checks: [FAIL], ...more })

/** The entry of a pair as it is, marked or not. */
export function entryOf({ key, pair }: StoredPair, stratum: Stratum, verdict: Verdict | null): BlindEntry {
  const checks = pair.checks.filter(({ result }) => result !== 'pass').map(({ name }) => name)
  return { key, pair: pair.id, words: wordsHash(pair), stratum, checks, verdict, why: null }
}

export function sampleWith(entries: readonly BlindEntry[], more: Partial<BlindSample> = {}): BlindSample {
  return {
    id: 'sample-1',
    seed: 1,
    createdAt: 0,
    population: { export: 846, failed: 120 },
    written: { '1': 1000 },
    entries,
    ...more,
  }
}

/** So many pairs of a stratum with one verdict, with their entries. */
export function batch(
  name: string,
  count: number,
  stratum: Stratum,
  verdict: Verdict | null,
): { readonly pairs: readonly StoredPair[]; readonly entries: readonly BlindEntry[] } {
  const pairs = Array.from({ length: count }, (_, at) =>
    (stratum === 'export' ? storedPair : failedPair)(`${name}-${String(at)}`),
  )
  return { pairs, entries: pairs.map(pair => entryOf(pair, stratum, verdict)) }
}

export const byKey = (pairs: readonly StoredPair[]): ReadonlyMap<string, StoredPair> =>
  new Map(pairs.map(pair => [pair.key, pair]))
