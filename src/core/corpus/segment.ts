import type { Language } from '#core/documents/document'
import type { Task } from '#core/synthesis/pair'

/** What a corpus needs of a pair. */
export interface CorpusPair {
  readonly instruction: string
  readonly response: string
  readonly options: readonly string[] | null
  readonly reasoning: string | null
  /** For figures only: no phrase depends on it. */
  readonly task: Task
}

/** A passage with the pairs that go in with it. */
export interface CorpusShot {
  /** Names the passage among all others, for its random streams. */
  readonly key: string
  readonly text: string
  readonly language: Language
  /** At least one; a passage without pairs is raw text and no shot. */
  readonly pairs: readonly [CorpusPair, ...CorpusPair[]]
}

/** An unbroken stretch of a chain: each passage was written with those before it as shots. It becomes one text. */
export type Segment = readonly [CorpusShot, ...CorpusShot[]]
