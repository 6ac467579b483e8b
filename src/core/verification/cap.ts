import { estimateTokens } from '#core/text/token-estimate'
import type { PairCheck } from '#core/verification/check-pair'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'

/**
 * Whether a passage gives more pairs, or more of one task, than its length carries (rules CAP1 to CAP3). Beyond it pairs
 * tend to ask the same in other words, or what nobody would ask.
 */
export const cap: PairCheck = {
  name: 'cap',
  judge({ task }, { passageText, count, thresholds = DEFAULT_THRESHOLDS }) {
    const within = { result: 'pass', reason: 'within-cap' } as const
    if (count === undefined) return within
    if (count.ofTask > thresholds.perTask)
      return { result: 'doubt', reason: 'over-task-cap', values: { task, most: thresholds.perTask } }
    // The length matters only from here on.
    if (count.all <= thresholds.leastPerPassage) return within
    const fits = Math.ceil((thresholds.perHundredTokens * estimateTokens(passageText)) / 100)
    const most = Math.max(thresholds.leastPerPassage, fits)
    return count.all > most ? { result: 'doubt', reason: 'over-passage-cap', values: { most } } : within
  },
}
