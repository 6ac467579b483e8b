import type { Language } from '#core/documents/document'
import type { Draft, Evidence, Range } from '#core/synthesis/pair'
import { sentences } from '#core/text/sentences'
import { align, type Alignment, type Query } from '#core/verification/support/alignment'
import { type ChineseName, chineseNamesOf } from '#core/verification/support/chinese-names'
import { isSurelyName } from '#core/verification/support/known-names'
import { type Name, namesOf } from '#core/verification/support/names'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import { quantitiesOf } from '#core/verification/support/quantities'
import type { Quantity } from '#core/verification/support/quantity'
import { type Folded, foldMarks, tokensOf } from '#core/verification/support/tokens'
import { simplified } from '#core/verification/support/traditional'

/** What of a half is read (SUPPORT12). */
const READ = 8_000
const TOKENS = 3_000
const QUANTITIES = 64
const SENTENCES = 24
const NAMES = 64

/** One part of a pair, read. */
export interface Said extends Folded {
  readonly quantities: readonly Quantity[]
  readonly sentences: readonly Range[]
  /** Names in Latin script. */
  readonly names: readonly Name[]
  /** Chinese names, as far as they can be told. */
  readonly hanNames: readonly ChineseName[]
}

/** A pair as it is read to be compared with its passage. */
export interface PairFacts {
  readonly instruction: Said
  readonly response: Said
  /** The steps of an answer; empty where there are none. */
  readonly reasoning: Said
  readonly steps: boolean
  readonly yesNo: boolean
  /** The response says that what was asked is not so: the instruction may then hold what the passage does not. */
  readonly denies: boolean
  readonly evidence: readonly Evidence[]
  /** What the sentence of the response that holds a place says, with the question. */
  readonly queryAt: (at: number) => Query
  /** Where a sentence of the response belongs in the passage. */
  readonly alignmentOf: (at: number) => Alignment
  /** Whether the sentence of the response that holds a place stands in the passage as it is. */
  readonly isVerbatim: (at: number) => boolean
  /** Where the instruction belongs. */
  readonly asked: () => Alignment
}

const DENIES =
  /^[\s"“'(（]*(?:no\b|not\b|false\b|incorrect\b|wrong\b|never\b|不(?!仅|但|同|过|断|少)|否|没有|没|错|并非|并不|未)/iu

/** What the instruction asks counts less than what the response says; a bare answer ("24.") leaves only the question. */
const ASKED = 0.5

export function readPair(draft: Draft, facts: PassageFacts, language: Language): PairFacts {
  const instruction = read(draft.instruction, language)
  const response = read(draft.response, language)
  const queries = new Map<number, Query>()
  const alignments = new Map<number, Alignment>()
  const verbatim: boolean[] = []
  let asked: Alignment | null = null
  const queryAt = (at: number): Query => {
    const place = sentenceAt(response.sentences, at)
    const known = queries.get(place)
    if (known !== undefined) return known
    const query = queryOf(instruction, null, ASKED)
    for (const [term, weight] of queryOf(response, response.sentences[place] ?? null, 1)) query.set(term, weight)
    queries.set(place, query)
    return query
  }
  return {
    instruction,
    response,
    reasoning: read(draft.reasoning ?? '', language),
    yesNo: draft.form === 'yes-no',
    steps: draft.form === 'steps' || draft.reasoning !== null,
    denies: DENIES.test(draft.response.slice(0, 40)),
    evidence: draft.evidence,
    asked: () => (asked ??= align(facts, queryOf(instruction, null, 1))),
    queryAt,
    isVerbatim: at => {
      const place = sentenceAt(response.sentences, at)
      const range = response.sentences[place]
      if (range === undefined) return false
      return (verbatim[place] ??= standsIn(facts, response.text.slice(range.start, range.end)))
    },
    alignmentOf: at => {
      const place = sentenceAt(response.sentences, at)
      const known = alignments.get(place)
      if (known !== undefined) return known
      const alignment = align(facts, queryAt(at))
      alignments.set(place, alignment)
      return alignment
    },
  }
}

/** What is not there; most pairs have no steps. */
const NOTHING: Said = { text: '', tokens: [], quantities: [], sentences: [], names: [], hanNames: [] }

function read(words: string, language: Language): Said {
  if (words === '') return NOTHING
  const text = foldMarks(simplified(words.slice(0, READ)))
  const tokens = tokensOf(text, TOKENS)
  const quantities = quantitiesOf({ text, tokens }, QUANTITIES)
  const hanNames = chineseNamesOf(text).slice(0, NAMES)
  // The C of °C is no name.
  const names = namesOf({ text, tokens }, NAMES).filter(
    name => !quantities.some(({ start, end }) => name.start >= start && name.end <= end),
  )
  return { text, tokens, quantities, sentences: sentences(text, language).slice(0, SENTENCES), names, hanNames }
}

/**
 * Terms of a part of a text, or of all of it, each with a weight. Names are left out of a part, so that a wrong one does
 * not lead to the sentence that it belongs to.
 */
function queryOf({ tokens, names, hanNames }: Said, range: Range | null, weight: number): Map<string, number> {
  const query = new Map<string, number>()
  const left = range === null ? [] : [...names.filter(isSure), ...hanNames]
  for (const { term, start, end } of tokens) {
    if (term === null) continue
    if (range !== null && (start < range.start || end > range.end)) continue
    if (left.length > 0 && left.some(name => start >= name.start && end <= name.end)) continue
    query.set(term, weight)
  }
  return query
}

/** Whether a name is surely one, and no ordinary word that opens a sentence. */
function isSure({ opens, words }: Name): boolean {
  return !opens || words.length > 1 || isSurelyName(words[0] ?? '')
}

/** Shorter words than these stand in a text by chance. */
const TELLING = 20

function standsIn({ text, sentences: known }: PassageFacts, words: string): boolean {
  const at = text.indexOf(words)
  if (at < 0) return false
  return words.length >= TELLING || known.some(({ start, end }) => start === at && end === at + words.length)
}

function sentenceAt(found: readonly Range[], at: number): number {
  for (let place = 0; place < found.length; place += 1) if (at < (found[place]?.end ?? 0)) return place
  return found.length - 1
}
