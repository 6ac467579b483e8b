import type { PairCheck } from '#core/verification/check-pair'

/** Whether another pair of the project has the same words (rule CHECK9): the first one stays, later ones fail. */
export const duplicate: PairCheck = {
  name: 'duplicate',
  judge({ instruction, response }, { duplicates, id }) {
    const first = duplicates.find(instruction, response)
    if (first === null || first === id) return { result: 'pass', reason: 'unique' }
    return { result: 'fail', reason: 'duplicate', values: { of: first } }
  },
}
