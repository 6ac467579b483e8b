import { folded } from '#core/text/fold'
import { similarity } from '#core/text/shingles'
import type { RepeatIndex } from '#core/verification/repeats/repeat-index'
import {
  comparedNumbers,
  comparedShingles,
  mostDifferingBits,
  type Signature,
} from '#core/verification/repeats/signature'

/** Candidates whose words are compared, the likest first. */
const MOST_COMPARED = 16

/** The words by which pairs are held against each other. */
export interface PairWords {
  readonly instruction: string
  readonly response: string
}

/** The pair that another one repeats. */
export interface Repetition {
  readonly of: string
  /** Whether the words are the same (rule CHECK9). */
  readonly same: boolean
  /** Jaccard similarity of the shingles of both. */
  readonly similarity: number
}

/**
 * The pair that these words repeat, or null (rules CHECK9, DUP1 to DUP4). What the index names is compared word by word;
 * a pair is never a repetition of itself.
 */
export async function findRepetition(
  index: RepeatIndex,
  wordsOf: (id: string) => Promise<PairWords | null>,
  threshold: number,
  id: string,
  words: PairWords,
  signature: Signature,
): Promise<Repetition | null> {
  const candidates = index.candidates(signature, mostDifferingBits(threshold))
  let compared = 0
  for (const candidate of candidates) {
    if (candidate.id === id) continue
    if (compared++ === MOST_COMPARED) break
    const other = await wordsOf(candidate.id)
    if (other === null) continue
    if (isSame(words, other)) return { of: candidate.id, same: true, similarity: 1 }
    const alike = similarity(signature.shingles, comparedShingles(other.instruction, other.response))
    if (alike >= threshold && numbersOf(words) === numbersOf(other))
      return { of: candidate.id, same: false, similarity: Math.round(alike * 1000) / 1000 }
  }
  return null
}

function isSame(a: PairWords, b: PairWords): boolean {
  return (
    folded(a.instruction) === folded(b.instruction) &&
    folded(a.response) === folded(b.response) &&
    numbersOf(a) === numbersOf(b)
  )
}

function numbersOf({ instruction, response }: PairWords): number {
  return comparedNumbers(instruction, response)
}
