import { byPassage } from '#core/verification/support/by-passage'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import { close, isDay, measuresAlike, type Quantity } from '#core/verification/support/quantity'

/** In steps a number may leave out the scale that it was told with: 19.2 − 9.7, of 19.2亿元 and 9.7亿元. */
export function isToldShort({ unit, scale, values }: Quantity, sources: readonly Quantity[]): boolean {
  const [value] = values
  if (value === undefined || unit !== null || scale !== 1) return false
  return sources.some(
    source => source.scale > 1 && close((source.values[0] ?? Number.NaN) / source.scale, value, EXACT),
  )
}

/** Numbers that are put together to make another; more than any answer reckons with. */
const PARTS = 48

const EXACT = 1e-6
/** Shown sums and quotients may be rounded. */
const ROUNDED = 0.006
/** "About" may be that far off a sum, and a number rounded to its last digit but one that far off a told one. */
const ROUGHLY = 0.06
const NEARLY = 0.15

/** Words and signs of a product or quotient. */
const MULTIPLIES =
  /[×÷=]|\d\s*[*/x]\s*\d|\b(?:product|divided|times as|multiplied|average|mean|per|each|every)\b|平均|倍|乘|除以|每|各/iu
/** Words and signs of a sum. */
const SUMS =
  /[+=]|\b(?:total|altogether|together|sum|combined|in all|as a whole|overall|both|whole)\b|总|一共|共|合计|合起来|加起来|两[卷次者地部]/iu
/** Words of a difference. */
const DIFFERS =
  /\d\s*[-−]\s*\d|\b(?:difference|differ|(?:more|fewer|less|longer|higher|taller|older|younger|later|earlier|larger|smaller|faster|cheaper|heavier|shorter|lower)(?: by| than)?|(?:increase|decrease|rise|drop|reduction|growth) of|by how (?:much|many)|(?:went|go|gone) (?:up|down)|(?:rose|fell|grew|dropped|climbed|went up|goes up|up|down|cut|rises?|falls?|grows?|drops?|climbs?|grown|increase[sd]?|decrease[sd]?|shrank|lost|gained) by|lead of|ahead by|how much (?:did|does|has|have)|minus|left over|missing|lacking|lose|loses|lost|gain|gained)\b|相差|差额|增加了|减少了|提高了|增长了|降低了|下降了|缩短了|多了|少了|领先|落后|缺|差|比[^，。；]{1,16}[多高低长短早晚少贵大小重轻快慢便]/iu

/** What the words of a pair show to be reckoned (SUPPORT4). */
export function reckons(pair: PairFacts): Reckoning | null {
  const known = read.get(pair)
  if (known !== undefined) return known
  const reckoning = shownIn(pair)
  read.set(pair, reckoning)
  return reckoning
}

const read = new WeakMap<PairFacts, Reckoning | null>()

function shownIn({ steps, instruction, response }: PairFacts): Reckoning | null {
  if (steps) return 'steps'
  const words = `${instruction.text}\n${response.text}`
  if (
    MULTIPLIES.test(words) &&
    (SUMS.test(words) ||
      /[×÷=*/x]|\b(?:times|average|mean|divided|multiplied)\b|平均|倍|乘|除以|每[^。]{0,30}每/iu.test(response.text))
  )
    return 'products'
  if (SUMS.test(words)) return 'sums'
  return DIFFERS.test(words) || LEFT.test(words) || COUNTS_REST.test(instruction.text) ? 'differences' : null
}

