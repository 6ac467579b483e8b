import type { Language } from '#core/documents/document'
import type { Cancel } from '#core/ports/cancel'
import type { Usage } from '#core/ports/engine'
import type { Draft, Pair, Shot } from '#core/synthesis/pair'
import type { RejectedPiece } from '#core/synthesis/wire/parsed'

export interface PassageInput {
  readonly text: string
  readonly headings: readonly string[]
  readonly language: Language
  /** What the document calls itself, when it does; else null. */
  readonly title: string | null
  /** Whether the passage starts its document. */
  readonly first: boolean
  /** Random streams are derived from this and the passage (rule SEED1). */
  readonly seed: number
  /** Tasks to write; empty means defaults. */
  readonly tasks: readonly string[]
  /** Place of the passage in the plan of its run, from 0; left out outside of runs. Mixtures of recipes share by it. */
  readonly position?: number
  /** Where it stands. Examples made of pairs that were kept here are not shown to it (rule TEACH6). Left out where that is not known. */
  readonly place?: Shot
  /** What stands before it in its chain, oldest first: an unbroken stretch (rule CHAIN3). Left out where there is nothing. */
  readonly earlier?: readonly EarlierRound[]
}

/** A passage of an earlier round, with those of its pairs that may be shown: at least one (rule CHAIN6). */
export interface EarlierRound {
  readonly place: Shot
  readonly text: string
  readonly pairs: readonly ShownPair[]
}

/** What of a pair a later round may be shown. */
export type ShownPair = Draft & Pick<Pair, 'language'>

/** What a synthesizer made of one passage. */
export interface Completion {
  readonly drafts: readonly Draft[]
  /** For each draft, the passages whose pairs stood in its prompt as examples or shots; left out where there are none. */
  readonly shots?: readonly (readonly Shot[])[]
  /** A model's raw answer; null for rules. */
  readonly raw: string | null
  /** What of the last answer was no pair; left out where nothing is read out of answers. */
  readonly rejected?: readonly RejectedPiece[]
  /** Why there is no draft; null when there is one. */
  readonly reason: string | null
  readonly promptSha256: string | null
  /** Prompt tokens of the last attempt that came from the engine's cache; null for rules. */
  readonly reused: number | null
  /** How often the model was asked; 1 for rules. */
  readonly attempts: number
  /** Added up over all attempts; null for rules. */
  readonly usage: Usage | null
}

export interface Synthesizer {
  readonly name: string
  readonly version: string
  synthesize(cancel: Cancel, passage: PassageInput): Completion | Promise<Completion>
}
