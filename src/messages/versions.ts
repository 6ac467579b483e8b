import type { Usage } from '#core/ports/engine'
import type { PairKey } from '#core/ports/project-store'
import type { SecondAnswer } from '#core/synthesis/again/answer-again'
import type { OwnWords } from '#core/synthesis/person-pair'
import type { Call } from '#messages/rpc'

/** Another answer to the same instruction; nothing is stored. */
export interface AnswerVersion {
  readonly response: string | null
  readonly reason: SecondAnswer['reason']
  readonly raw: string
  readonly model: string
  readonly usage: Usage
}

/** Where a person's own pair belongs: a passage of the document. */
export interface OwnPair extends OwnWords {
  readonly document: number
  readonly passage: { readonly start: number; readonly end: number }
}

/** Other versions of pairs, and pairs of the person's own. */
export type VersionsApi = {
  /** The loaded model answers the pair's instruction anew; its text as progress. Waits for the passage in hand of a run. */
  answerAgain: Call<{ key: PairKey; seed: number }, AnswerVersion, string>
  /** Stores a pair of the person's own, as one step of undo. */
  addPair: Call<OwnPair, PairKey>
}
