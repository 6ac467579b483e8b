import type { Range } from '#core/synthesis/pair'
import { isKnownName } from '#core/verification/support/known-names'
import type { Name } from '#core/verification/support/names'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import type { Token } from '#core/verification/support/tokens'

/** What stands behind the verb of an order, and seldom behind a name. */
const OBJECT =
  /^(?:the|a|an|it|its|them|him|her|his|their|your|yourself|this|that|these|those|each|every|all|any|both|some|one|up|down|off|out|away|back|only|not|from|into|onto|until|for|with|at|on|in)$/u
const THEN = /^(?:last|next|lastly|finally|then|afterwards|meanwhile)$/u

/** Whether a single word that opens a sentence is the verb of an order ("Unplug it"), or says what comes next ("Last, …"). */
export function isOrder(tokens: readonly Token[], { opens, words, start }: Name): boolean {
  const [word = ''] = words
  if (!opens || words.length !== 1 || isKnownName(word)) return false
  if (THEN.test(word)) return true
  const at = firstFrom(tokens, start)
  const next = tokens[at + 1]
  return tokens[at]?.word === word && next !== undefined && (OBJECT.test(next.word) || next.kind === 'number')
}

/** Whether a single word that opens a sentence stands in the passage, and there without a capital. */
export function isOrdinary({ words: known, capitals }: PassageFacts, { opens, words }: Name): boolean {
  const [word = ''] = words
  return opens && words.length === 1 && known.has(word) && !capitals.has(word)
}

/** Whether a "name" is the unit of a number: the GB of 100 GB. */
export function isUnit({ quantities }: PassageFacts, { start, end }: Name): boolean {
  const before = quantities[firstFrom(quantities, start + 1) - 1]
  return before !== undefined && end <= before.end
}

/** Index of the first range that starts at a place or behind it; they are in order. */
function firstFrom(ranges: readonly Range[], at: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
