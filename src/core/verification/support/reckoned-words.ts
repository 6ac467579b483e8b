import type { Finding } from '#core/verification/support/finding'
import type { PairFacts, Said } from '#core/verification/support/pair-facts'
import { close, dayOf, type Quantity } from '#core/verification/support/quantity'

/**
 * What the words of a pair reckon out themselves and get wrong (rule SUPPORT28): "48 minus 9 is 29", "seven summers, from 2008 to
 * 2013". Each is a doubt, since the mistake may be in any of its numbers. Linear in the numbers of the pair.
 */
export function judgeReckoning(pair: PairFacts): readonly Finding[] {
  return [pair.reasoning, pair.response].flatMap(said => [...wrongSums(said), ...wrongLengths(said)])
}

type Operation = (a: number, b: number) => number

const OPERATIONS: readonly (readonly [RegExp, Operation])[] = [
  [/^\s*(?:plus|\+|加上?)\s*$/iu, (a, b) => a + b],
  [/^(?:\s*(?:minus|−|减去?)\s*|\s[-–]\s)$/iu, (a, b) => a - b],
  [/^\s*(?:times|multiplied by|[×*]|乘以?)\s*$/iu, (a, b) => a * b],
  [/^(?:\s*(?:divided by|÷|除以)\s*|\s\/\s)$/iu, (a, b) => a / b],
]
const RESULT =
  /^\s*(?:is|are|equals|makes|gives|[=＝≈]|等于|得到?|就?是|为|即)\s*(?:about|around|roughly|nearly|approximately|约|大约)?\s*$/iu
/** Behind a result that goes on: 48 − 9 = 40 − 1. */
const GOES_ON = /^\s*(?:plus|minus|times|divided|[-−–+×*÷/]|加|减|乘|除以)/iu
const ROUNDED = 0.006
const ROUGHLY = 0.06

/** Units between a number and the next that are read. */
const GAP = 24

/** Numbers that signs or words of operations join, and what they make as written; products come before sums. */
export function chainsOf({
  quantities,
  text,
}: Said): readonly { readonly parts: readonly Quantity[]; readonly made: number }[] {
  const chains: { parts: Quantity[]; made: number }[] = []
  for (let i = 0; i < quantities.length; i += 1) {
    const parts = quantities.slice(i, i + 1)
    const sums: number[] = [quantities[i]?.values[0] ?? Number.NaN]
    for (; i + 1 < quantities.length; i += 1) {
      const [a, b] = [quantities[i], quantities[i + 1]]
      const sign = a === undefined || b === undefined ? -1 : operationBetween(text, a, b)
      const value = b?.values[0] ?? Number.NaN
      if (b === undefined || sign < 0) break
      parts.push(b)
      if (sign > 1) sums.push(OPERATIONS[sign]?.[1](sums.pop() ?? Number.NaN, value) ?? Number.NaN)
      else sums.push(sign === 1 ? -value : value)
    }
    if (parts.length > 1) chains.push({ parts, made: sums.reduce((sum, one) => sum + one, 0) })
  }
  return chains
}

/** Two numbers, what is done with them, and a result that they do not make. */
function wrongSums({ quantities, text }: Said): readonly Finding[] {
  return quantities.flatMap((a, i) => {
    const [before, b, c] = [quantities[i - 1], quantities[i + 1], quantities[i + 2]]
    if (b === undefined || c === undefined || !isPlain(a) || !isPlain(b) || !isPlain(c)) return []
    const operation = OPERATIONS[operationBetween(text, a, b)]?.[1]
    if (operation === undefined || !RESULT.test(gapOf(text, b, c)) || GOES_ON.test(text.slice(c.end, c.end + GAP)))
      return []
    // A longer row is none of two numbers.
    if (before !== undefined && operationBetween(text, before, a) >= 0) return []
    return makes(operation, a, b, c)
      ? []
      : [{ result: 'doubt', reason: 'sum-differs', values: { said: text.slice(a.start, c.end) } }]
  })
}

function gapOf(text: string, a: Quantity, b: Quantity): string {
  return b.start - a.end > GAP ? '…' : text.slice(a.end, b.start)
}

