import type { Language } from '#core/documents/document'
import type { DetectLanguage } from '#core/ports/language'
import type { Check, Draft } from '#core/synthesis/pair'
import { checkDraft } from '#core/verification/checks'
import { createDuplicateIndex } from '#core/verification/duplicate-index'
import type { Thresholds } from '#core/verification/thresholds'

export interface PairWords {
  readonly instruction: string
  readonly response: string
}

export interface JudgeTools {
  readonly thresholds: Thresholds
  readonly detect: DetectLanguage
  /** The words of a pair that was judged or remembered before; null where it is gone. */
  readonly wordsOf: (id: string) => Promise<PairWords | null>
}

/** The passage that a pair was written for. */
export interface JudgedPassage {
  readonly text: string
  readonly language: Language
  /** Names the passage among all others. Pairs of one passage are judged one after another. */
  readonly key: string
}

/** Judges pairs one after another, each against those before it. */
export interface Judge {
  /** Every deterministic check, in order. Remembers the pair, unless it repeats another one. */
  judge(draft: Draft, id: string, passage: JudgedPassage): Promise<readonly Check[]>
  /** Takes in a pair that stands already, without judging it. */
  remember(id: string, words: PairWords): void
}

export function createJudge({ detect }: JudgeTools): Judge {
  const duplicates = createDuplicateIndex()
  return {
    judge: async (draft, id, passage) => {
      const checks = checkDraft(draft, {
        passageText: passage.text,
        passageLanguage: passage.language,
        detect,
        duplicates,
        id,
      })
      duplicates.add(id, draft.instruction, draft.response)
      return Promise.resolve(checks)
    },
    remember: (id, { instruction, response }) => duplicates.add(id, instruction, response),
  }
}
