import { createChunker } from '#core/documents/chunker'
import type { ChunkSettings, Passage } from '#core/documents/passage'
import { ProblemError } from '#core/problem'
import type { IngestTools } from './ingest-file'

const PAGE = 100
/** Text is read in pieces of so many UTF-16 code units. */
const PIECE = 1 << 20

/** Cuts every document anew. Pairs and plans keep the ranges that they were made with. */
export async function recutDocuments(
  signal: AbortSignal,
  { store, fence, detect }: IngestTools,
  settings: ChunkSettings,
  progress: (value: { done: number; total: number }) => void,
): Promise<{ documents: number; passages: number }> {
  const total = (await store.sources()).reduce((sum, source) => sum + source.documents, 0)
  let [documents, passages, after] = [0, 0, -1]
  for (;;) {
    const page = await store.documents({ after, limit: PAGE, removed: true })
    for (const { order, length } of page) {
      const chunker = createChunker(settings, detect)
      const cut: Passage[] = []
      for (let start = 0; start < length; start += PIECE) {
        if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
        cut.push(...chunker.push(await store.text(order, start, Math.min(length, start + PIECE))))
      }
      cut.push(...chunker.end())
      await store.replaceCut(fence, { document: order, settings, passages: cut })
      documents++
      passages += cut.length
      after = order
      progress({ done: documents, total })
    }
    if (page.length < PAGE) return { documents, passages }
  }
}
