import type { Answers } from '#core/ports/answers'
import type { Hash } from '#core/ports/hash'
import { ProblemError } from '#core/problem'
import { readAnswerRow } from '#core/synthesis/replay/answer-row'

/** Where a line lies in its file, in bytes. */
interface Place {
  readonly start: number
  readonly end: number
}

const NEWLINE = 10

/**
 * Looks through a file of answers once (rule REPLAY1) and notes where each lies, by the hash of its text: what is held is
 * places, and answers are read when they are asked for. Throws `damaged-file` at the first line that is no answer, and
 * where there is none at all.
 *
 * @param name what runs and pairs call it; tells contents apart
 */
export async function openAnswers(file: Blob, name: string, hash: Hash): Promise<Answers> {
  const places = new Map<string, [Place, ...Place[]]>()
  const repeated = new Set<string>()
  let number = 0
  for await (const { start, end, text } of linesOf(file)) {
    number += 1
    if (text.trim() === '') continue
    const row = readAnswerRow(text)
    if ('fault' in row) throw damaged(`line ${String(number)} ${row.fault}`)
    const key = hash.sha256(row.text)
    const known = places.get(key)
    if (known === undefined) places.set(key, [{ start, end }])
    else {
      known.push({ start, end })
      repeated.add(key)
    }
  }
  if (places.size === 0) throw damaged('it holds no answer')
  return {
    name,
    repeated,
    answer: async (textSha256, turn) => {
      const all = places.get(textSha256)
      const place = all?.[Math.min(turn, all.length - 1)]
      if (place === undefined) return null
      const row = readAnswerRow(await file.slice(place.start, place.end).text())
      if ('fault' in row) throw new ProblemError({ kind: 'file-gone' })
      return row.completion
    },
  }
}

function damaged(detail: string): ProblemError {
  return new ProblemError({ kind: 'damaged-file', format: 'JSONL', detail })
}

/** Lines of a file in UTF-8 without their ends; a byte order mark is left out. */
async function* linesOf(file: Blob): AsyncGenerator<Place & { readonly text: string }, void> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false })
  const reader = file.stream().getReader()
  let rest: Uint8Array[] = []
  let start = 0
  let read = 0
  const line = (last: Uint8Array, end: number): Place & { text: string } => {
    const bytes = rest.length === 0 ? last : joined([...rest, last])
    rest = []
    return { start, end, text: decoder.decode(bytes) }
  }
  for (;;) {
    const next = await reader.read()
    if (next.done) break
    const bytes = next.value
    let from = 0
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
      yield line(bytes.subarray(from, at), read + at)
      from = at + 1
      start = read + from
    }
    if (from < bytes.length) rest.push(bytes.subarray(from))
    read += bytes.length
  }
  if (rest.length > 0) yield line(new Uint8Array(), read)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
