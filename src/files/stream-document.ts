import { pieceEnd } from '#files/piece-end'
import type { DocumentHead, DocumentSink } from '#files/reading'

/** As the sink was promised, in UTF-16 code units. */
const LONGEST_PIECE = 4 << 20

/** Hands a document on in pieces; when they fail half-way the sink is told to forget it and the failure goes on. */
export async function streamDocument(
  sink: DocumentSink,
  head: DocumentHead,
  pieces: AsyncIterable<string>,
): Promise<void> {
  await sink.begin(head)
  try {
    for await (const piece of pieces) {
      for (let start = 0; start < piece.length; ) {
        const end = pieceEnd(piece, start, LONGEST_PIECE)
        await sink.text(piece.slice(start, end))
        start = end
      }
    }
    await sink.end()
  } catch (failure) {
    await sink.discard()
    throw failure
  }
}
