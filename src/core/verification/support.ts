import type { PairCheck } from '#core/verification/check-pair'
import { judgeAdditions } from '#core/verification/support/additions'
import { judgeDenials } from '#core/verification/support/denials'
import { judgeNames, judgeQuotations } from '#core/verification/support/entities'
import { judgeChineseNeighbours } from '#core/verification/support/chinese-neighbours'
import { judgeKinds } from '#core/verification/support/kinds'
import { judgeNeighbours } from '#core/verification/support/neighbours'
import { judgeNumbers } from '#core/verification/support/numbers'
import { readPair } from '#core/verification/support/pair-facts'
import { factsOf } from '#core/verification/support/passage-facts'
import { judgeSlots } from '#core/verification/support/slots'
import { judgeParallel } from '#core/verification/support/parallel'
import { standsVerbatim } from '#core/verification/support/verbatim'

const NO_HEADINGS: readonly string[] = []

/**
 * Whether what a pair says stands in its passage, as far as strings can tell: numbers, dates and measures, names, quoted
 * words, negations and who did what to whom (rules SUPPORT1 to SUPPORT13). The worst finding is the judgement, the first
 * of them where several are as bad; its `values` hold what the pair says (`said`) and what the passage says instead (`passage`), its
 * ranges where. Linear in passage and pair, up to fixed limits.
 */
export const support: PairCheck = {
  name: 'support',
  judge(draft, { passageText, passageLanguage, passageHeadings = NO_HEADINGS }) {
    if (standsVerbatim(draft, passageText, passageHeadings)) return { result: 'pass', reason: 'supported' }
    const facts = factsOf(passageText, passageHeadings, passageLanguage)
    const pair = readPair(draft, facts, passageLanguage)
    const findings = [
      ...judgeNumbers(facts, pair),
      ...judgeNames(facts, pair),
      ...judgeQuotations(facts, pair),
      ...judgeSlots(facts, pair),
      ...judgeNeighbours(facts, pair),
      ...judgeParallel(facts, pair),
      ...judgeAdditions(facts, pair),
      ...judgeDenials(facts, pair),
      ...judgeKinds(facts, pair),
      ...judgeChineseNeighbours(facts, pair),
    ]
    return findings.find(found => found.result === 'fail') ?? findings[0] ?? { result: 'pass', reason: 'supported' }
  },
}
