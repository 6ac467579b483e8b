import { isContent, keyOf } from '#core/verification/support/content'
import type { Quantity } from '#core/verification/support/quantity'
import type { Folded, Token } from '#core/verification/support/tokens'

/** Tokens before a number that are held against those before another. */
const BEFORE = 6
/** Han characters in a row that tell a place. */
const CHARACTERS = 2
/** What may stand between a number and what says of what it is: 修订日期是, 【修订日期】. */
const LINKS: ReadonlySet<string> = new Set('是 为 于 在 : ： 】 was is were are on 约 about'.split(' '))
const ENDS: ReadonlySet<string> = new Set(',，;；.。!！?？()（）【、')

/** The tokens before a number, the nearest first, up to a mark; without what links the two. */
export function leadOf({ tokens }: Folded, { start }: Quantity): readonly Token[] {
  let at = firstBehind(tokens, start) - 1
  while (LINKS.has(tokens[at]?.word ?? '')) at -= 1
  const lead: Token[] = []
  for (; lead.length < BEFORE; at -= 1) {
    const token = tokens[at]
    if (token === undefined || ENDS.has(token.text)) break
    lead.push(token)
  }
  return lead
}

/** Index of the first token that begins at a place or behind it. */
function firstBehind(tokens: readonly Token[], place: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether two numbers have the same words right before them, one at least that says something: "in force from", 修订日期. */
export function hasSameLead(one: readonly Token[], other: readonly Token[]): boolean {
  let same = 0
  while (one[same] !== undefined && other[same] !== undefined && isSame(one[same], other[same])) same += 1
  const shared = one.slice(0, same)
  return (same > 1 && shared.some(isContent)) || shared.filter(({ kind }) => kind === 'han').length >= CHARACTERS
}

/** Whether all that stands before a number up to a mark is a short label that stands before another: "Revised: 12 June", 男7名，女16名. */
export function isLabelOf(lead: readonly Token[], label: readonly Token[]): boolean {
  if (label.length === 0 || label.length > LABEL) return false
  return label.every(
    (token, i) => (token.kind === 'han' ? !LITTLE.has(token.text) : isContent(token)) && isSame(token, lead[i]),
  )
}

const LABEL = 2
const LITTLE: ReadonlySet<string> = new Set('每各共约达只仅有近超过满不最多少')

function isSame(one: Token | undefined, other: Token | undefined): boolean {
  return one !== undefined && other !== undefined && keyOf(one) === keyOf(other)
}
