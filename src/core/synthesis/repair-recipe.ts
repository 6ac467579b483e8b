import { ProblemError } from '#core/problem'
import type { Shot } from '#core/synthesis/pair'
import type {
  ExamplePair,
  MixedParts,
  PairsPerPassage,
  Recipe,
  RecipeExample,
  RecipeSampling,
  RecipeWords,
} from '#core/synthesis/recipe'

/** Characters of a file. */
const LONGEST_FILE = 262_144

/** What a recipe may hold at most: characters, and numbers of things. */
export const MOST = {
  title: 120,
  style: 500,
  ask: 8_000,
  text: 8_000,
  examples: 8,
  pairs: 20,
  options: 26,
  parts: 12,
} as const

/** Least and most of each figure. */
export const FIGURES = {
  perTokens: [20, 10_000],
  pairs: [1, MOST.pairs],
  temperature: [0, 2],
  topP: [0.01, 1],
  tokensPerPair: [32, 2_000],
  weight: [0, 1_000],
} as const satisfies Record<string, readonly [number, number]>

type Fields = Readonly<Record<string, unknown>>

/**
 * A recipe out of data that came from outside (a shared file). What is missing or out of bounds is repaired, keys that
 * are not known are left out; what cannot be guessed (no name, no words to ask with, too much of anything) throws
 * `recipe-damaged`, whose detail names the key (rules RECIPE3 to RECIPE5).
 *
 * @param value parsed JSON
 */
export function repairRecipe(value: unknown): Recipe {
  return readRecipe(value, 'the recipe', true)
}

/** The same for the text of a file: JSON of at most 256 Ki characters. */
export function parseRecipe(text: string): Recipe {
  if (text.length > LONGEST_FILE) throw damaged('the file', `is longer than ${LONGEST_FILE} characters`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw damaged('the file', 'is not JSON')
  }
  return repairRecipe(value)
}

function damaged(at: string, what: string): ProblemError {
  return new ProblemError({ kind: 'recipe-damaged', detail: `${at} ${what}` })
}

function readRecipe(value: unknown, at: string, mayBeMixed: boolean): Recipe {
  const fields = fieldsOf(value)
  if (fields === null) throw damaged(at, 'is not an object')
  const { format } = fields
  if (typeof format === 'number' && format > 1) throw damaged(at, `is of format ${format}, made by a newer Pairloom`)
  const titles = fieldsOf(fields['title']) ?? {}
  const en = textOf(titles['en'], `title.en of ${at}`, MOST.title)
  const zh = textOf(titles['zh'], `title.zh of ${at}`, MOST.title)
  const name = slug(fields['name']) || slug(en)
  if (name === '') throw damaged(at, 'has no name')
  const parts = readParts(fields['parts'], at, mayBeMixed)
  return {
    format: 1,
    name,
    title: { en: en || zh || name, zh: zh || en || name },
    task: slug(fields['task']) || 'custom',
    form: slug(fields['form']) || 'open',
    needsPassage: fields['needsPassage'] !== false,
    pairs: readPairs(fieldsOf(fields['pairs']) ?? {}),
    sampling: readSampling(fieldsOf(fields['sampling']) ?? {}),
    style: textOf(fields['style'], `style of ${at}`, MOST.style),
    words: readBothWords(fieldsOf(fields['words']) ?? {}, at, parts !== null),
    parts,
  }
}

function readParts(value: unknown, at: string, allowed: boolean): MixedParts | null {
  if (value === null || value === undefined) return null
  if (!allowed) throw damaged(at, 'is a mixture inside of a mixture')
  const fields = fieldsOf(value) ?? {}
  const items = listOf(fields['items'], `parts of ${at}`, MOST.parts).map((item, i) => {
    const part = fieldsOf(item) ?? {}
    const weight = numberIn(part['weight'], FIGURES.weight, 1)
    return { recipe: readRecipe(part['recipe'], `part ${i + 1}`, false), weight }
  })
  if (!items.some(item => item.weight > 0)) throw damaged(at, 'is a mixture without parts')
  return { mode: fields['mode'] === 'each' ? 'each' : 'share', items }
}

function readPairs(fields: Fields): PairsPerPassage {
  const minimum = Math.round(numberIn(fields['minimum'], FIGURES.pairs, 1))
  return {
    perTokens: Math.round(numberIn(fields['perTokens'], FIGURES.perTokens, 150)),
    minimum,
    maximum: Math.round(numberIn(fields['maximum'], [minimum, MOST.pairs], Math.max(minimum, 5))),
  }
}

