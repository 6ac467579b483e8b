import type { Language } from '#core/documents/document'
import type { Cancel } from '#core/ports/cancel'
import type { Answer, ChatRequest, LanguageModel } from '#core/ports/engine'
import type { CheckResult, Draft } from '#core/synthesis/pair'
import type { Thresholds } from '#core/verification/thresholds'

export type GateName = 'grounded' | 'round-trip' | 'stands-alone'

/** Ways in which a right pair is made wrong, to see whether a judge notices (`plant.ts`). */
export type PlantKind = 'number' | 'other-answer' | 'negated' | 'pointing'

/** What a gate looks at. */
export interface GatePair {
  readonly draft: Draft
  readonly language: Language
  /** Text of the passage, as it is. */
  readonly passage: string
}

/** What asking costs, for an estimate: what all prompts begin with, what pairs of one passage share, what each adds. */
export interface GateCost {
  readonly fixed: string
  readonly shared: string
  readonly own: string
  readonly answerTokens: number
}

/** What a gate found out about a pair, before any line is drawn. */
export type Weighed =
  /** `score` in [0, 1]; `said`: the judge's words; `seen`: the share of the passage that it was shown. */
  | { readonly kind: 'score'; readonly score: number; readonly said: string; readonly seen: number }
  /** The judge wrote something that is no verdict. */
  | { readonly kind: 'unclear'; readonly said: string }
  /** Question and answer alone fill the context. */
  | { readonly kind: 'too-long' }

/** A loaded model that judges. */
export interface Judging {
  readonly model: Pick<LanguageModel, 'facts' | 'count'>
  /** Asks, or gives the answer once more when the same was asked just before. Rejects with `cancelled`. */
  ask(cancel: Cancel, request: ChatRequest): Promise<Answer>
}

/** A check by a model. One file, and one line in `gates.ts`. */
export interface Gate {
  readonly name: GateName
  /** From which score on a pair passes. */
  readonly line: (thresholds: Thresholds) => number
  /** What a pair below the line gets. */
  readonly below: Exclude<CheckResult, 'pass'>
  /** The planted faults that it is meant to notice. */
  readonly notices: readonly PlantKind[]
  readonly appliesTo: (draft: Draft) => boolean
  /** What its prompt for a pair holds. */
  readonly cost: (pair: GatePair) => GateCost
  weigh(cancel: Cancel, judging: Judging, pair: GatePair): Promise<Weighed>
}
