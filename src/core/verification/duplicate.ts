import type { PairCheck } from '#core/verification/check-pair'

/**
 * Whether another pair of the project says the same (rule CHECK9) or nearly the same (rules DUP1 to DUP4): the first one
 * stays, later ones fail. The judge looks for it beforehand, because it may have to read the other pair's words.
 */
export const duplicate: PairCheck = {
  name: 'duplicate',
  judge(_draft, { repeats }) {
    if (repeats === null || repeats === undefined) return { result: 'pass', reason: 'unique' }
    const { of, same, similarity } = repeats
    return same
      ? { result: 'fail', reason: 'duplicate', values: { of } }
      : { result: 'fail', reason: 'near-duplicate', score: similarity, values: { of } }
  },
}
