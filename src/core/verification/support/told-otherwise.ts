import { close, type Quantity } from '#core/verification/support/quantity'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import { unitNamed } from '#core/verification/support/units'

const ARTICLE = /^(?:a|an|one|another)$/u
/** What is told of the year before or behind one that is told itself. */
const YEAR_BEFORE =
  /\b(?:last year|(?:the |a )?year (?:before|earlier|ago)|(?:previous|prior|preceding) year)\b|上一?年|去年|前一年|同比|上年度/iu
const YEAR_BEHIND = /\b(?:next year|year (?:after|later)|following year)\b|次年|翌年|明年|第二年|来年|下一?年/iu

/** What a passage tells of times without a number of its own. */
interface Told {
  /** Minutes of each "an hour", "a year". */
  readonly singles: readonly number[]
  readonly years: ReadonlySet<number>
  readonly before: boolean
  readonly behind: boolean
}

const read = new WeakMap<PassageFacts, Told>()

/** Read once for each passage. */
function toldIn(facts: PassageFacts): Told {
  const known = read.get(facts)
  if (known !== undefined) return known
  const singles = new Set<number>()
  for (const [i, { word }] of facts.tokens.entries()) {
    const unit = ARTICLE.test(word) ? unitNamed(facts.tokens[i + 1]?.word ?? '') : null
    if (unit?.measures === 'time') singles.add(unit.factor)
  }
  const told = {
    singles: [...singles],
    years: new Set(facts.quantities.flatMap(({ kind, values }) => (kind === 'year' ? values.slice(0, 1) : []))),
    before: YEAR_BEFORE.test(facts.text),
    behind: YEAR_BEHIND.test(facts.text),
  }
  read.set(facts, told)
  return told
}

/** A month is no whole number of days. */
const SAME = 0.02

/** Whether the passage says an amount without its number: "an hour" of 60 minutes, "a year" of twelve months (SUPPORT3). */
export function isSingle(facts: PassageFacts, { unit, values: [value] }: Quantity): boolean {
  if (unit?.measures !== 'time' || value === undefined) return false
  return toldIn(facts).singles.some(one => close(one, value * unit.factor, SAME))
}

/** Whether a year is the one before or behind a year of the passage, which speaks of it so: 上一年, the year before (SUPPORT4). */
export function isBesideYear(facts: PassageFacts, { kind, values: [year] }: Quantity): boolean {
  if (kind !== 'year' || year === undefined) return false
  const { years, before, behind } = toldIn(facts)
  return (before && years.has(year + 1)) || (behind && years.has(year - 1))
}
