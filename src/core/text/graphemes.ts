/** Whether a grapheme (user-perceived character) begins at `offset`; true at both ends of the text. */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true
  const from = Math.max(0, offset - 64)
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(from, offset + 64))
  return segments.containing(offset - from)?.index === offset - from
}
