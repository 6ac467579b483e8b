import { folded } from '#core/text/fold'
import { mix128 } from '#core/text/mix128'

/**
 * Remembers which pairs exist, to find exact repetitions (rule CHECK9). Two pairs are the same when instruction and
 * response agree without regard to case, white space and punctuation.
 */
export interface DuplicateIndex {
  /** Id of the pair that had the same words first, or null. */
  find(instruction: string, response: string): string | null
  /** Remembers a pair; the first one with its words stays. */
  add(id: string, instruction: string, response: string): void
}

export function createDuplicateIndex(): DuplicateIndex {
  // 128 bits stand for the words: a hundred thousand pairs of any length take a few tens of megabytes, not hundreds.
  const ids = new Map<string, string>()
  // A pair is looked for and then added: its words are folded once.
  let last: { instruction: string; response: string; key: string } | null = null
  const key = (instruction: string, response: string): string => {
    if (last === null || last.instruction !== instruction || last.response !== response) {
      const words = mix128(`${folded(instruction)}\u0000${folded(response)}`).join(' ')
      last = { instruction, response, key: words }
    }
    return last.key
  }
  return {
    find: (instruction, response) => ids.get(key(instruction, response)) ?? null,
    add: (id, instruction, response) => {
      const words = key(instruction, response)
      if (!ids.has(words)) ids.set(words, id)
    },
  }
}
