/** What a tolerant reading had to put right. */
export type Salvage =
  | 'chatter'
  | 'markdown'
  | 'tag-spelling'
  | 'closing-tag'
  | 'tag-order'
  | 'missing-source'
  | 'missing-end'
  | 'thinking'
  | 'option-letter'
  | 'option-spelling'
  | 'option-explained'
  | 'missing-steps-line'

/** Why a piece of an answer is no pair. */
export type Rejection =
  | 'truncated'
  | 'no-tags'
  | 'text-before'
  | 'no-question'
  | 'no-answer'
  | 'two-questions'
  | 'two-answers'
  | 'empty-question'
  | 'empty-answer'
  | 'repeated'
  | 'options-broken'
  | 'answer-not-an-option'
  | 'steps-broken'

/** A pair as the tags enclose it. */
export interface TaggedPair {
  readonly kind: 'pair'
  /** With its options and the line that asks for steps. */
  readonly question: string
  readonly answer: string
  /** What the model says it copied; empty where it named nothing. */
  readonly quotes: readonly string[]
  /** As written. */
  readonly raw: string
  readonly salvaged: readonly Salvage[]
}

export interface RejectedPiece {
  readonly kind: 'rejected'
  readonly reason: Rejection
  readonly raw: string
}

export type ParsedPiece = TaggedPair | RejectedPiece
