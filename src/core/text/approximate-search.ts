/** Where a pattern stands in a text with the fewest edits. */
interface ApproximateMatch {
  readonly start: number
  readonly end: number
  /** Characters that have to be inserted, deleted or replaced. */
  readonly edits: number
}

/**
 * The place in a text that a pattern can be turned into with the fewest edits; the first of several. Bit-parallel dynamic
 * programming (Myers 1999, in blocks as Hyyrö 2003): time is the length of the text for each 32 characters of the pattern.
 *
 * @returns range in UTF-16 code units of the text; null where either is empty
 */
export function approximateSearch(text: string, pattern: string): ApproximateMatch | null {
  if (text === '' || pattern === '') return null
  const { at: end, edits } = leastEdits(text, text.length, pattern, false)
  // From the end backwards the same number of edits is found at the start.
  const { at: length } = leastEdits(text, end, pattern, true)
  return { start: end - length, end, edits }
}

/** Where, in units read, the pattern first ends with the fewest edits; backwards, from `limit` down with the pattern turned. */
function leastEdits(text: string, limit: number, pattern: string, backwards: boolean): { at: number; edits: number } {
  const blocks = Math.ceil(pattern.length / 32)
  const last = 1 << ((pattern.length - 1) & 31)
  const masks = new Map<number, Int32Array>()
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern.charCodeAt(backwards ? pattern.length - 1 - i : i)
    const mask = masks.get(unit) ?? new Int32Array(blocks)
    mask[i >> 5] = (mask[i >> 5] ?? 0) | (1 << (i & 31))
    masks.set(unit, mask)
  }
  const none = new Int32Array(blocks)
  const plus = new Int32Array(blocks).fill(-1)
  const minus = new Int32Array(blocks)
  let edits = pattern.length
  let best = { at: 0, edits }
  for (let read = 1; read <= limit; read++) {
    const mask = masks.get(text.charCodeAt(backwards ? limit - read : read - 1)) ?? none
    // Forwards a match may start anywhere; backwards it must start at the limit, where each unit left out is an edit.
    let carried = backwards ? 1 : 0
    for (let block = 0; block < blocks; block++) {
      const up = plus[block] ?? 0
      const down = minus[block] ?? 0
      let equal = mask[block] ?? 0
      const vertical = equal | down
      if (carried < 0) equal |= 1
      const horizontal = (((equal & up) + up) ^ up) | equal
      let more = down | ~(horizontal | up)
      let less = up & horizontal
      const top = block === blocks - 1 ? last : 1 << 31
      const out = (more & top) !== 0 ? 1 : (less & top) !== 0 ? -1 : 0
      more <<= 1
      less <<= 1
      if (carried < 0) less |= 1
      if (carried > 0) more |= 1
      plus[block] = less | ~(vertical | more)
      minus[block] = more & vertical
      carried = out
    }
    edits += carried
    if (edits < best.edits) best = { at: read, edits }
  }
  return best
}