function readSampling(fields: Fields): RecipeSampling {
  return {
    temperature: numberIn(fields['temperature'], FIGURES.temperature, 0.3),
    topP: numberIn(fields['topP'], FIGURES.topP, 0.9),
    tokensPerPair: Math.round(numberIn(fields['tokensPerPair'], FIGURES.tokensPerPair, 200)),
  }
}

/** RECIPE4: the words of one language stand in for those of the other. */
function readBothWords(fields: Fields, at: string, mixed: boolean): Recipe['words'] {
  const en = readWords(fields['en'], `words.en of ${at}`, 'Number of pairs to write: {count}.\n')
  const zh = readWords(fields['zh'], `words.zh of ${at}`, '要写的问答数量：{count}。\n')
  const either = en ?? zh
  if (either !== null) return { en: en ?? either, zh: zh ?? either }
  if (!mixed) throw damaged(at, 'has no words to ask with')
  const none = { ask: '', shortAsk: '', examples: [] }
  return { en: none, zh: none }
}

function readWords(value: unknown, at: string, count: string): RecipeWords | null {
  const fields = fieldsOf(value) ?? {}
  const ask = textOf(fields['ask'], `ask in ${at}`, MOST.ask)
  const short = textOf(fields['shortAsk'], `shortAsk in ${at}`, MOST.ask) || ask
  if (ask === '' && short === '') return null
  const counted = (words: string): string => (words.includes('{count}') ? words : count + words)
  const examples = listOf(fields['examples'], `examples in ${at}`, MOST.examples)
  return {
    ask: counted(ask || short),
    shortAsk: counted(short),
    examples: examples.map(readExample).filter(example => example !== null),
  }
}

/** RECIPE5: what an example says has to be so; a pair that contradicts itself would teach it. */
function readExample(value: unknown): RecipeExample | null {
  const fields = fieldsOf(value) ?? {}
  const passage = textOf(fields['passage'], 'passage of an example', MOST.text)
  const pairs = listOf(fields['pairs'], 'pairs of an example', MOST.pairs)
    .map(pair => readPair(pair, passage))
    .filter(pair => pair !== null)
  const from = readPlace(fields['from'])
  return passage === '' || pairs.length === 0 ? null : { passage, pairs, ...(from !== null && { from }) }
}

/** Where an example comes from; null where it does not say, or says what no passage can be. */
function readPlace(value: unknown): Shot | null {
  const { document, start, end } = fieldsOf(value) ?? {}
  if (typeof document !== 'string' || !SHA256.test(document)) return null
  if (!isOffset(start) || !isOffset(end) || start >= end) return null
  return { start, end, document }
}

const SHA256 = /^[0-9a-f]{64}$/u

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function readPair(value: unknown, passage: string): ExamplePair | null {
  const fields = fieldsOf(value) ?? {}
  const text = (key: string): string => textOf(fields[key], `${key} of an example`, MOST.text)
  const [instruction, response, quote, reasoning] = ['instruction', 'response', 'quote', 'reasoning'].map(text)
  const options = listOf(fields['options'], 'options of an example', MOST.options)
    .map(option => textOf(option, 'option of an example', MOST.text))
    .filter(option => option !== '')
  if (!instruction || !response || (options.length > 0 && !options.includes(response))) return null
  return {
    instruction,
    response,
    quote: quote && passage.includes(quote) ? quote : '',
    ...(options.length > 0 && { options }),
    ...(reasoning && { reasoning }),
  }
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null
}

function listOf(value: unknown, at: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) return []
  if (value.length > most) throw damaged(at, `are more than ${most}`)
  return value
}

function textOf(value: unknown, at: string, most: number): string {
  if (typeof value !== 'string') return ''
  const text = value.trim().toWellFormed()
  if (text.length > most) throw damaged(at, `is longer than ${most} characters`)
  return text
}

function numberIn(value: unknown, [least, most]: readonly [number, number], otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : otherwise
}

/** Lower-case letters and digits with hyphens between, as recipes are named; '' where nothing of it is left. */
export function slug(value: unknown): string {
  if (typeof value !== 'string') return ''
  const words = value
    .slice(0, 64)
    .normalize('NFKC')
    .toLowerCase()
    .match(/[a-z0-9]+/gu)
  return (words ?? []).join('-')
}