/** Index of the operation that is told between two numbers, −1 where none is. */
function operationBetween(text: string, a: Quantity, b: Quantity): number {
  const gap = gapOf(text, a, b)
  return OPERATIONS.findIndex(([sign]) => sign.test(gap))
}

function isPlain({ kind, date, parts }: Quantity): boolean {
  return (kind === 'plain' || kind === 'year') && date === null && parts.length === 0
}

/** As written, or in the base of their measures, up to the last digit that is shown. */
function makes(operation: Operation, a: Quantity, b: Quantity, c: Quantity): boolean {
  const off = c.rounding === null ? ROUNDED : ROUGHLY
  const [x, y, z] = [readings(a), readings(b), readings(c)]
  const is = (made: number, told: number): boolean =>
    close(made, told, off) ||
    Math.abs(made - told) <= halfOfLastDigit(c, told) ||
    SHARES.some(by => close(made * by, told, off))
  return x.some(p => y.some(q => z.some(r => is(operation(p, q), r))))
}

/** Per cent and per mille of a share. */
const SHARES: readonly number[] = [100, 0.01, 1000]

function readings({ values, unit, scale }: Quantity): readonly number[] {
  return values.flatMap(value => [value, value / scale, value * (unit?.factor ?? 1)])
}

function halfOfLastDigit({ text }: Quantity, told: number): number {
  const decimals = /\d[.,](\d{1,2})(?!\d)/u.exec(text)?.[1]?.length
  return decimals === undefined ? (Number.isInteger(told) ? 0.5 : 0) : 0.5 * 10 ** -decimals
}

const RANGE = /^\s*(?:to|until|till|and|[-–—~～]|到|至)\s*$/iu
/** What stands between a stretch of years and its length, which way round ever. */
const THEN =
  /^\s*[,，(（]?\s*(?:(?:so|for|which is|that is|in all|a total of|altogether)\s|一?共计?|总共|共有?|前后|历时|长达|计)?\s*$/iu
const BEFORE =
  /^(?:\s*(?:years?|summers?|winters?|seasons?|editions?|festivals?))?\s*[,，(（]?\s*(?:from|between|从|自|即|in)?\s*$/iu
/** "12 years later" is no length of it. */
const OTHER = /^\s*(?:later|earlier|ago|before|after|old|of age|后|前|之|岁|的)/iu
const YEARLY: ReadonlySet<string> = new Set('year season summer winter spring autumn edition festival'.split(' '))

/** "seven summers, from 2008 to 2013", "从1864年到1889年，一共26年": a length that its own ends do not make. */
function wrongLengths({ quantities, text }: Said): readonly Finding[] {
  return quantities.flatMap((from, i) => {
    const to = quantities[i + 1]
    if (to === undefined || !RANGE.test(gapOf(text, from, to))) return []
    const [first, last] = [dayOf(from), dayOf(to)]
    if (
      first?.year == null ||
      last?.year == null ||
      last.year <= first.year ||
      first.month !== null ||
      last.month !== null
    )
      return []
    const years = last.year - first.year
    const [before, behind] = [quantities[i - 1], quantities[i + 2]]
    const lengths = [
      before !== undefined && BEFORE.test(gapOf(text, before, from)) ? before : null,
      behind !== undefined && THEN.test(gapOf(text, to, behind)) ? behind : null,
    ]
    return lengths.flatMap(length => {
      const [value] = length?.values ?? []
      if (length === null || value === undefined || !isYears(length) || length.rounding !== null) return []
      if (OTHER.test(text.slice(length.end, length.end + GAP)) || value === years || value === years + 1) return []
      return [
        {
          result: 'doubt' as const,
          reason: 'sum-differs',
          values: { said: text.slice(Math.min(from.start, length.start), Math.max(to.end, length.end)) },
        },
      ]
    })
  })
}

function isYears({ unit, nouns, kind }: Quantity): boolean {
  return kind === 'plain' && (unit?.name === 'year' || nouns.some(noun => YEARLY.has(noun)))
}
