import type { Passage } from '#core/documents/passage'
import { MOST_ROUNDS, type PlanItem, type RunRequest } from '#core/run/run'
import type { Hash } from '#core/ports/hash'
import { randomStream } from '#core/synthesis/random-stream'

/** A document as the planner sees it: its key, what identifies its text, and its cut. */
export interface PlannedDocument {
  readonly order: number
  readonly sha256: string
  readonly passages: readonly Passage[]
}

/** M of a request (rule CHAIN1); whatever it says, a run has one round at least and five at most. */
export function roundsOf({ chains }: Pick<RunRequest, 'chains'>): number {
  return Math.min(MOST_ROUNDS, Math.max(1, Math.floor(chains?.rounds ?? 1)))
}

/** Passages that stand under the same headings, next to each other. */
function sectionsOf(passages: readonly Passage[]): Passage[][] {
  const sections: Passage[][] = []
  let above: string | null = null
  for (const passage of passages) {
    const path = passage.headings.join('\u0000')
    const section = sections.at(-1)
    if (section === undefined || path !== above) sections.push([passage])
    else section.push(passage)
    above = path
  }
  return sections
}

/** Takes one of each list in turn until all are empty. */
function roundRobin<T>(lists: readonly (readonly T[])[]): T[] {
  const out: T[] = []
  for (let turn = 0, left = lists.filter(list => list.length > 0); left.length > 0; turn++) {
    for (const list of left) {
      const item = list[turn]
      if (item !== undefined) out.push(item)
    }
    left = left.filter(list => list.length > turn + 1)
  }
  return out
}

/**
 * The order in which passages are written (rules RUN3, RUN4): documents take turns, inside a document its sections take
 * turns, and inside a section passages come in an order drawn by the seed, so that a run stopped anywhere is a fair
 * sample. Each passage is a chain of its own (one round). `sample` keeps the first N.
 */
export function fairPlan(documents: readonly PlannedDocument[], seed: number, sample: number | null): PlanItem[] {
  return fairOrder(documents, seed, sample).map((place, position) => itemOf(place, position, position, 0))
}

/**
 * The plan of a run of M rounds (rules CHAIN1, CHAIN2): passages in document order, then passage order, in ceil(N / M)
 * chains whose rounds lie that far apart; each chain's rounds follow one another. One round gives the fair plan.
 */
export function chainPlan(
  documents: readonly PlannedDocument[],
  seed: number,
  sample: number | null,
  rounds: number,
): PlanItem[] {
  if (rounds <= 1) return fairPlan(documents, seed, sample)
  const places = sample === null ? inDocuments(documents) : sampleInOrder(documents, seed, sample)
  const chains = Math.ceil(places.length / rounds)
  const plan: PlanItem[] = []
  for (let chain = 0; chain < chains; chain++) {
    for (let at = chain, round = 0; at < places.length; at += chains, round++) {
      const place = places[at]
      if (place !== undefined) plan.push(itemOf(place, plan.length, chain, round))
    }
  }
  return plan
}

/** A passage and the key of its document. */
interface Place {
  readonly document: number
  readonly passage: Passage
}

function itemOf({ document, passage }: Place, position: number, chain: number, round: number): PlanItem {
  return { position, chain, round, document, ...passage }
}

function fairOrder(documents: readonly PlannedDocument[], seed: number, sample: number | null): Place[] {
  const turns = documents.map(document => {
    const sections = sectionsOf(document.passages).map((section, index) =>
      randomStream(seed, 'passages', document.sha256, index).shuffle(section),
    )
    const inTurn = roundRobin(randomStream(seed, 'sections', document.sha256).shuffle(sections))
    return inTurn.map(passage => ({ document: document.order, passage }))
  })
  const order = randomStream(seed, 'documents').shuffle(turns)
  return roundRobin(order).slice(0, sample ?? undefined)
}

function inDocuments(documents: readonly PlannedDocument[]): Place[] {
  return [...documents]
    .sort((a, b) => a.order - b.order)
    .flatMap(({ order, passages }) => passages.map(passage => ({ document: order, passage })))
}

function sampleInOrder(documents: readonly PlannedDocument[], seed: number, sample: number): Place[] {
  return fairOrder(documents, seed, sample).sort((a, b) => a.document - b.document || a.passage.start - b.passage.start)
}

/**
 * Id of a run (rule RUN1): a hash over what was asked for and the frozen plan, so that the same request over the same
 * texts is the same run, on any machine.
 */
export function runId(
  hash: Hash,
  request: RunRequest,
  plan: readonly PlanItem[],
  sha256Of: (document: number) => string,
): string {
  const { synthesizer, engine, model, recipe, recipeVersion, tasks, seed, chains } = request
  const stream = hash.stream()
  const asked = [synthesizer, engine, model, recipe, recipeVersion, [...tasks].sort(), seed]
  // CHAIN8: runs without chains keep the ids that they had before there were any.
  const chained = roundsOf(request) === 1 || !chains ? [] : [[chains.rounds, chains.shots, chains.window]]
  stream.update(JSON.stringify([...asked, ...chained]))
  for (const item of plan)
    stream.update(`\n${sha256Of(item.document)} ${item.start} ${item.end} ${item.chain} ${item.round}`)
  return stream.digest()
}
