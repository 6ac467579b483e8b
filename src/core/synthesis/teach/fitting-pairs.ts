import type { Pair, Shot } from '#core/synthesis/pair'
import { quoteRange } from '#core/synthesis/teach/quote-range'
import { randomStream } from '#core/synthesis/random-stream'
import type { Recipe } from '#core/synthesis/recipe'
import { MOST } from '#core/synthesis/repair-recipe'
import { estimateTokens } from '#core/text/token-estimate'

/** The languages that recipes have words for. */
export const TAUGHT_LANGUAGES = ['en', 'zh'] as const
export type TaughtLanguage = (typeof TAUGHT_LANGUAGES)[number]

/** A pair that the person kept, and the SHA-256 of its document. */
export interface KeptPair {
  readonly pair: Pair
  readonly document: string
}

/** What was kept of one passage. */
export interface KeptPassage {
  readonly place: Shot
  readonly headings: readonly string[]
  /** Edited ones first, else in order of writing. */
  readonly pairs: readonly Pair[]
}

/** A pair may be this many times as long as its recipe plans for. */
const LONGEST = 2

/**
 * Whether a kept pair can stand as an example of a recipe (a single one, no mixture) for a language (rule TEACH1): kept,
 * of the recipe's task and form, in that language, clean but for where it was found, and not too long.
 */
export function fits(recipe: Recipe, language: TaughtLanguage, pair: Pair): boolean {
  return (
    pair.decision === 'keep' &&
    pair.language === language &&
    pair.task === recipe.task &&
    pair.form === recipe.form &&
    (recipe.form !== 'choice' || (pair.options?.includes(pair.response) ?? false)) &&
    (recipe.form !== 'steps' || pair.reasoning !== null) &&
    pair.checks.every(({ name, result }) => result === 'pass' || (name === 'evidence' && result === 'doubt')) &&
    (quoteRange(pair) !== null || !quotes(recipe, language)) &&
    isShort(recipe, pair)
  )
}

/** Whether all examples of the recipe's own name the words that they rest on: then others must not teach otherwise. */
function quotes({ words }: Recipe, language: TaughtLanguage): boolean {
  const { examples } = words[language]
  const own = examples.filter(({ from }) => from === undefined)
  return own.length > 0 && own.every(({ pairs }) => pairs.every(({ quote }) => quote !== ''))
}

function isShort({ sampling }: Recipe, { instruction, response, reasoning, options }: Pair): boolean {
  const texts = [instruction, response, reasoning ?? '', ...(options ?? [])]
  const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0)
  return (
    tokens <= LONGEST * sampling.tokensPerPair &&
    texts.every(({ length }) => length <= MOST.text) &&
    (options?.length ?? 0) <= MOST.options
  )
}

/**
 * The passages whose kept pairs fit a recipe, best first (rule TEACH2): those with an edited pair, then of documents and
 * with openings that were not there yet, then with more than one pair, then by a draw of the seed.
 *
 * @param most how many are looked for
 */
export function fittingPassages(
  recipe: Recipe,
  language: TaughtLanguage,
  kept: readonly KeptPair[],
  seed: number,
  most: number,
): readonly KeptPassage[] {
  const stream = randomStream(seed, 'teach', recipe.name, language)
  const left = stream.shuffle(grouped(kept.filter(({ pair }) => fits(recipe, language, pair))))
  const documents = new Map<string, number>()
  const openings = new Map<string, number>()
  const chosen: KeptPassage[] = []
  while (chosen.length < most && left.length > 0) {
    let best = 0
    let bestRank: readonly number[] = []
    for (const [index, passage] of left.entries()) {
      const rank = [
        passage.pairs.some(isEdited) ? 0 : 1,
        documents.get(passage.place.document) ?? 0,
        openings.get(openingOf(passage)) ?? 0,
        passage.pairs.length > 1 ? 0 : 1,
      ]
      if (index === 0 || isBefore(rank, bestRank)) [best, bestRank] = [index, rank]
    }
    const [passage] = left.splice(best, 1)
    if (passage === undefined) break
    chosen.push(passage)
    const { document } = passage.place
    documents.set(document, (documents.get(document) ?? 0) + 1)
    openings.set(openingOf(passage), (openings.get(openingOf(passage)) ?? 0) + 1)
  }
  return chosen
}

/** By passage, in the order of the passages: what was kept first does not decide. */
function grouped(kept: readonly KeptPair[]): readonly KeptPassage[] {
  const groups = new Map<string, { place: Shot; headings: readonly string[]; pairs: Pair[] }>()
  for (const { pair, document } of kept) {
    const { start, end, headings } = pair.passage
    const key = `${document} ${start} ${end}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { place: { document, start, end }, headings, pairs: [pair] })
    else group.pairs.push(pair)
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { place, headings, pairs }]) => ({
      place,
      headings,
      pairs: [...pairs.filter(isEdited), ...pairs.filter(pair => !isEdited(pair))],
    }))
}

function isEdited({ original }: Pair): boolean {
  return original !== null
}

/** How its first instruction begins: questions that begin alike teach one way to ask. */
function openingOf({ pairs }: KeptPassage): string {
  const text = (pairs[0]?.instruction ?? '').toLowerCase()
  return /^\p{Script=Han}{2}|^\S+(?:\s+\S+)?/u.exec(text)?.[0] ?? text
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0
    if (value !== other) return value < other
  }
  return false
}
