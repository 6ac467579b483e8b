import type { PairCheck } from '#core/verification/check-pair'

/**
 * Whether another pair of the project says the same (rule CHECK9) or nearly the same (rules DUP1 to DUP4): the first one
 * stays, later ones fail. The judge looks for it beforehand, because it may have to read the other pair's words.
 */
export const duplicate: PairCheck = {
  name: 'duplicate',
  judge({ instruction, response }, { repeats, duplicates, id }) {
    if (repeats !== null && repeats !== undefined) {
      const { of, same, similarity } = repeats
      return same
        ? { result: 'fail', reason: 'duplicate', values: { of } }
        : { result: 'fail', reason: 'near-duplicate', score: similarity, values: { of } }
    }
    const first = duplicates?.find(instruction, response) ?? null
    if (first === null || first === id) return { result: 'pass', reason: 'unique' }
    return { result: 'fail', reason: 'duplicate', values: { of: first } }
  },
}
