import type { Spelling } from '#core/mining/english/clause'
import type { Match, Statement } from '#core/mining/family'

/** What an English rule may look at beside its statement. */
export interface Around {
  readonly spelling: Spelling
  /** The sentence before in the same paragraph, where it can serve as a statement. */
  readonly before: Statement | null
  /** The sentence after it in the same paragraph, which may open with words that point back. */
  readonly next: Statement | null
  /** Whether the passage holds code, so that common nouns may be names of its own. */
  readonly technical: boolean
}

export type EnglishRule = (statement: Statement, around: Around) => Match | null
