import type { Language } from '#core/documents/document'
import { answerTokens, commonTokens, tokenF1 } from '#core/evaluation/token-f1'
import type { Draft } from '#core/synthesis/pair'
import { saysAgain } from '#core/verification/locate'

/** From so many tokens on, two answers that agree differ in how much they tell. */
const LONG = 40

/** Words that every English text has, which would make any two long answers look alike. */
const SAY_LITTLE: ReadonlySet<string> = new Set(
  'of in on at to from by for with as and or but nor so if that this these those it its they them their he his she her i we you is are was were be been being do does did has have had can could may might will would shall should must not no which who whom what when where how than then there also into about over under after before'.split(
    ' ',
  ),
)

const YES = /^\P{L}*(?:yes|true|correct|right|是|对|正确|没错|可以|能|会|有)(?!\p{sc=Latin})/iu
const NO = /^\P{L}*(?:no|false|incorrect|wrong|否|不|错误|没有|错)(?!\p{sc=Latin})/iu

/** What an answer decides; null where it begins with neither. */
function verdictOf(text: string): 'yes' | 'no' | null {
  if (NO.test(text)) return 'no'
  return YES.test(text) ? 'yes' : null
}

/** What option a second answer takes: word for word, or by the only option that it says; null for none or several. */
function optionOf(text: string, options: readonly string[]): string | null {
  const said = options.filter(option => saysAgain(text, option))
  // One option may be part of another: the longest that was said.
  const longest = said.reduce<string | null>(
    (best, one) => (best === null || one.length > best.length ? one : best),
    null,
  )
  return longest !== null && said.every(option => saysAgain(longest, option)) ? longest : null
}

/**
 * How far a second answer agrees with the response, in [0, 1]; null where it takes no side that could be compared (rules
 * GATE6, GATE8).
 *
 * - yes or no: 1 when both say the same, else 0
 * - a choice: 1 when it takes the option of the response, else 0
 * - long ones (40 tokens or more in one of them): the share of the shorter one's telling tokens that the longer one has,
 *   because F1 would punish that one of them tells more
 * - all others: token F1
 */
export function agreement(
  { response, options, form }: Pick<Draft, 'response' | 'options' | 'form'>,
  second: string,
  language: Language,
): number | null {
  if (form === 'yes-no') {
    const [first, again] = [verdictOf(response), verdictOf(second)]
    if (first !== null) return again === null ? null : first === again ? 1 : 0
  }
  if (options !== null && options.length > 0) {
    const taken = optionOf(second, options)
    return taken === null ? null : taken === optionOf(response, options) || taken === response ? 1 : 0
  }
  const [a, b] = [answerTokens(response, language), answerTokens(second, language)]
  if (b.length === 0) return null
  if (Math.max(a.length, b.length) < LONG) return tokenF1(response, second, language)
  const [left, right] = [a.filter(tells), b.filter(tells)]
  const shorter = Math.min(left.length, right.length)
  return shorter === 0 ? 0 : commonTokens(left, right) / shorter
}

function tells(token: string): boolean {
  return !SAY_LITTLE.has(token)
}
