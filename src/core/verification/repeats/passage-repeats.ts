import { contentWord } from '#core/text/content-word'
import type { Repetition } from '#core/verification/repeats/find-repetition'
import { comparedNumbers } from '#core/verification/repeats/signature'

interface Words {
  readonly instruction: string
  readonly response: string
}

interface Known {
  readonly id: string
  readonly asked: ReadonlySet<string>
  readonly said: ReadonlySet<string>
  readonly numbers: number
  readonly names: string
}

/** Passages whose pairs are held: those of one passage come one after another. */
const PASSAGES = 4
/** Pairs held of a passage, and units of a half that are compared. */
const PAIRS = 64
const UNITS = 2_000

/** Answers with fewer words of content are given to many questions: those must agree the more. */
const SHORT = 4
const LEAST = { said: 0.75, asked: 0.5, askedOfShort: 0.8 } as const

const WORD = /\p{sc=Han}|(?:(?!\p{sc=Han})[\p{L}\p{M}\p{N}])+/gu
const NAME = /(?<=\S\s)\p{Lu}[\p{L}\p{M}]+/gu

/** Finds pairs about one passage that say the same in slightly other words (rule DUP7). */
export interface PassageRepeats {
  find(passage: string, id: string, words: Words): Repetition | null
  add(passage: string, id: string, words: Words): void
}

/**
 * Pairs of one passage are held against each other by their words of content, because a reworded question shares few runs
 * of five words with the first one. Two pairs repeat each other where their responses share three quarters of these words,
 * their questions a half (of short responses four fifths), and numbers and names are the same.
 */
export function createPassageRepeats(): PassageRepeats {
  const passages = new Map<string, Known[]>()
  return {
    find: (passage, id, words) => {
      const pair = known(id, words)
      for (const other of passages.get(passage) ?? []) {
        if (other.id === id || other.numbers !== pair.numbers || other.names !== pair.names) continue
        const said = jaccard(pair.said, other.said)
        const short = Math.min(pair.said.size, other.said.size) < SHORT
        if (said < LEAST.said || jaccard(pair.asked, other.asked) < (short ? LEAST.askedOfShort : LEAST.asked)) continue
        return { of: other.id, same: false, similarity: Math.round(said * 1000) / 1000 }
      }
      return null
    },
    add: (passage, id, words) => {
      const held = passages.get(passage)
      if (held === undefined) {
        const [oldest] = passages.keys()
        if (passages.size === PASSAGES && oldest !== undefined) passages.delete(oldest)
        passages.set(passage, [known(id, words)])
      } else if (held.length < PAIRS) held.push(known(id, words))
    },
  }
}

function known(id: string, { instruction, response }: Words): Known {
  return {
    id,
    asked: contentOf(instruction),
    said: contentOf(response),
    numbers: comparedNumbers(instruction, response),
    names: [...new Set(response.slice(0, UNITS).match(NAME) ?? [])].sort().join(' '),
  }
}

function contentOf(text: string): ReadonlySet<string> {
  const words = new Set((text.slice(0, UNITS).toLowerCase().match(WORD) ?? []).map(contentWord))
  words.delete('')
  return words
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1
  let common = 0
  for (const word of a) if (b.has(word)) common += 1
  return common / (a.size + b.size - common)
}
