import { readFileSync } from 'node:fs'
import type { Language } from '#core/documents/document'

/** What a pair of the labelled set is: right in some way, or wrong by exactly one fault. */
export type Label = (typeof LABELS)[number]

export const LABELS = [
  'right-verbatim',
  'right-paraphrase',
  'right-short',
  'right-yes-no',
  'right-choice',
  'right-steps',
  'wrong-number',
  'wrong-date',
  'wrong-unit',
  'wrong-entity',
  'swapped-relation',
  'negation',
  'outside-knowledge',
  'cut-off',
  'wrong-language',
  'leak',
  'duplicate',
  'debris',
  'echo',
  'no-option',
] as const

export interface LabelledPassage {
  readonly id: string
  readonly language: Language
  readonly domain: string
  readonly text: string
}

export interface LabelledPair {
  readonly id: string
  /** Id of its passage. */
  readonly passage: string
  readonly label: Label
  /** What is wrong, as far as strings can tell it; null where the pair is right. */
  readonly fault: {
    /** Words of the response that are wrong, and those of the passage that would be right. */
    readonly wrong?: string
    readonly right?: string
    /** Whether the wrong words stand elsewhere in the passage. */
    readonly from?: 'passage' | 'outside'
    /** For a duplicate: the pair that it repeats, and whether word for word. */
    readonly of?: string
    readonly how?: 'same' | 'near'
  } | null
  readonly instruction: string
  readonly response: string
  readonly options: readonly string[] | null
  readonly reasoning: string | null
  readonly form: string
  readonly task: string
  readonly needsPassage: boolean
  /** What the writer names as its source; null where it names none. */
  readonly quote: string | null
  /** Numbers of a right response that follow from the passage without standing in it. */
  readonly derived: readonly string[]
}

const FOLDER = 'test/fixtures/verification'

function rows<T>(file: string): T[] {
  const lines = readFileSync(`${FOLDER}/${file}.jsonl`, 'utf8').split('\n')
  return lines
    .filter(line => line !== '')
    .map(line => {
      const row: T = JSON.parse(line)
      return row
    })
}

/** The labelled passages of a language by their ids. */
export function labelledPassages(language: 'en' | 'zh'): ReadonlyMap<string, LabelledPassage> {
  return new Map(rows<LabelledPassage>(`passages.${language}`).map(passage => [passage.id, passage]))
}

/** The labelled pairs of a language, in the order in which they are judged. */
export function labelledPairs(language: 'en' | 'zh'): readonly LabelledPair[] {
  return rows<LabelledPair>(`pairs.${language}`)
}

/** Which half a pair belongs to: `tuned` may be read while tuning, `held-out` is only ever counted. 32-bit FNV-1a of the id, mixed once more. */
export function halfOf(id: string): 'tuned' | 'held-out' {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return ((hash ^ (hash >>> 13)) & 1) === 0 ? 'tuned' : 'held-out'
}
