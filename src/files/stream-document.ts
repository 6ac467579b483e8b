import type { DocumentHead, DocumentSink } from '#files/reading'

/** Hands a document on in pieces; when they fail half-way the sink is told to forget it and the failure goes on. */
export async function streamDocument(
  sink: DocumentSink,
  head: DocumentHead,
  pieces: AsyncIterable<string>,
): Promise<void> {
  await sink.begin(head)
  try {
    for await (const piece of pieces) await sink.text(piece)
    await sink.end()
  } catch (failure) {
    await sink.discard()
    throw failure
  }
}
