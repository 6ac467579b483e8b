import type { Language } from '#core/documents/document'
import type { Range } from '#core/synthesis/pair'
import { sentences } from '#core/text/sentences'
import { type Name, namesOf } from '#core/verification/support/names'
import { quantitiesOf } from '#core/verification/support/quantities'
import type { Quantity } from '#core/verification/support/quantity'
import { withTableUnits } from '#core/verification/support/table-units'
import { type TermIndex, termIndex } from '#core/verification/support/term-index'
import { foldMarks, foldWord, type Token, tokensOf } from '#core/verification/support/tokens'
import { simplified } from '#core/verification/support/traditional'

/** What of a passage is read, in units, tokens and numbers; more than any passage that is cut here holds (SUPPORT12). */
const READ = 40_000
const TOKENS = 20_000
const QUANTITIES = 2_000
const NAMES = 2_000

export interface SentenceFacts extends Range {
  /** Tokens from–to of the passage. */
  readonly from: number
  readonly to: number
}

/** A passage as it is read to support what pairs say. */
export interface PassageFacts {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly SentenceFacts[]
  /** Index of its sentence for each token. */
  readonly sentenceOf: Int32Array
  readonly quantities: readonly Quantity[]
  /** Index of its sentence for each quantity. */
  readonly quantitySentence: readonly number[]
  /** Numbers in headings and titles: they support, and contradict nothing. */
  readonly outside: readonly Quantity[]
  /** Sentences that hold a term: a stem, or two Han characters in a row. Each once, in order. */
  readonly holders: TermIndex
  /** Folded words of passage and headings. */
  readonly words: ReadonlySet<string>
  /** The folded words of the passage alone, with the sentences that hold them. */
  readonly wordHolders: TermIndex
  /** Names in Latin script, with the index of the sentence of each. */
  readonly names: readonly Name[]
  readonly nameSentence: readonly number[]
  /** The folded words of these names. */
  readonly capitals: ReadonlySet<string>
  /** The folded text and headings without white space and marks, in small letters: for quotations and Chinese names. */
  readonly plain: string
}

/** Reads a passage. Linear in its length; what is above the limits is not read. */
export function readPassage(passage: string, headings: readonly string[], language: Language): PassageFacts {
  const text = foldMarks(simplified(passage.slice(0, READ)))
  const tokens = tokensOf(text, TOKENS)
  const found = withTokens(sentences(text, language), tokens)
  const sentenceOf = new Int32Array(tokens.length)
  found.forEach(({ from, to }, place) => sentenceOf.fill(place, from, to))
  const above = foldMarks(simplified(headings.join('\n').slice(0, READ)))
  const aboveTokens = tokensOf(above, TOKENS)
  const words = once(() => wordsIn(tokens, aboveTokens))
  const wordHolders = once(() => termIndex(tokens, sentenceOf, ({ kind, word }) => (kind === 'word' ? word : null)))
  const quantities = once(() => withTableUnits(quantitiesOf({ text, tokens }, QUANTITIES), text))
  const quantitySentence = once(() => quantities().map(quantity => placeOf(found, quantity.start)))
  const outside = once(() => quantitiesOf({ text: above, tokens: aboveTokens }, QUANTITIES))
  const names = once(() => namesOf({ text, tokens }, NAMES))
  const nameSentence = once(() => names().map(name => placeOf(found, name.start)))
  const capitals = once(
    () => new Set([...names(), ...namesOf({ text: above, tokens: aboveTokens }, NAMES)].flatMap(name => name.words)),
  )
  const plain = once(() => `${plainOf(text)} ${plainOf(above)}`)
  return {
    text,
    tokens,
    sentences: found,
    sentenceOf,
    holders: termIndex(tokens, sentenceOf, ({ term }) => term),
    get words() {
      return words()
    },
    get wordHolders() {
      return wordHolders()
    },
    get quantities() {
      return quantities()
    },
    get quantitySentence() {
      return quantitySentence()
    },
    get outside() {
      return outside()
    },
    get names() {
      return names()
    },
    get nameSentence() {
      return nameSentence()
    },
    get capitals() {
      return capitals()
    },
    get plain() {
      return plain()
    },
  }
}

/** What is made when it is asked for, and once: many pairs need neither numbers nor names of their passage. */
function once<T extends object | string>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function wordsIn(...texts: readonly (readonly Token[])[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const tokens of texts) for (const { kind, word } of tokens) if (kind === 'word') words.add(word)
  return words
}

function withTokens(ranges: readonly Range[], tokens: readonly Token[]): SentenceFacts[] {
  let next = 0
  return ranges.map(({ start, end }) => {
    while (next < tokens.length && (tokens[next]?.start ?? 0) < start) next += 1
    const from = next
    while (next < tokens.length && (tokens[next]?.start ?? 0) < end) next += 1
    return { start, end, from, to: next }
  })
}

/** Index of the sentence that holds a place, or of the one before it. */
function placeOf(found: readonly SentenceFacts[], at: number): number {
  let low = 0
  let high = found.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((found[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

const ASCII = /^[\x00-\x7f]*$/u
const ASCII_MARKS = /[\t-\r -/:-@[-`{-~]+/gu

/** Words one after another with nothing between them but one space, in small letters and without accents; Han characters close up. */
export function plainOf(folded: string): string {
  const small = folded.toLowerCase()
  if (ASCII.test(small)) return small.replace(ASCII_MARKS, ' ').trim()
  return small
    .normalize('NFKD')
    .replace(/[\p{P}\p{S}\p{M}\s\u2060]+/gu, ' ')
    .replace(/(?<=[\u2e80-\u9fff]) (?=[\u2e80-\u9fff])/gu, '')
    .trim()
}

/** Whether a word stands in the passage or above it, in any case; also without a plural ending. */
export function holdsWord(facts: PassageFacts, word: string): boolean {
  const folded = foldWord(word)
  if (facts.words.has(folded)) return true
  if (folded.endsWith('s') && facts.words.has(folded.slice(0, -1))) return true
  return facts.words.has(`${folded}s`)
}

interface Remembered {
  readonly passage: string
  readonly headings: readonly string[]
  readonly language: Language
  readonly facts: PassageFacts
}

/** The passages read last: pairs of one passage are judged one after another. */
const REMEMBERED = 4
let remembered: readonly Remembered[] = []

/** The facts of a passage, read once for the pairs that follow one another. */
export function factsOf(passage: string, headings: readonly string[], language: Language): PassageFacts {
  const known = remembered.find(
    one =>
      one.passage === passage &&
      one.language === language &&
      one.headings.length === headings.length &&
      one.headings.every((heading, i) => heading === headings[i]),
  )
  if (known !== undefined) return known.facts
  const facts = readPassage(passage, headings, language)
  remembered = [{ passage, headings, language, facts }, ...remembered.slice(0, REMEMBERED - 1)]
  return facts
}
