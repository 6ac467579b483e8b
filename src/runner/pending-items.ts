import type { Document } from '#core/documents/document'
import type { ProjectReader } from '#core/ports/project-store'
import type { PlanItem, Run } from '#core/run/run'

export interface PendingItem {
  readonly item: PlanItem
  readonly document: Document
  readonly text: string
}

/** Items of the plan that are read at once when looking for pending ones. */
const PLAN_PAGE = 4_096

/**
 * Batches of items that have no row yet, in plan order, with the text of their passages. Items of removed documents are
 * passed over and stay pending until the document is restored.
 */
export async function* pendingItems(
  signal: AbortSignal,
  reader: ProjectReader,
  run: Run,
  batchSize: number,
): AsyncGenerator<readonly PendingItem[], undefined> {
  const settled = new Uint8Array(run.total)
  for (const position of await reader.settledPositions(run.sequence)) settled[position] = 1
  for (let from = 0; from < run.total; from += PLAN_PAGE) {
    const page = (await reader.planItems(run.sequence, from, PLAN_PAGE)).filter(item => settled[item.position] !== 1)
    for (let at = 0; at < page.length; at += batchSize) {
      if (signal.aborted) return
      const items = page.slice(at, at + batchSize)
      // Asked anew for each batch: a document may be removed while the run goes on.
      const documents = await reader.documentsAt(items.map(item => item.document))
      const batch: { item: PlanItem; document: Document }[] = []
      for (const [index, item] of items.entries()) {
        const document = documents[index]
        if (document !== undefined && !document.removed) batch.push({ item, document })
      }
      if (batch.length === 0) continue
      const texts = await reader.texts(
        batch.map(({ item }) => ({ document: item.document, start: item.start, end: item.end })),
      )
      yield batch.map((entry, index) => ({ ...entry, text: texts[index] ?? '' }))
    }
  }
}
