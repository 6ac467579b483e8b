import type { ParsedPiece } from '#core/synthesis/wire/parsed'
import { estimateTokens } from '#core/text/token-estimate'

/** What an answer is stopped for while it is written. */
export type Trouble = 'white-space' | 'repeats-itself' | 'runaway'

/** Units of white space in a row that no answer needs. */
const WHITE_SPACE = 200
const INSIDE = /\s{200}/u
/** The second time that a model repeats itself it is caught in a loop. */
const REPETITIONS = 2
/** Units between two looks at how long a stretch without a tag is. */
const LOOK = 512

export interface Watch {
  /** Looks at what is new; gives why to stop, or null. */
  look(added: string, pieces: readonly ParsedPiece[]): Trouble | null
}

/**
 * Tells when an answer goes nowhere: endless white space, the same pair again and again, or words without a tag (rule
 * CHAT3). Linear in the length of the answer.
 *
 * @param mostTokens of words without a pair, in estimated tokens
 */
export function createWatch(mostTokens: number): Watch {
  let blank = 0
  let repeated = 0
  let since: string[] = []
  let length = 0
  let next = LOOK
  return {
    look: (added, pieces) => {
      const words = added.trimEnd()
      const before = blank + added.length - added.trimStart().length
      blank = words === '' ? before : added.length - words.length
      repeated += pieces.filter(piece => piece.kind === 'rejected' && piece.reason === 'repeated').length
      if (before >= WHITE_SPACE || blank >= WHITE_SPACE || INSIDE.test(words)) return 'white-space'
      if (repeated >= REPETITIONS) return 'repeats-itself'
      if (pieces.length > 0) {
        since = []
        length = 0
        next = LOOK
      }
      since.push(added)
      length += added.length
      if (length < next) return null
      next = length + LOOK
      return estimateTokens(since.join('')) > mostTokens ? 'runaway' : null
    },
  }
}
