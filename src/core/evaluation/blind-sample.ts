/** What the person says of a pair whose checks they do not see. */
export type Verdict = 'right' | 'wrong' | 'unclear'

/** `export`: what an export would take (kept and ready). `failed`: what checks took out. */
export type Stratum = 'export' | 'failed'

export interface BlindEntry {
  /** Key of the pair in the store (`PairKey` of the port, which names samples itself). */
  readonly key: string
  /** Id of the pair, which must still be the one under the key for the mark to count. */
  readonly pair: string
  /** Hash of the words that were marked: an edit makes a mark void. */
  readonly words: string
  readonly stratum: Stratum
  /** Names of the checks that did not pass when it was drawn. */
  readonly checks: readonly string[]
  readonly verdict: Verdict | null
  /** What is wrong, by key (`number`, `entity`, `unsupported`, `question`, `cut-off`, `language`, `other` …); else null. */
  readonly why: string | null
}

/** A blind check: pairs drawn by seed from two strata, in the order in which they are shown, with the person's marks. */
export interface BlindSample {
  readonly id: string
  readonly seed: number
  /** ms since 1970; for the screen only. */
  readonly createdAt: number
  /** Pairs of each stratum when it was drawn. */
  readonly population: { readonly [stratum in Stratum]: number }
  /** Pairs that each chosen run had written by then, by sequence: what came later is not covered by the figure. */
  readonly written: { readonly [run: string]: number }
  readonly entries: readonly BlindEntry[]
}
