import {
  type Example,
  type ExampleType,
  findExamples,
  type GeneralWords,
  type MinedType,
  type SubType,
  subTypesOf,
  typeOf,
} from '#core/corpus/comprehension/find-examples'
import { CHINESE_PHRASES, type ComprehensionPhrases, ENGLISH_PHRASES } from '#core/corpus/comprehension/phrases'
import { type Titled, titleOf } from '#core/corpus/comprehension/title'
import { fill, type Span } from '#core/corpus/part'
import { type Choose, pickFrom } from '#core/corpus/render-pair'
import { randomStream } from '#core/synthesis/random-stream'
import { sentences } from '#core/text/sentences'
import { estimateTokens } from '#core/text/token-estimate'

export interface ComprehensionSettings {
  readonly seed: number
  /** Words that belong to no field; null leaves keywords out. */
  readonly general: GeneralWords | null
}

/** A raw text as a reading comprehension text. */
export interface ComprehensionText {
  /** Joined, they are the text. */
  readonly spans: readonly Span[]
  readonly examples: readonly SubType[]
  readonly title: boolean
  readonly completion: boolean
}

/** Examples of a sub-type that a text takes at most. */
const MOST = 2
/** Tokens of a text that examples are looked for in: of 2,048 the paper leaves 200 for them. The text is kept whole. */
const READ = 1_848
/** Sentences without which nothing is continued. */
const LEAST_SENTENCES = 4
/** How often two sentences are classified rather than the second one written. */
const CLASSIFIED = 0.8

/**
 * A text without pairs as AdaptLLM makes one to read (arXiv 2309.09530, §3): the text, with its title or its end asked for,
 * and behind it examples mined from its own sentences. No model. The same key, text and settings give the same text
 * (rules COMP1 to COMP6).
 *
 * @param key names the text among all others, for its random streams
 * @returns null where nothing was found: it stays as it is
 */
export function comprehensionText(
  key: string,
  text: string,
  language: string,
  { seed, general }: ComprehensionSettings,
): ComprehensionText | null {
  if (language !== 'en' && language !== 'zh') return null
  const phrases = language === 'zh' ? CHINESE_PHRASES : ENGLISH_PHRASES
  const choose: Choose = label => randomStream(seed, `comprehension ${label}`, key)
  const titled = titleOf(text, language)
  const body = titled?.body ?? text
  const ends = sentenceEnds(body, language)
  const { title, completion } = around(titled !== null, ends.length >= LEAST_SENTENCES - 1, choose)
  const examples = taken(
    findExamples(body.slice(0, readTo(body, ends)), language, general, n => choose(`sub-type ${n}`).next()),
    choose,
  )
  if (examples.length === 0 && !title && !completion) return null
  const whole = titled !== null && title ? titled : { title: '', body: text }
  const cut = completion ? pickFrom(choose, 'cut', ends) + whole.body.length - body.length : null
  const blocks = framed(whole, cut, phrases, choose)
  if (examples.length > 0) blocks.push(fill(pickFrom(choose, 'introduce', phrases.introduce), {}))
  examples.forEach((example, n) => blocks.push(exampleSpans(example, phrases, label => choose(`${label} ${n}`))))
  return { spans: joined(blocks), examples: examples.map(({ subType }) => subType), title, completion }
}

/** All that a text asks: its title, how it goes on, and each example by its type. */
export function askedIn({ title, completion, examples }: ComprehensionText): readonly MinedType[] {
  return [
    ...(title ? (['title'] as const) : []),
    ...(completion ? (['completion'] as const) : []),
    ...examples.map(typeOf),
  ]
}

/** Title only 0.4, completion only 0.1, both 0.4, neither 0.1; where a text allows for one of them, half and half. */
function around(
  titled: boolean,
  continues: boolean,
  choose: Choose,
): { readonly title: boolean; readonly completion: boolean } {
  const at = choose('around').next()
  if (titled && continues) return { title: at < 0.4 || (at >= 0.5 && at < 0.9), completion: at >= 0.4 && at < 0.9 }
  return { title: titled && at < 0.5, completion: continues && at < 0.5 }
}

/** Where sentences end with more behind them; code is not cut. */
function sentenceEnds(text: string, language: 'en' | 'zh'): readonly number[] {
  const fences = Array.from(text.matchAll(/^[ \t]*(?:```|~~~)/gmu), ({ index }) => index)
  let passed = 0
  return sentences(text, language)
    .slice(0, -1)
    .map(({ end }) => end)
    .filter(end => {
      while ((fences[passed] ?? Infinity) < end) passed += 1
      return passed % 2 === 0
    })
}

function readTo(text: string, ends: readonly number[]): number {
  let [tokens, from] = [0, 0]
  for (const end of [...ends, text.length]) {
    tokens += estimateTokens(text.slice(from, end))
    if (tokens > READ) return from
    from = end
  }
  return text.length
}

/** At most two of a sub-type; those of a type together, types in an order that is drawn (rule COMP4). */
function taken(found: readonly Example[], choose: Choose): readonly Example[] {
  const names: readonly ExampleType[] = ['summarize', 'word-to-text', 'inference', 'commonsense', 'paraphrase']
  return choose('types')
    .shuffle(names)
    .flatMap(name =>
      choose(`sub-types ${name}`)
        .shuffle(subTypesOf(name))
        .flatMap(subType => {
          const all = found.filter(example => example.subType === subType)
          const some = new Set(choose(`examples ${subType}`).shuffle(all).slice(0, MOST))
          return all.filter(example => some.has(example))
        }),
    )
}

/** The text with its end asked for where it is cut, and its title on one side of it where it has one. */
function framed({ title, body }: Titled, cut: number | null, phrases: ComprehensionPhrases, choose: Choose): Span[][] {
  const passage = (text: string): Span[] => [{ kind: 'passage', text: text.trim() }]
  const told =
    cut === null
      ? [passage(body)]
      : [passage(body.slice(0, cut)), fill(pickFrom(choose, 'go on', phrases.goOn), {}), passage(body.slice(cut))]
  if (title === '') return told
  return choose('title side').next() < 0.5
    ? [...told, fill(pickFrom(choose, 'title after', phrases.titleAfter), { answer: title })]
    : [fill(pickFrom(choose, 'title before', phrases.titleBefore), { question: title }), ...told]
}

function exampleSpans({ subType, given, answer }: Example, phrases: ComprehensionPhrases, choose: Choose): Span[] {
  const inference = subType === 'entail' || subType === 'contradict' || subType === 'neutral' ? subType : null
  if (inference !== null && choose('classify').next() < CLASSIFIED) {
    const { part, labels } = pickFrom(choose, 'phrase', phrases.classify)
    return fill(part, { first: given, second: answer, answer: labels[inference] })
  }
  return fill(pickFrom(choose, 'phrase', phrases.ask[subType]), { question: given, answer })
}

/** Blocks with an empty line between them. */
function joined(blocks: readonly (readonly Span[])[]): Span[] {
  return blocks.flatMap((block, n) => (n === 0 ? block : [{ kind: 'template', text: '\n\n' }, ...block]))
}
