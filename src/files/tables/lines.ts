import { ProblemError } from '#core/problem'

/** Lines of a text that arrives in pieces, without their ends (`\n` or `\r\n`). Throws `damaged-file` at one too long. */
export async function* linesOf(
  pieces: AsyncIterable<string>,
  longest: number,
): AsyncGenerator<{ readonly line: number; readonly text: string }, void> {
  let rest = ''
  let line = 0
  for await (const piece of pieces) {
    let start = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      line += 1
      const text = rest + piece.slice(start, end)
      rest = ''
      start = end + 1
      yield { line, text: text.endsWith('\r') ? text.slice(0, -1) : text }
    }
    rest += piece.slice(start)
    if (rest.length > longest) {
      throw new ProblemError({ kind: 'damaged-file', format: 'table', detail: `line ${String(line + 1)} never ends` })
    }
  }
  if (rest !== '') yield { line: line + 1, text: rest }
}
