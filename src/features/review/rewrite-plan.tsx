import type { Cut, PairFilter, PairKey, ProjectReader, StoredPair } from '#core/ports/project-store'
import { REPLAY } from '#core/run/engines'
import type { Run, RunRequest } from '#core/run/run'
import type { Cancel } from '#core/ports/cancel'
import { PERSON } from '#core/synthesis/person-pair'
import { TAGGED } from '#core/synthesis/tagged/tagged-request'

/** Pairs that one run can write again: of one recipe, engine and model. */
export interface RewriteGroup {
  readonly request: RunRequest
  readonly keys: readonly PairKey[]
}

export interface RewritePlan {
  /** Largest first. */
  readonly groups: readonly RewriteGroup[]
  /** Pairs that no run would write otherwise: by rules, or by the person. */
  readonly fixed: number
}

type Place = NonNullable<RunRequest['places']>[number]

/** The place in a cut that holds where a pair's passage starts: documents may have been cut anew since. */
export function placeIn(cut: Cut | undefined, document: number, start: number): Place | null {
  const passage = cut?.passages.findLast(one => one.start <= start)
  return passage === undefined || passage.end <= start ? null : { document, start: passage.start }
}

/** Why a pair cannot be written again; null where it can. */
export function whyNotAgain({ pair }: Pick<StoredPair, 'pair'>): 'rules' | 'own' | 'same' | 'other' | null {
  const { synthesizer, engine, model } = pair.provenance
  if (synthesizer === PERSON) return 'own'
  if (synthesizer === 'rules') return 'rules'
  if (engine === 'none' || engine === REPLAY || model === null) return 'other'
  // An instruction synthesizer takes the likeliest words (rule TAGGED5).
  return synthesizer === TAGGED.name ? 'same' : null
}

/**
 * What to run so that these pairs are written again: the passages that they stand in, with the request that wrote them and
 * a seed that no run had yet.
 */
export function rewritePlan(
  pairs: readonly StoredPair[],
  cuts: readonly Cut[],
  runs: readonly Pick<Run, 'sequence' | 'request'>[],
): RewritePlan {
  const seed = 1 + Math.max(0, ...runs.map(run => run.request.seed))
  const cutOf = new Map(cuts.map(cut => [cut.document, cut]))
  const requestOf = new Map(runs.map(run => [run.sequence, run.request]))
  interface Gathered {
    readonly request: RunRequest
    readonly keys: PairKey[]
    readonly places: Map<string, Place>
  }
  const groups = new Map<string, Gathered>()
  let fixed = 0
  for (const stored of pairs) {
    const { pair, document, key } = stored
    if (whyNotAgain(stored) !== null) {
      fixed += 1
      continue
    }
    const { synthesizer, engine, model, recipe, recipeVersion } = pair.provenance
    const tasks = requestOf.get(stored.run)?.tasks ?? []
    const name = JSON.stringify([synthesizer, engine, model, recipe, recipeVersion, tasks])
    const request = { synthesizer, engine, model, recipe, recipeVersion, tasks, seed, documents: [], sample: null }
    const group: Gathered = groups.get(name) ?? { request, keys: [], places: new Map() }
    groups.set(name, group)
    const place = placeIn(cutOf.get(document), document, pair.passage.start)
    if (place === null) {
      fixed += 1
      continue
    }
    group.keys.push(key)
    group.places.set(`${String(document)} ${String(place.start)}`, place)
  }
  const planned = [...groups.values()].filter(group => group.keys.length > 0)
  planned.sort((a, b) => b.places.size - a.places.size)
  return {
    fixed,
    groups: planned.map(({ request, keys, places }) => {
      const list = [...places.values()]
      return { keys, request: { ...request, documents: [...new Set(list.map(place => place.document))], places: list } }
    }),
  }
}

const PAGE = 500

/** Reads the pairs of a selection page by page, and what a plan needs of their documents. */
export async function readRewrite(
  cancel: Cancel,
  reader: ProjectReader,
  selection: { readonly keys: readonly PairKey[] } | { readonly filter: PairFilter },
): Promise<RewritePlan> {
  const pairs: StoredPair[] = []
  if ('keys' in selection) {
    for (let from = 0; from < selection.keys.length && !cancel.aborted; from += PAGE) {
      const page = await Promise.all(selection.keys.slice(from, from + PAGE).map(key => reader.pair(key)))
      for (const pair of page) if (pair !== undefined) pairs.push(pair)
    }
  } else {
    for (let after: PairKey | null = ''; after !== null && !cancel.aborted; ) {
      const page: readonly StoredPair[] = await reader.pairs(selection.filter, after, PAGE)
      pairs.push(...page)
      after = page.length < PAGE ? null : (page.at(-1)?.key ?? null)
    }
  }
  const documents = [...new Set(pairs.map(pair => pair.document))]
  const [cuts, runs] = await Promise.all([reader.cuts(documents), reader.runs()])
  return rewritePlan(pairs, cuts, runs)
}
