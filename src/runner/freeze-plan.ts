import type { ProjectReader } from '#core/ports/project-store'
import type { Hash } from '#core/ports/hash'
import { chainPlan, type PlannedDocument, roundsOf, runId } from '#core/run/plan'
import type { PlanItem, RunRequest } from '#core/run/run'

export interface FrozenPlan {
  readonly id: string
  readonly items: readonly PlanItem[]
  readonly documents: number
  readonly characters: number
}

const PAGE = 500

/** Starts of the passages that are asked for, by document; null for all. */
function startsOf(places: RunRequest['places']): ReadonlyMap<number, ReadonlySet<number>> | null {
  if (places === undefined || places === null) return null
  const starts = new Map<number, Set<number>>()
  for (const { document, start } of places) starts.set(document, (starts.get(document) ?? new Set()).add(start))
  return starts
}

/** Documents that are asked for, each with those passages of its cut as it is that are asked for (rule RUN11). */
async function plannedDocuments(
  reader: ProjectReader,
  { documents: wanted, places }: RunRequest,
): Promise<PlannedDocument[]> {
  const only = wanted === null ? null : new Set(wanted)
  const starts = startsOf(places)
  const planned: PlannedDocument[] = []
  for (let after = -1; ; ) {
    const page = await reader.documents({ after, limit: PAGE, removed: false })
    const chosen = page.filter(
      ({ order }) => (only === null || only.has(order)) && (starts === null || starts.has(order)),
    )
    const found = await reader.cuts(chosen.map(({ order }) => order))
    const cuts = new Map(found.map(cut => [cut.document, cut]))
    for (const { order, sha256 } of chosen) {
      const cut = cuts.get(order)
      const here = starts?.get(order) ?? null
      const passages = cut?.passages.filter(({ start }) => here === null || here.has(start)) ?? []
      if (cut !== undefined && (starts === null || passages.length > 0)) planned.push({ order, sha256, passages })
    }
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return planned
    after = last.order
  }
}

/** Reads the cuts as they are now and freezes the order of work for a request. */
export async function freezePlan(reader: ProjectReader, hash: Hash, request: RunRequest): Promise<FrozenPlan> {
  const documents = await plannedDocuments(reader, request)
  const items = chainPlan(documents, request.seed, request.sample, roundsOf(request))
  const sha256 = new Map(documents.map(document => [document.order, document.sha256]))
  return {
    id: runId(hash, request, items, document => sha256.get(document) ?? ''),
    items,
    documents: new Set(items.map(item => item.document)).size,
    characters: items.reduce((sum, item) => sum + item.end - item.start, 0),
  }
}
