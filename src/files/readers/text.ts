import type { Reading, ReadResult } from '#files/reader'
import { openText } from '#files/encoding/text-file'
import { streamDocument } from '#files/stream-document'
import { ProblemError } from '#core/problem'

/** Text of any kind, as it stands: one document. Above the limit for whole texts it is handed on in pieces. */
export async function readText(reading: Reading): Promise<ReadResult> {
  const file = await openText(reading)
  const head = { name: reading.name, row: null, title: null, pages: null, meta: null }
  if (file.bytes <= reading.limits.wholeText) {
    let text = ''
    for await (const piece of file.pieces('reading')) text += piece
    if (text.trim() === '') throw new ProblemError({ kind: 'no-text' })
    await reading.sink.document({ ...head, text })
  } else {
    await streamDocument(reading.sink, head, file.pieces('reading'))
  }
  return { encoding: file.encoding, column: null, columns: null }
}
