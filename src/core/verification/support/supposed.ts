import type { PassageFacts } from '#core/verification/support/passage-facts'
import { dayOf, isDay, isMeasured, measuresAlike, type Quantity } from '#core/verification/support/quantity'

/** Characters on either side of a number that may say that it is a limit. */
const LOOKED_AT = 28

const BEFORE =
  /(?:\b(?:before|after|until|till|by|under|over|below|above|up to|at least|at most|from|between|aged?|exceed(?:s|ing)?|(?:more|less|fewer|older|younger|later|earlier|higher|lower|longer|heavier|lighter|larger|smaller)(?: \w+)? than)|[≤≥<>]|不满|未满|年满|满|超过|超出|低于|高于|大于|小于|少于|多于|不足|不低于|至少|最[多少高低长短大小]|从|自|在)\s*$/iu
const BEHIND =
  /^\s*(?:or (?:more|less|older|younger|over|under|above|below)|and (?:over|above|older|under|below)|(?:to|until|till|and|[-–—~～])\s*\d|以[上下前后内外]|之[前后间]|[至到]|及以[上下])/iu
/** Of days only what parts two times. */
const DAY_BEFORE = /\b(?:before|after|until|till|by)\s+(?:\w+\s+)?$/iu
const DAY_BEHIND = /^\s*(?:[以之]?[前后]|为止|or (?:later|earlier))/u

/**
 * Whether a number of a question is a case that a rule of the passage decides: a child of ten, where it has "from 6 to 11
 * years"; a dryer made in 2014, where it has "before March 2016". Such a number stands nowhere in the passage, and shall not.
 */
export function isCase({ quantities, text }: PassageFacts, claim: Quantity, question: string): boolean {
  if (isLimit(question, claim)) return false
  return quantities.some(source => {
    if (isDay(claim) !== isDay(source)) return false
    if (isDay(claim)) return isAsFine(claim, source) && isLimitThere(text, source)
    return (
      isMeasured(claim) && measuresAlike(claim.unit, source.unit) && source.unit !== null && isLimitThere(text, source)
    )
  })
}

/** Of a day only another day is a limit, of a year a year. */
function isAsFine(claim: Quantity, source: Quantity): boolean {
  const [said, known] = [dayOf(claim), dayOf(source)]
  return said?.day == null ? known?.year != null : known?.day != null
}

const read = new WeakMap<Quantity, boolean>()

/** Of a number of the passage; read once. */
function isLimitThere(text: string, source: Quantity): boolean {
  const known = read.get(source)
  if (known !== undefined) return known
  const limit = isLimit(text, source)
  read.set(source, limit)
  return limit
}

function isLimit(text: string, one: Quantity): boolean {
  const before = text.slice(Math.max(0, one.start - LOOKED_AT), one.start)
  const behind = text.slice(one.end, one.end + LOOKED_AT)
  return isDay(one) ? DAY_BEFORE.test(before) || DAY_BEHIND.test(behind) : BEFORE.test(before) || BEHIND.test(behind)
}
