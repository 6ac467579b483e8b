import type { Query } from '#core/verification/support/alignment'
import type { PassageFacts } from '#core/verification/support/passage-facts'

const PARTS = /^[,，;；:：、()（）—–]$/u
const PARTING: ReadonlySet<string> = new Set(['and', 'while', 'whereas', 'but', '而', '但'])

/** Tokens from–to of the clause of a sentence that holds a place of the text. */
export function clauseAt(facts: PassageFacts, sentence: number, at: number): { from: number; to: number } | null {
  const whole = facts.sentences[sentence]
  if (whole === undefined) return null
  let from = whole.from
  for (let i = whole.from; i < whole.to; i += 1) {
    const token = facts.tokens[i]
    if (token === undefined || (!PARTS.test(token.text) && !PARTING.has(token.word))) continue
    if (token.start > at) return { from, to: i }
    from = i + 1
  }
  return { from, to: whole.to }
}

/** The terms of a clause that a pair says as well. */
export function sharedTerms(
  { tokens }: PassageFacts,
  { from, to }: { readonly from: number; readonly to: number },
  said: Query,
): ReadonlySet<string> {
  const shared = new Set<string>()
  for (let i = from; i < to; i += 1) {
    const term = tokens[i]?.term ?? null
    if (term !== null && said.has(term)) shared.add(term)
  }
  return shared
}

/**
 * Whether a pair speaks of the clause around `other` and not of that around `here`, both in one sentence: it says all
 * that it shares with the one here of the other as well, and more (SUPPORT8).
 */
export function belongsTo(facts: PassageFacts, sentence: number, said: Query, here: number, other: number): boolean {
  const mine = clauseAt(facts, sentence, here)
  const theirs = clauseAt(facts, sentence, other)
  if (mine === null || theirs === null || mine.from === theirs.from) return false
  const shared = sharedTerms(facts, mine, said)
  const more = sharedTerms(facts, theirs, said)
  return more.size > shared.size && [...shared].every(term => more.has(term))
}