/** What is left of a whole, said as that, or asked for by what does not hold of it: how many did not finish. */
const LEFT = /\b(?:rest|remaining|remain|others?)\b|其余|其他|其它|剩/iu
const COUNTS_REST =
  /\b(?:how (?:many|much)|what (?:share|part|proportion))\b.{0,80}(?:\bnot\b|n['’]t\b|\bnever\b|\bwithout\b)|(?:多少|几|比例|哪部分)[^，。；]{0,20}[没未不无非]|[没未不无非][^，。；]{0,20}(?:多少|几)/iu

/** What may be made of numbers; each may make what those behind it make as well. */
export type Reckoning = 'steps' | 'products' | 'sums' | 'differences'

/** Whether a text compares two amounts: 14 fewer than the year before. */
export function compares(text: string): boolean {
  return COMPARES.test(text)
}

const COMPARES =
  /\blead of\b|领先|\b(?:more|fewer|less|longer|higher|older|younger|later|earlier|larger|smaller|shorter|lower)(?: \w+)? than\b|\b(?:rose|fell|grew|rise|fall|growth|up|down) (?:by|of)\b|比[^，。；]{1,16}(?:增加|减少|增长|下降|提高|降低|多|少|高|低)|相差/iu

/** A number rounded as its words say: "about 300" for 312 (SUPPORT5). It has fewer digits that count than the number it rounds. */
export function isRoundingOf(claim: Quantity, source: Quantity): boolean {
  if (claim.rounding === null || isDay(claim) !== isDay(source)) return false
  if (!measuresAlike(claim.unit, source.unit)) return false
  if (isNearPart(claim, source)) return true
  const scale = claim.unit !== null && source.unit !== null && claim.unit.measures === source.unit.measures
  const factor = scale ? source.unit.factor / claim.unit.factor : 1
  return claim.values.some(x => source.values.some(y => rounds(x, y * factor, claim.rounding)))
}

/** "Almost three quarters" of 71 %: a part in words is as rough as its words say. */
function isNearPart(claim: Quantity, source: Quantity): boolean {
  if (claim.unit?.measures !== 'ratio' || source.unit?.measures !== 'ratio' || !PART.test(claim.text)) return false
  const over =
    (claim.values[0] ?? Number.NaN) * claim.unit.factor - (source.values[0] ?? Number.NaN) * source.unit.factor
  if (claim.rounding === 'under') return over >= 0 && over <= NEAR_PART
  return claim.rounding === 'over' ? over <= 0 && over >= -NEAR_PART : Math.abs(over) <= NEAR_PART
}

const PART = /^[^\d%]*(?:half|third|quarter|fifth|半|分之[二三四五])|^[一二三四五六七八九]成$/iu
const NEAR_PART = 0.05

function rounds(x: number, y: number, how: Quantity['rounding']): boolean {
  if (x === 0 || y === 0 || Math.sign(x) !== Math.sign(y)) return false
  const digits = significant(x)
  if (digits >= significant(y)) return false
  const step = 10 ** (Math.floor(Math.log10(Math.abs(x))) - digits + 1)
  if (how === 'over') return close(Math.floor(y / step) * step, x, EXACT)
  if (how === 'under') return close(Math.ceil(y / step) * step, x, EXACT)
  const off = Math.abs(x - y)
  return off <= step * (0.5 + EXACT) || (off < step && off <= Math.abs(y) * NEARLY)
}

const HALVES = /\bhalf\b|\bhalved\b|一半|减半|半价|对折/iu
const DOUBLES = /\bdouble|\btwice (?:as|the|that)\b|[两二]倍|翻[了一番倍]/iu
const RESTS =
  /\bnot\b|\bneither\b|\bundecided\b|弃权|n['’]t\b|\b(?:rest|remaining|remain|left|others?)\b|[没未不]|其余|其他|剩/iu

/** Half or twice what the passage says, where it says so; the rest of a whole (SUPPORT4). */
export function isHalfOrRest(claim: Quantity, sources: readonly Quantity[], around: string, said: string): boolean {
  const { unit, values } = claim
  const [value] = values
  if (value === undefined) return false
  const amount = value * (unit?.factor ?? 1)
  const measures = unit?.measures ?? 'count'
  const known = sources
    .filter(source => !isDay(source) && source.kind === 'plain' && (source.unit?.measures ?? 'count') === measures)
    .flatMap(source => source.values.slice(0, 1).map(x => x * (source.unit?.factor ?? 1)))
  // Words are looked for where a number fits: it seldom does.
  const isHalf = known.some(x => close(x, amount * 2, EXACT))
  const isDouble = known.some(x => close(x * 2, amount, EXACT))
  if (isHalf && HALVES.test(around)) return true
  if ((isHalf || isDouble) && DOUBLES.test(around)) return true
  if (measures !== 'ratio' || !RESTS.test(`${said}\n${around}`)) return false
  // The rest of one share, or of several that are named in a row.
  return known.some((_, i) => {
    let rest = 1
    return known.slice(i, i + ROW).some(x => close((rest -= x), amount, EXACT))
  })
}

/** Numbers of a row that are put together. */
const ROW = 6

/** Digits before the zeros at the end; at most 12. */
function significant(value: number): number {
  const text = Math.abs(value).toPrecision(12).replace(/e.*$/u, '').replace('.', '')
  return text.replace(/^0+/u, '').replace(/0+$/u, '').length
}

/**
 * Whether a number is made of two others, or of all of a row: their sum or difference to the last digit or, as far as the words
 * show that, their product or quotient, which may be rounded; in steps also a small multiple of one (SUPPORT4).
 */
export function isReckoned(
  claim: Quantity,
  sources: readonly Quantity[],
  how: Reckoning,
  said: readonly Quantity[] = [],
): boolean {
  if (isDay(claim) && how !== 'steps') return false
  const [target] = amounts(claim, claim)
  if (target === undefined) return false
  const parts = sources
    .filter(source => how === 'steps' || !(isDay(source) || source.kind === 'ordinal' || isIdle(source)))
    .filter(({ unit }) => how === 'steps' || unit?.measures !== 'clock' || claim.unit !== null)
    .slice(0, PARTS)
  const off = claim.rounding === null ? EXACT : ROUGHLY
  const shown = lastDigit(claim)
  const is = (value: number, share: number): boolean => Number.isFinite(value) && close(target, value, share)
  const made = (a: number, b: number, alike: boolean, told: boolean): boolean => {
    // What is nearly one of its own parts was not made of them.
    const new_ = !close(target, a, ROUNDED) && !close(target, b, ROUNDED)
    if (alike && new_ && is(Math.abs(a - b), off)) return true
    if (how === 'differences' && !told) return false
    if (alike && new_ && is(a + b, off)) return true
    return how === 'steps' && [a - b, a + b].some(value => is(value, ROUNDED))
  }
  if (how !== 'differences' && isSumOfRow(claim, target, parts, off)) return true
  return parts.some((a, i) => {
    const first = amounts(a, claim)
    for (let times = 2; how === 'steps' && times <= 12; times += 1)
      if (first.some(x => is(x * times, ROUNDED) || is(x / times, ROUNDED))) return true
    return parts.some((b, j) => {
      if (j === i) return false
      const alike = how === 'steps' || ([a, b].every(one => isOneMeasure(one, claim)) && isOneMeasure(a, b))
      return (
        first.some(x => amounts(b, claim).some(y => made(x, y, alike, said.includes(a) || said.includes(b)))) ||
        (how === 'steps' && isProduct(a, b, claim, ROUNDED)) ||
        (how === 'products' && isProduct(a, b, claim, said.includes(a) || said.includes(b) ? shown : EXACT))
      )
    })
  })
}

/** 一 of 一共: a way of speaking, of which no number is made. */
function isIdle({ loose, unit }: Quantity): boolean {
  return loose && unit === null
}

/** Half of the last digit of a number, as a share of it: 33.3 may stand for 33.33. */
function lastDigit({ values, text, rounding }: Quantity): number {
  const [value = Number.NaN] = values
  const decimals = /\d[.,](\d{1,2})(?!\d)/u.exec(text)?.[1]?.length ?? 0
  return rounding === null ? Math.min(ROUNDED, Math.abs((0.5 * 10 ** -decimals) / value)) : ROUGHLY
}

/** In the base of their measures, or as written. */
function isProduct(a: Quantity, b: Quantity, claim: Quantity, off: number): boolean {
  const [x, y, z] = [a.values[0], b.values[0], claim.values[0]]
  if (x === undefined || y === undefined || z === undefined) return false
  const [left, right, target] = [factorOf(a), factorOf(b), factorOf(claim)]
  const is = (value: number): boolean =>
    Number.isFinite(value) && (close(z, value, off) || close(z * target, value, off))
  const product = x * y
  const quotient = x / y
  const perCent = claim.unit === null || claim.unit.measures === 'ratio' ? 100 * quotient : quotient
  return [product, product * left * right, quotient, (quotient * left) / right, perCent].some(is)
}

function factorOf({ unit }: Quantity): number {
  return unit?.factor ?? 1
}

/** Several numbers of one measure, one after another: 680, 420 and 150 seats. */
function isSumOfRow(claim: Quantity, target: number, parts: readonly Quantity[], off: number): boolean {
  const row = parts.filter(
    one => !one.loose && one.kind === 'plain' && one.counter === claim.counter && isOneMeasure(one, claim),
  )
  return row.some((_, i) => {
    let sum = 0
    return row.slice(i, i + ROW).some((one, added) => {
      sum += amounts(one, claim)[0] ?? Number.NaN
      return added > 0 && close(sum, target, off)
    })
  })
}

/** Counts with counts, lengths with lengths: no difference is made of a year and a share. A bare number goes with any. */
function isOneMeasure(a: Quantity, b: Quantity): boolean {
  if (isDay(a) || isDay(b)) return false
  return (
    a.unit === null ||
    b.unit === null ||
    TIMES.has(`${a.unit.measures} ${b.unit.measures}`) ||
    a.unit.measures === b.unit.measures
  )
}

/** Half an hour can be added to 14:10, and five years taken from an age; 8度 of 63°C and 71°C. */
const TIMES: ReadonlySet<string> = new Set([
  'clock time',
  'time clock',
  'age time',
  'time age',
  'degree temperature',
  'temperature degree',
])

/** The readings of a number in the base of its measure, or as written where the result has no measure. */
function amounts({ values, unit }: Quantity, claim: Quantity): readonly number[] {
  const factor = claim.unit === null ? 1 : (unit?.factor ?? claim.unit.factor)
  return values.slice(0, 2).map(value => value * factor)
}

/** Whether a small count is that of the things listed in one of these texts (SUPPORT4). */
export function countsAList(claim: Quantity, texts: readonly string[]): boolean {
  const [value] = claim.values
  if (value === undefined || value < 2 || value > 20) return false
  return texts.some(text => {
    const lines = text.match(/^\s*(?:[-*•]|\d{1,2}[.)、])\s*\S/gmu)?.length ?? 0
    if (lines === value) return true
    return text.split(/[.。！!？?;；:：\n]/u).some(part => items(part) === value)
  })
}

/** “耿记胡琴”四个字: what stands in quotation marks right before has so many characters. */
export function countsCharacters({ start, end, values: [value] }: Quantity, text: string): boolean {
  const quoted = /[“「『‘"]([^“”「」『』‘’"]{1,20})[”」』’"][这那的共一几]{0,2}$/u.exec(
    text.slice(Math.max(0, start - 26), start),
  )
  return quoted !== null && Array.from(quoted[1] ?? '').length === value && /^个?大?字/u.test(text.slice(end))
}

/** Items of "a, b and c" or 甲、乙和丙. */
function items(part: string): number {
  const joined = part.match(
    /,\s*(?:and|or)\b|\b(?:and|or|as well as)\b|(?<!\d),(?!\d)|、|(?<=[\u4e00-\u9fff）)])\s?(?:和|与|及|以及)\s?(?=[\u4e00-\u9fff\w])/giu,
  )
  return joined === null ? 0 : joined.length + 1
}

/** Whether a small count is that of the rows of a table or the items of a list in the passage (SUPPORT4). */
export function countsRows({ values: [value] }: Quantity, facts: PassageFacts): boolean {
  return value !== undefined && value > 2 && rowsIn(facts).has(value)
}

/** How many lines of a table or a list stand one after another; of a table also without its head. */
const rowsIn = byPassage(({ text }): ReadonlySet<number> => {
  const counts = new Set<number>()
  let count = 0
  let isTable = false
  for (const line of [...text.split('\n'), '']) {
    const cells = /[|\t]|\S\u3000/u.test(line)
    if (cells || /^\s*(?:[-*•·]|\d{1,2}[.)、]|[（(][一二三四五六七八九十]+[）)])\s*\S/u.test(line)) {
      if (/[\p{L}\p{N}]/u.test(line)) count += 1
      isTable ||= cells
      continue
    }
    if (count > 0) counts.add(count)
    if (count > 0 && isTable) counts.add(count - 1)
    count = 0
    isTable = false
  }
  return counts
})
