import { CHINESE, type Connectives, ENGLISH, type Relation } from '#core/corpus/comprehension/connectives'
import type { Range } from '#core/synthesis/pair'
import { sentences } from '#core/text/sentences'

/** What an example teaches, in the order of the paper's table. */
const SUB_TYPES = [
  'topic',
  'keywords',
  'definition',
  'entail',
  'contradict',
  'neutral',
  'cause-to-effect',
  'effect-to-cause',
  'similar',
  'different',
] as const
export type SubType = (typeof SUB_TYPES)[number]

/** Those of one type stand together in a text. */
export type ExampleType = 'summarize' | 'word-to-text' | 'inference' | 'commonsense' | 'paraphrase'

const TYPE_OF: Readonly<Record<SubType, ExampleType>> = {
  topic: 'summarize',
  keywords: 'word-to-text',
  definition: 'word-to-text',
  entail: 'inference',
  contradict: 'inference',
  neutral: 'inference',
  'cause-to-effect': 'commonsense',
  'effect-to-cause': 'commonsense',
  similar: 'paraphrase',
  different: 'paraphrase',
}

export function typeOf(subType: SubType): ExampleType {
  return TYPE_OF[subType]
}

export function subTypesOf(type: ExampleType): readonly SubType[] {
  return SUB_TYPES.filter(subType => TYPE_OF[subType] === type)
}

/** What a text that is read for comprehension asks: its title, how it goes on, or examples of a type. */
export const MINED_TYPES = [
  'title',
  'completion',
  'summarize',
  'word-to-text',
  'inference',
  'commonsense',
  'paraphrase',
] as const satisfies readonly (ExampleType | 'title' | 'completion')[]
export type MinedType = (typeof MINED_TYPES)[number]

/** Two things that a text sets beside one another, and how. */
export interface Example {
  readonly subType: SubType
  /** What is asked about: a sentence, a cause, a term, a thing, or words joined by commas. */
  readonly given: string
  readonly answer: string
}

/** Words that everyone uses, in small letters: what is not among them may belong to a field (rule COMP3). */
export type GeneralWords = ReadonlySet<string>

/** Sub-types that the same two sentences can serve; which of them does is drawn. */
const SERVES: Readonly<Record<Relation, readonly SubType[]>> = {
  entail: ['entail', 'cause-to-effect'],
  contradict: ['contradict', 'different'],
  neutral: ['neutral'],
  similar: ['similar'],
}

const RELATIONS: readonly Relation[] = ['entail', 'contradict', 'neutral', 'similar']

/**
 * The examples that a text holds (rules COMP2, COMP3), in its order. Each sentence pair serves one sub-type.
 *
 * @param language of the text; without patterns for it there is nothing to find
 * @param general null switches keywords off
 * @param draw a number in [0, 1) for the nth sentence pair
 */
export function findExamples(
  text: string,
  language: string,
  general: GeneralWords | null,
  draw: (n: number) => number,
): readonly Example[] {
  const patterns = language === 'en' ? ENGLISH : language === 'zh' ? CHINESE : null
  if (patterns === null || (language !== 'en' && language !== 'zh')) return []
  const found: Example[] = []
  const ranges = sentences(text, language)
  ranges.forEach((range, n) => {
    const sentence = text.slice(range.start, range.end)
    const before = ranges[n - 1]
    if (before !== undefined) found.push(...ofNeighbours(text, before, range, patterns, draw(n)))
    found.push(...ofSentence(sentence, patterns))
    if (general !== null && language === 'en') found.push(...ofWords(sentence, general))
  })
  return found
}

/** A line end in the middle of a sentence is a line break of the file. */
function inOneLine(sentence: string): string {
  if (!sentence.includes('\n')) return sentence
  const lines = sentence.split('\n').map(line => line.trim())
  return lines.filter(line => line !== '').join(' ')
}

function fits(sentence: string, { least, most }: Connectives): boolean {
  return sentence.length >= least && sentence.length <= most && /[.!?。！？…][”’"'」』）)]*$/u.test(sentence)
}

function ofNeighbours(text: string, before: Range, range: Range, patterns: Connectives, at: number): Example[] {
  const gap = text.slice(before.end, range.start)
  // Sentences of two paragraphs are no neighbours.
  if (/\n\s*\n/u.test(gap)) return []
  const first = inOneLine(text.slice(before.start, before.end))
  const whole = inOneLine(text.slice(range.start, range.end))
  for (const relation of RELATIONS) {
    const opening = patterns.openings[relation].exec(whole)?.[0]
    if (opening === undefined) continue
    const second = withCapital(whole.slice(opening.length))
    const open = RELATIONS.some(one => patterns.openings[one].test(first))
    if (open || !fits(first, patterns) || !fits(second, patterns) || first.endsWith('?')) return []
    const serves = SERVES[relation]
    const subType = serves[Math.floor(at * serves.length)] ?? serves[0]
    return subType === undefined ? [] : [{ subType, given: first, answer: second }]
  }
  return []
}

function ofSentence(whole: string, patterns: Connectives): Example[] {
  const sentence = inOneLine(whole)
  if (sentence.length > patterns.most) return []
  const { effect = '', cause = '' } = patterns.because.exec(sentence)?.groups ?? {}
  const found: Example[] = []
  if (Math.min(effect.length, cause.length) >= patterns.leastHalf)
    found.push({
      subType: 'effect-to-cause',
      given: withStop(withCapital(effect), sentence),
      answer: withStop(withCapital(cause), sentence),
    })
  const { term = '', meaning = '' } = patterns.definition.exec(sentence)?.groups ?? {}
  if (term !== '')
    found.push({ subType: 'definition', given: term.replace(/^(?:An?|The)\s+/u, ''), answer: withCapital(meaning) })
  const { thing = '', topic = '' } = patterns.topic.exec(sentence)?.groups ?? {}
  if (thing !== '') found.push({ subType: 'topic', given: sentence, answer: withStop(withCapital(topic), sentence) })
  return found
}

/** Words of a field in a sentence that takes part as keywords: at least so many, each longer than ten letters. */
const LEAST_WORDS = 3
const LONG = /\b\p{L}{11,}\b/gu

function ofWords(whole: string, general: GeneralWords): Example[] {
  const sentence = inOneLine(whole)
  if (!fits(sentence, ENGLISH)) return []
  const words = new Set(
    [...sentence.matchAll(LONG)].map(([word]) => word.toLowerCase()).filter(word => !isGeneral(word, general)),
  )
  return words.size < LEAST_WORDS ? [] : [{ subType: 'keywords', given: [...words].join(', '), answer: sentence }]
}

function isGeneral(word: string, general: GeneralWords): boolean {
  return general.has(word) || (word.endsWith('s') && general.has(word.slice(0, -1)))
}

function withCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The end mark of the sentence that words were part of. */
function withStop(words: string, sentence: string): string {
  return /[.!?。！？]$/u.test(words) ? words : words + (sentence.at(-1) ?? '')
}
