import { readFileSync } from 'node:fs'
import type { Language } from '#core/documents/document'

/** What a pair of a labelled set is: right in some way, or wrong by exactly one fault. */
export type Label = (typeof LABELS)[number] | 'right-look-alike'

/** The labelled sets: four that checks are tuned with, and one that was written without knowing them and is only counted. */
export type LabelledSet = 'first' | 'fresh' | 'varied' | 'fourth' | 'fifth' | 'sixth' | 'seventh' | 'blind'

/** Labels of the first set. */
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

/** Labels of each set. A look-alike is right, much like an earlier pair of its passage, and asks or says something else. */
export const LABELS_OF: Readonly<Record<LabelledSet, readonly Label[]>> = {
  first: LABELS,
  fresh: ['right-look-alike', ...LABELS],
  varied: ['right-look-alike', ...LABELS],
  fourth: ['right-look-alike', ...LABELS],
  fifth: ['right-look-alike', ...LABELS],
  sixth: ['right-look-alike', ...LABELS],
  seventh: ['right-look-alike', ...LABELS],
  blind: ['right-look-alike', ...LABELS],
}

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
  /** What is wrong, as far as strings can tell it; null where the pair is right and no look-alike. */
  readonly fault: {
    /** Words of the response that are wrong, and those of the passage that would be right. */
    readonly wrong?: string
    readonly right?: string
    /** Whether the wrong words stand elsewhere in the passage. */
    readonly from?: 'passage' | 'outside'
    /** For a duplicate: the pair that it repeats, and whether word for word. For a look-alike: the pair that it is like. */
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

const FOLDERS: Readonly<Record<LabelledSet, string>> = {
  first: 'test/fixtures/verification',
  fresh: 'test/fixtures/verification/fresh',
  varied: 'test/fixtures/verification/varied',
  fourth: 'test/fixtures/verification/fourth',
  fifth: 'test/fixtures/verification/fifth',
  sixth: 'test/fixtures/verification/sixth',
  seventh: 'test/fixtures/verification/seventh',
  blind: 'test/fixtures/verification/blind',
}

function rows<T>(set: LabelledSet, file: string): T[] {
  const lines = readFileSync(`${FOLDERS[set]}/${file}.jsonl`, 'utf8').split('\n')
  return lines
    .filter(line => line !== '')
    .map(line => {
      const row: T = JSON.parse(line)
      return row
    })
}

/** The labelled passages of a language by their ids. */
export function labelledPassages(
  language: 'en' | 'zh',
  set: LabelledSet = 'first',
): ReadonlyMap<string, LabelledPassage> {
  return new Map(rows<LabelledPassage>(set, `passages.${language}`).map(passage => [passage.id, passage]))
}

/** The labelled pairs of a language, in the order in which they are judged. */
export function labelledPairs(language: 'en' | 'zh', set: LabelledSet = 'first'): readonly LabelledPair[] {
  return rows<LabelledPair>(set, `pairs.${language}`)
}
