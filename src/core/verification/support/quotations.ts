import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import { holdsWord, type PassageFacts, plainOf } from '#core/verification/support/passage-facts'

/** Quotations of a response that are looked at (SUPPORT12). */
const MOST = 32

const QUOTED = /[“「『《]([^“”「」『』《》\n]{1,120})[”」』》]|"([^"\n]{1,120})"/gu

/** SUPPORT9: what stands between quotation marks stands in the passage, or in the question. */
export function judgeQuotations(facts: PassageFacts, { instruction, response }: PairFacts): readonly Finding[] {
  const found = [...response.text.matchAll(QUOTED)].slice(0, MOST)
  if (found.length === 0) return []
  const asked = plainOf(instruction.text)
  return found.flatMap(match => {
    const words = (match[1] ?? match[2] ?? '').trim()
    const plain = plainOf(words)
    if (plain === '' || isSaid(facts.plain, plain) || isSaid(asked, plain)) return []
    // Left out parts: each of them has to stand there.
    const parts = words
      .split(/…+|\.{3,}/u)
      .map(plainOf)
      .filter(part => part !== '')
    if (parts.length > 1 && parts.every(part => isSaid(facts.plain, part))) return []
    if (parts.length === 1 && !plain.includes(' ') && holdsWord(facts, plain)) return []
    return [{ result: 'doubt' as const, reason: 'quotation-unknown', values: { said: words } }]
  })
}

function isSaid(text: string, part: string): boolean {
  return text.includes(part)
}
