import { ProblemError } from '#core/problem'

/** Longest line that a backup may have, in UTF-16 units: far above any row, far below what would exhaust memory. */
const LONGEST = 1 << 26

export function damaged(detail: string): ProblemError {
  return new ProblemError({ kind: 'backup-damaged', detail })
}

/** Lines of a file in UTF-8, without their ends. The last line must have an end too: a file cut short has not. */
export async function* readLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
    } catch {
      throw damaged('not UTF-8')
    }
  }
  let rest = ''
  for await (const piece of pieces) {
    const lines = decode(piece).split('\n')
    const last = lines.pop() ?? ''
    if (lines.length === 0) rest += last
    else {
      lines[0] = rest + (lines[0] ?? '')
      rest = last
    }
    if (rest.length > LONGEST) throw damaged('line too long')
    yield* lines
  }
  if (rest + decode() !== '') throw damaged('cut short')
}

/** The value of a line, of whatever shape. */
export function parseLine(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return value
  } catch {
    throw damaged('not JSON')
  }
}
