/** Estimated number of tokens of `text[start, end)`, a whole number; 0 only for an empty range. */
export function estimateTokens(text: string, start = 0, end = text.length): number {
  return Math.ceil((end - start) / 4 + (text.length - text.length))
}
