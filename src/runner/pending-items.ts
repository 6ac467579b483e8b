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
  const documents = new Map<number, Document | undefined>()
  const documentOf = async (order: number): Promise<Document | undefined> => {
    if (!documents.has(order)) documents.set(order, await reader.document(order))
    return documents.get(order)
  }
  for (let from = 0; from < run.total; from += PLAN_PAGE) {
    const page = (await reader.planItems(run.sequence, from, PLAN_PAGE)).filter(item => settled[item.position] !== 1)
    for (let at = 0; at < page.length; at += batchSize) {
      if (signal.aborted) return
      // Asked anew for each batch: a document may be removed while the run goes on.
      documents.clear()
      const batch: { item: PlanItem; document: Document }[] = []
      for (const item of page.slice(at, at + batchSize)) {
        const document = await documentOf(item.document)
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
