import type { WirePair } from '#core/synthesis/tagged/wire'

/** A raw text with all pairs that a reading-comprehension set has for it. */
export interface TuningExample {
  /** Name of the set; sequences never mix two of them. */
  readonly dataset: string
  readonly context: string
  readonly pairs: readonly [WirePair, ...WirePair[]]
}

/** What of a set could not become a pair, by reason: counted, never dropped in silence (rule TUNING2). */
export type LeftOut =
  | 'unanswerable'
  | 'no-context'
  | 'no-question'
  | 'no-answer'
  | 'answer-no-option'
  | 'not-understood'

export interface ReadSet {
  readonly examples: readonly TuningExample[]
  readonly leftOut: { readonly [reason in LeftOut]?: number }
  /** Questions with several different answers, of which the most frequent, else the first, was taken. */
  readonly severalAnswers: number
}

/** Gathers pairs by dataset and context, in order of appearance. */
export function createGathering(): {
  readonly add: (dataset: string, context: string, pair: WirePair) => void
  readonly leave: (reason: LeftOut) => void
  readonly several: () => void
  readonly end: () => ReadSet
} {
  const groups = new Map<string, { dataset: string; context: string; pairs: WirePair[]; asked: Set<string> }>()
  const leftOut: { [reason in LeftOut]?: number } = {}
  let severalAnswers = 0
  const leave = (reason: LeftOut): void => {
    leftOut[reason] = (leftOut[reason] ?? 0) + 1
  }
  return {
    leave,
    several: () => {
      severalAnswers += 1
    },
    add: (dataset, context, { question, answer }) => {
      const [text, asked, said] = [context.trim(), question.trim(), answer.trim()]
      const missing = text === '' ? 'no-context' : asked === '' ? 'no-question' : said === '' ? 'no-answer' : null
      if (missing !== null) {
        leave(missing)
        return
      }
      const key = `${dataset}\u0000${text}`
      const group = groups.get(key) ?? { dataset, context: text, pairs: [], asked: new Set() }
      groups.set(key, group)
      // The parser keeps the first of equal questions (PARSE9), so a model is not taught to repeat one.
      if (group.asked.has(asked.toLowerCase())) return
      group.asked.add(asked.toLowerCase())
      group.pairs.push({ question: asked, answer: said })
    },
    end: () => {
      const examples: TuningExample[] = []
      for (const { dataset, context, pairs } of groups.values()) {
        const [first, ...others] = pairs
        if (first !== undefined) examples.push({ dataset, context, pairs: [first, ...others] })
      }
      return { examples, leftOut, severalAnswers }
    },
  }
}
