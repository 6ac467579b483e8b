import type { Passage } from '#core/documents/passage'
import type { PlanItem, RunRequest } from '#core/run/run'
import type { Hash } from '#core/ports/hash'
import { randomStream } from '#core/synthesis/random-stream'

/** A document as the planner sees it: its key, what identifies its text, and its cut. */
export interface PlannedDocument {
  readonly order: number
  readonly sha256: string
  readonly passages: readonly Passage[]
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
  const turns = documents.map(document => {
    const sections = sectionsOf(document.passages).map((section, index) =>
      randomStream(seed, 'passages', document.sha256, index).shuffle(section),
    )
    const inTurn = roundRobin(randomStream(seed, 'sections', document.sha256).shuffle(sections))
    return inTurn.map(passage => ({ document: document.order, passage }))
  })
  const order = randomStream(seed, 'documents').shuffle(turns)
  return roundRobin(order)
    .slice(0, sample ?? undefined)
    .map(({ document, passage }, position) => ({ position, chain: position, round: 0, document, ...passage }))
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
  const { synthesizer, engine, model, recipe, recipeVersion, tasks, seed } = request
  const stream = hash.stream()
  stream.update(JSON.stringify([synthesizer, engine, model, recipe, recipeVersion, [...tasks].sort(), seed]))
  for (const item of plan)
    stream.update(`\n${sha256Of(item.document)} ${item.start} ${item.end} ${item.chain} ${item.round}`)
  return stream.digest()
}
