import { spaced } from '#core/mining/chinese/spaced'
import type { Match, Statement } from '#core/mining/family'

/** What a Chinese rule may look at beside its statement. */
export interface Around {
  /** The sentence before in the same paragraph, where it can serve as a statement. */
  readonly before: Statement | null
  /** The sentence after it in the same paragraph, which may open with words that point back. */
  readonly next: Statement | null
  /** Whether the passage holds code. */
  readonly technical: boolean
  /** Whether the passage is a law or contract, whose terms hold for itself. */
  readonly legal: boolean
}

export type ChineseRule = (statement: Statement, clauses: readonly string[], around: Around) => Match | null

export function asked(asks: readonly [string, ...string[]], sure: number, needsPassage = true): Match {
  const [first, ...others] = asks
  return { asks: [spaced(first), ...others.map(spaced)], sure, needsPassage }
}
