import type { Cancel } from '#core/ports/cancel'
import type { PairFilter, PairKey, ProjectReader, StoredPair } from '#core/ports/project-store'
import { ProblemError } from '#core/problem'
import { randomStream } from '#core/synthesis/random-stream'
import type { State } from '#core/synthesis/pair'
import type { Gate, GatePair } from '#core/verification/gates/gate'
import { type PlantSource, plantedFrom } from '#core/verification/gates/plant'
import type { PlantKind } from '#core/verification/gates/gate'
import type { GateAsk, GateScope } from '#messages/gates'

export type GateReader = Pick<ProjectReader, 'pairs' | 'pair' | 'text' | 'runs' | 'settings'>

const PAGE = 500

const STATES_OF: { readonly [scope in GateScope]: readonly State[] } = {
  ready: ['ready'],
  unsure: ['unsure'],
  'last-run': ['ready', 'unsure', 'kept'],
}

async function* pairsIn(cancel: Cancel, reader: GateReader, states: readonly State[]): AsyncGenerator<StoredPair> {
  const filter: PairFilter = { states, tasks: [], languages: [], checks: [], document: null, text: '' }
  for (let after: PairKey = ''; ; ) {
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    const page = await reader.pairs(filter, after, PAGE)
    yield* page
    const last = page.at(-1)
    if (last === undefined) return
    after = last.key
  }
}

/** Whether this judge has had its say about the pair: its words have not changed since, for an edit takes checks away. */
export function isJudged({ pair }: StoredPair, gate: Gate, judge: string | null): boolean {
  return pair.checks.some(({ name, values }) => name === gate.name && values?.['judge'] === judge)
}

/** Keys of the pairs to judge, in their order, spread evenly where not all are asked for (rule GATE13). */
export async function pairsToJudge(
  cancel: Cancel,
  reader: GateReader,
  gate: Gate,
  judge: string | null,
  { scope, limit }: Pick<GateAsk, 'scope' | 'limit'>,
): Promise<{ readonly keys: readonly PairKey[]; readonly judged: number }> {
  const runs = scope === 'last-run' ? (await reader.runs()).filter(({ pairs }) => pairs > 0) : []
  const last = Math.max(...runs.map(({ sequence }) => sequence))
  const keys: PairKey[] = []
  let judged = 0
  for await (const stored of pairsIn(cancel, reader, STATES_OF[scope])) {
    if (scope === 'last-run' && stored.run !== last) continue
    if (!gate.appliesTo(stored.pair)) continue
    if (judge !== null && isJudged(stored, gate, judge)) judged++
    else keys.push(stored.key)
  }
  return { keys: limit === null ? keys : spread(keys, limit), judged }
}

function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items
  return Array.from({ length: most }, (_, i) => items[Math.floor(((i + 0.5) * items.length) / most)]).filter(
    item => item !== undefined,
  )
}

export async function gatePair(reader: Pick<GateReader, 'text'>, { document, pair }: StoredPair): Promise<GatePair> {
  const { start, end } = pair.passage
  return { draft: pair, language: pair.language, passage: await reader.text(document, start, end) }
}

/** A pair of known truth to try a judge with; `kind` is null for one that is right as far as anyone knows. */
export interface KnownPair extends GatePair {
  readonly kind: PlantKind | null
}

/** Right pairs that a judge is measured with. */
const RIGHT_PAIRS = 8
/** With so many that the person kept, no others are taken: what only passed checks may be wrong. */
const KEPT_ENOUGH = 6
/** Of so many they are drawn. */
const DRAWN_FROM = 400
const SEED = 1

/**
 * The person's own pairs, those that they kept before those that passed every check, with planted wrong versions right
 * behind each, so that an engine reads each passage once (rules GATE9, GATE11).
 */
export async function knownPairs(
  cancel: Cancel,
  reader: GateReader,
  gate: Gate,
): Promise<{ readonly known: readonly KnownPair[]; readonly kept: number }> {
  const stream = randomStream(SEED, 'known-pairs')
  const chosen: StoredPair[] = []
  let kept = 0
  for (const state of ['kept', 'ready'] as const) {
    if (chosen.length >= KEPT_ENOUGH) break
    const found: StoredPair[] = []
    for await (const stored of pairsIn(cancel, reader, [state])) {
      if (gate.appliesTo(stored.pair)) found.push(stored)
      if (found.length === DRAWN_FROM) break
    }
    const wanted = RIGHT_PAIRS - chosen.length
    chosen.push(...stream.shuffle(found).slice(0, wanted))
    if (state === 'kept') kept = chosen.length
  }
  chosen.sort((a, b) => (a.key < b.key ? -1 : 1))
  const right: PlantSource[] = []
  for (const stored of chosen) right.push(await gatePair(reader, stored))
  const known = right.flatMap(pair => [
    { ...pair, kind: null },
    ...plantedFrom(pair, right, gate.notices, SEED).map(({ kind, draft }) => ({ ...pair, draft, kind })),
  ])
  return { known, kept }
}
