import type { PassageFacts } from '#core/verification/support/passage-facts'

/** Longer lines are no titles. */
const LONGEST = 100

/** Whether a place of the passage is in a title or a label: a line that is no sentence, and none of a list. What stands
 * there is said of all below. */
export function isInTitle({ text }: PassageFacts, at: number): boolean {
  const near = text.slice(Math.max(0, at - LONGEST), at + LONGEST)
  const here = Math.min(at, LONGEST)
  const from = near.lastIndexOf('\n', here - 1)
  const to = near.indexOf('\n', here)
  const opens = from >= 0 || at <= LONGEST
  // The last line of a passage may be a sentence that was cut.
  if (!opens || to < 0 || to - from > LONGEST) return false
  const line = near.slice(from + 1, to)
  return (
    !/[.!?;:,。！？；：，]\s*$|[，；、]/u.test(line) &&
    !/^\s*(?:[-*•·–—]|[(（]?[\d一二三四五六七八九十]{1,3}[.)、）])/u.test(line)
  )
}
