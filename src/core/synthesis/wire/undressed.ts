/** A colon after a tag. */
const COLON = /^[:：]\s*/u
/** A line of its own that opens or closes a block of code. */
const FENCE = /^`{3}\w{0,20}$/u
const RULE = /^-{3,8}$/u
const MARK = /\*\*|__|`{3}|`/gu
const MARKS = ['**', '__', '```', '`'] as const

/**
 * A half of a pair without the Markdown that belonged to its tags: fences around the answer, and emphasis that opens in
 * one half and closes in another. Emphasis that is whole inside of the half stays (rule PARSE7).
 */
export function undressed(half: string): string {
  let text = half.trim().replace(COLON, '')
  if (RULE.test(lastLine(text))) text = text.slice(0, text.lastIndexOf('\n')).trimEnd()
  // A block of code that is whole belongs to the answer.
  if (marksIn(text, '```') % 2 === 1) {
    const firstEnd = text.indexOf('\n')
    if (FENCE.test(lastLine(text))) text = text.slice(0, text.lastIndexOf('\n')).trimEnd()
    else if (firstEnd > 0 && FENCE.test(text.slice(0, firstEnd).trimEnd())) text = text.slice(firstEnd).trimStart()
  }
  for (const mark of MARKS) {
    // Beside white space a mark opens or closes nothing.
    if (text.startsWith(`${mark} `)) text = text.slice(mark.length).trimStart()
    if (text.endsWith(` ${mark}`)) text = text.slice(0, -mark.length).trimEnd()
  }
  for (const mark of MARKS) {
    if (marksIn(text, mark) % 2 === 0) continue
    if (text.startsWith(mark)) text = text.slice(mark.length).trimStart()
    else if (text.endsWith(mark)) text = text.slice(0, -mark.length).trimEnd()
  }
  return text
}

function lastLine(text: string): string {
  const start = text.lastIndexOf('\n')
  return start < 0 ? '' : text.slice(start + 1)
}

/** How often a mark of emphasis or code stands in a text. */
export function marksIn(text: string, mark: string): number {
  let found = 0
  for (const match of text.matchAll(MARK)) if (match[0] === mark) found += 1
  return found
}
