import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'

/** Names as code writes them: log_utc, --dry-run, export_rows(), maxRows. Each alternative is bounded. */
const IDENTIFIER =
  /(?<![\w-])(?:[A-Za-z]\w{0,40}_\w{1,40}|--[a-z][\w-]{1,40}|[a-z]{2,20}[A-Z][a-z]{2,20}\w{0,20}|[A-Za-z]\w{1,40}(?=\(\)))(?![\w])/gu
const MAY_NAME = /_|--|[a-z][A-Z]|\(\)/u
/** Names of a pair that are looked for. */
const NAMES = 16

/** A name of code in a response that neither passage, headings nor question have (rule SUPPORT7). */
export function judgeIdentifiers(facts: PassageFacts, { instruction, response, steps }: PairFacts): readonly Finding[] {
  // Each of them has one of these: most texts have none.
  if (steps || !MAY_NAME.test(response.text)) return []
  const found = [...response.text.matchAll(IDENTIFIER)].slice(0, NAMES)
  const plain = found.length === 0 ? '' : facts.text.toLowerCase()
  return found.flatMap(([said]): readonly Finding[] => {
    const small = said.toLowerCase()
    const isKnown = plain.includes(small) || instruction.text.toLowerCase().includes(small)
    // Headings are held without marks.
    return isKnown || facts.plain.includes(small.replace(/[_-]+/gu, ' ').trim())
      ? []
      : [{ result: 'doubt', reason: 'name-unknown', values: { said } }]
  })
}
