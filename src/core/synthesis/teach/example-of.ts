import type { Draft, Range, Shot } from '#core/synthesis/pair'
import type { ExamplePair, RecipeExample } from '#core/synthesis/recipe'
import { MOST } from '#core/synthesis/repair-recipe'
import type { TaughtLanguage } from '#core/synthesis/teach/fitting-pairs'
import { quoteRange } from '#core/synthesis/teach/quote-range'
import { sentences } from '#core/text/sentences'
import { estimateTokens } from '#core/text/token-estimate'

/** How large an example may be: tokens of its passage, as estimated, and pairs. */
const PASSAGE_TOKENS = 240
const PAIRS = 3

/**
 * The kept pairs of a passage as a worked example (rule TEACH3): the words as the person left them, and of a long passage
 * the whole sentences around what the pairs rest on. Pairs whose words lie too far from those before them are left out;
 * null where none is left.
 *
 * @param text of the passage, which evidence points into
 * @param taken instructions that other examples show already, in lower case
 */
export function exampleOf(
  { place, pairs }: { readonly place: Shot; readonly pairs: readonly Draft[] },
  text: string,
  language: TaughtLanguage,
  taken: ReadonlySet<string>,
): RecipeExample | null {
  const units = sentences(text, language)
  let shown: Range | null = null
  const chosen: Draft[] = []
  for (const pair of pairs) {
    if (chosen.length === PAIRS) break
    const asked = [...taken, ...chosen.map(({ instruction }) => instruction.toLowerCase())]
    const wider = spanOf(units, text, pair, shown)
    if (wider === null || asked.includes(pair.instruction.toLowerCase())) continue
    shown = wider
    chosen.push(pair)
  }
  if (shown === null) return null
  const range = widened(units, text, shown)
  const passage = tidy(text.slice(range.start, range.end))
  return { passage, pairs: chosen.map(pair => examplePair(pair, text, passage)), from: place }
}

/** The sentences that hold the evidence of a pair, joined with what is shown already; null where that is too much. */
function spanOf(units: readonly Range[], text: string, pair: Draft, shown: Range | null): Range | null {
  // What rests on no words in particular rests on all of them.
  const known = pair.evidence.filter(({ how }) => how !== 'nearest')
  const needed = known.length > 0 ? known : [{ start: 0, end: text.length }]
  const start = Math.min(...needed.map(range => range.start), shown?.start ?? Infinity)
  const end = Math.max(...needed.map(range => range.end), shown?.end ?? 0)
  const held = units.filter(unit => unit.start < end && start < unit.end)
  const [first, last] = [held[0], held.at(-1)]
  if (first === undefined || last === undefined) return null
  const span = { start: first.start, end: last.end }
  return isSmall(text, span) ? span : null
}

/** The sentences before and after, in turn, as long as there is room: an example should look like a passage. */
function widened(units: readonly Range[], text: string, shown: Range): Range {
  let first = units.findIndex(({ start }) => start === shown.start)
  let last = units.findIndex(({ end }) => end === shown.end)
  for (let grew = true; grew; ) {
    grew = false
    const [before, after] = [units[first - 1], units[last + 1]]
    if (before !== undefined && isSmall(text, { start: before.start, end: units[last]?.end ?? shown.end })) {
      first -= 1
      grew = true
    }
    if (after !== undefined && isSmall(text, { start: units[first]?.start ?? shown.start, end: after.end })) {
      last += 1
      grew = true
    }
  }
  return { start: units[first]?.start ?? shown.start, end: units[last]?.end ?? shown.end }
}

function isSmall(text: string, { start, end }: Range): boolean {
  return end - start <= MOST.text && estimateTokens(text, start, end) <= PASSAGE_TOKENS
}

function examplePair(pair: Draft, text: string, passage: string): ExamplePair {
  const range = quoteRange(pair)
  const quote = range === null ? '' : tidy(text.slice(range.start, range.end))
  return {
    instruction: tidy(pair.instruction),
    response: tidy(pair.response),
    quote: passage.includes(quote) ? quote : '',
    ...(pair.options !== null && pair.options.length > 0 && { options: pair.options.map(tidy) }),
    ...(pair.reasoning !== null && pair.reasoning.trim() !== '' && { reasoning: tidy(pair.reasoning) }),
  }
}

/** As recipes hold texts (rule RECIPE3). */
function tidy(text: string): string {
  return text.trim().toWellFormed()
}
