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

/** How many items' texts are read at once: few at first, since work waits for them; then twice as many each time. */
interface Together {
  readonly first: number
  readonly most: number
}

/**
 * Groups of items that have no row yet, in plan order, with the text of their passages. Items of removed documents are
 * passed over and stay pending until the document is restored.
 */
async function* groupsOf(
  signal: AbortSignal,
  reader: ProjectReader,
  run: Run,
  together: Together,
): AsyncGenerator<readonly PendingItem[], undefined> {
  const settled = new Uint8Array(run.total)
  for (const position of await reader.settledPositions(run.sequence)) settled[position] = 1
  let size = together.first
  for (let from = 0; from < run.total; from += PLAN_PAGE) {
    const page = (await reader.planItems(run.sequence, from, PLAN_PAGE)).filter(item => settled[item.position] !== 1)
    for (let at = 0; at < page.length; ) {
      if (signal.aborted) return
      const items = page.slice(at, at + size)
      at += size
      size = Math.min(together.most, size * 2)
      // Asked anew for each group: a document may be removed while the run goes on.
      const documents = await reader.documentsAt(items.map(item => item.document))
      const group: { item: PlanItem; document: Document }[] = []
      for (const [index, item] of items.entries()) {
        const document = documents[index]
        if (document !== undefined && !document.removed) group.push({ item, document })
      }
      if (group.length === 0) continue
      // Copied, because a piece of a string holds all of it in memory, and these are pieces of blocks from everywhere.
      const texts = structuredClone(
        await reader.texts(group.map(({ item }) => ({ document: item.document, start: item.start, end: item.end }))),
      )
      yield group.map((entry, index) => ({ ...entry, text: texts[index] ?? '' }))
    }
  }
}

/** Asks for what comes next before it is needed; who awaits it is told of a failure. */
export function ahead<T>(items: AsyncGenerator<T, undefined>): Promise<IteratorResult<T, undefined>> {
  const next = items.next()
  next.catch(() => undefined)
  return next
}

/**
 * Batches of pending items, each as large as is said when it is asked for. Passages of a fair order lie far apart: reading `together` of them at once reads each block
 * of text once for all that stand in it, and goes on while the caller works.
 */
export async function* pendingItems(
  signal: AbortSignal,
  reader: ProjectReader,
  run: Run,
  batchSize: () => number,
  together: Together,
): AsyncGenerator<readonly PendingItem[], undefined> {
  const groups = groupsOf(signal, reader, run, together)
  for (let reading = ahead(groups); ; ) {
    const group = await reading
    if (group.done === true) return
    reading = ahead(groups)
    for (let at = 0; at < group.value.length; ) {
      const batch = group.value.slice(at, at + batchSize())
      at += batch.length
      yield batch
    }
  }
}
