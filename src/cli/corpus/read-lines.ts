import { createReadStream } from 'node:fs'

/** A line of a file without its end, and where its bytes stand. */
export interface FileLine {
  readonly text: string
  readonly offset: number
  readonly bytes: number
}

const NEWLINE = 10

/** Lines of a UTF-8 file, one after another, with the place of each: a few hundred kilobytes in memory at a time. */
export async function* linesOf(file: string): AsyncGenerator<FileLine, void> {
  let rest: Buffer = Buffer.alloc(0)
  let offset = 0
  const line = (bytes: Buffer): FileLine => ({ text: bytes.toString('utf8').trim(), offset, bytes: bytes.length })
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 18 })) {
    const chunk: unknown = piece
    if (!Buffer.isBuffer(chunk)) continue
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE, from)) {
      yield line(rest.subarray(from, at))
      offset += at + 1 - from
      from = at + 1
    }
    rest = rest.subarray(from)
  }
  if (rest.length > 0) yield line(rest)
}
