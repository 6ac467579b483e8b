import type { Language } from '#core/documents/document'
import type { DetectLanguage } from '#core/ports/language'
import type { Check, Draft, Range } from '#core/synthesis/pair'
import { checkDraft } from '#core/verification/checks'
import { createPassageCounts } from '#core/verification/passage-counts'
import { findRepetition, type PairWords } from '#core/verification/repeats/find-repetition'
import { createRewordedSearch } from '#core/verification/repeats/find-reworded'
import { createRepeatIndex } from '#core/verification/repeats/repeat-index'
import { signatureOf } from '#core/verification/repeats/signature'
import type { Thresholds } from '#core/verification/thresholds'

export type { PairWords }

export interface JudgeTools {
  readonly thresholds: Thresholds
  readonly detect: DetectLanguage
  /** Names this very code, so that what it said can be known again; absent where nobody can tell (rule JUDGE8). */
  readonly version?: string | undefined
  /** The words of a pair that was judged or remembered before; null where it is gone. */
  readonly wordsOf: (id: string) => Promise<PairWords | null>
}

/** The passage that a pair was written for. */
export interface JudgedPassage {
  readonly text: string
  readonly language: Language
  /** Path of headings above it: names and numbers may stand there alone. */
  readonly headings: readonly string[]
  /** Names the passage among all others of its run. Pairs of one passage are judged one after another, unless it is held. */
  readonly key: string
  /** Names it among all passages of the project, whatever the run: `placeOf`. */
  readonly place: string
}

/** @param document key of the document in the store */
export function placeOf(document: number, { start, end }: Range): string {
  return `${document} ${start} ${end}`
}

/** Judges pairs one after another, each against those before it. */
export interface Judge {
  /** Version of the code that judges; absent where it is not known. */
  readonly version: string | undefined
  /**
   * Every deterministic check, in order. Remembers the pair, unless it repeats another one. Wait for one pair before
   * the next is handed over. Rejects with what `wordsOf` rejects with; the pair is then not remembered.
   *
   * @param before what was said of this pair before, where a judge of the same version said it (rule JUDGE8)
   */
  judge(draft: Draft, id: string, passage: JudgedPassage, before?: readonly Check[]): Promise<readonly Check[]>
  /** Goes on counting the pairs of a passage, of which more come after those of others. */
  hold(passage: string): void
  /** Takes in a pair that stands already, without judging it. `place` is that of its passage. */
  remember(id: string, words: PairWords, place: string): void
}

/**
 * A judge that knows no pair yet. Holds about 115 bytes for each that it remembers; words are asked for when two pairs may
 * repeat each other or share a passage, and only then (rules DUP1 to DUP12, CAP1 to CAP3). What it says depends on the pairs that it
 * remembers, not on the order in which they came.
 */
export function createJudge({ thresholds, detect, version, wordsOf }: JudgeTools): Judge {
  const index = createRepeatIndex()
  const counts = createPassageCounts()
  const reworded = createRewordedSearch(index, wordsOf)
  return {
    version,
    judge: async (draft, id, passage, before = []) => {
      const signature = signatureOf(draft.instruction, draft.response)
      const repeats =
        (await findRepetition(index, wordsOf, thresholds.repetition, id, draft, signature)) ??
        (await reworded.find(passage, id, draft, signature))
      const checks = checkDraft(draft, {
        passageText: passage.text,
        passageLanguage: passage.language,
        passageHeadings: passage.headings,
        detect,
        id,
        repeats,
        count: counts.with(passage.key, draft.task, id),
        thresholds,
        before,
      })
      if (repeats === null) index.add(id, signature, passage.place)
      // What fails is not exported: it takes no other pair's place.
      if (checks.every(check => check.result !== 'fail')) counts.add(passage.key, draft.task, id)
      return checks
    },
    hold: counts.hold,
    remember: (id, { instruction, response }, place) => index.add(id, signatureOf(instruction, response), place),
  }
}
