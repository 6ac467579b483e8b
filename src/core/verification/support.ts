import type { PairCheck } from '#core/verification/check-pair'
import { judgeAdditions } from '#core/verification/support/additions'
import { judgeAgents } from '#core/verification/support/agents'
import { judgeChineseFrames } from '#core/verification/support/chinese-frames'
import { judgeChineseHolders } from '#core/verification/support/chinese-holders'
import { judgeChineseNeighbours } from '#core/verification/support/chinese-neighbours'
import { judgeChineseSlips } from '#core/verification/support/chinese-slips'
import { judgeCompared } from '#core/verification/support/compared'
import { judgeDenials } from '#core/verification/support/denials'
import { judgeNames } from '#core/verification/support/entities'
import type { Finding } from '#core/verification/support/finding'
import { judgeExchanged } from '#core/verification/support/exchanged'
import { judgeHolders } from '#core/verification/support/holders'
import { judgeIdentifiers } from '#core/verification/support/identifiers'
import { judgeKinds } from '#core/verification/support/kinds'
import { judgeLabels } from '#core/verification/support/labels'
import { judgeNeighbours } from '#core/verification/support/neighbours'
import { judgeNumbers } from '#core/verification/support/numbers'
import { judgeOpposites } from '#core/verification/support/opposites'
import { type PairFacts, readPair } from '#core/verification/support/pair-facts'
import { factsOf, type PassageFacts } from '#core/verification/support/passage-facts'
import { judgePolarity } from '#core/verification/support/polarity'
import { judgeQuotations } from '#core/verification/support/quotations'
import { judgeRelations } from '#core/verification/support/relations'
import { judgeSlots } from '#core/verification/support/slots'
import { asWritten } from '#core/verification/support/traditional'
import { standsVerbatim } from '#core/verification/support/verbatim'

const NO_HEADINGS: readonly string[] = []

/** In order of what they know. Only numbers fail a pair, so that what one of them finds is the worst there is. */
export const JUDGES: readonly ((facts: PassageFacts, pair: PairFacts) => readonly Finding[])[] = [
  judgeNumbers,
  judgeNames,
  judgeQuotations,
  judgeIdentifiers,
  judgeSlots,
  judgeNeighbours,
  judgeChineseNeighbours,
  judgeChineseFrames,
  judgeChineseSlips,
  judgeAdditions,
  judgeDenials,
  judgePolarity,
  judgeOpposites,
  judgeKinds,
  judgeExchanged,
  judgeRelations,
  judgeAgents,
  judgeCompared,
  judgeHolders,
  judgeChineseHolders,
  judgeLabels,
]

/**
 * Whether what a pair says stands in its passage, as far as strings can tell: numbers, dates and measures, names, quoted
 * words, things in each other's place, negations and who did what to whom (rules SUPPORT1 to SUPPORT35). The worst finding
 * is the judgement, the first of them where several are as bad; its `values` hold what the pair says (`said`) and what the
 * passage says instead (`passage`), its ranges where. Linear in passage and pair, up to fixed limits.
 */
export const support: PairCheck = {
  name: 'support',
  settled: true,
  judge(draft, { passageText, passageLanguage, passageHeadings = NO_HEADINGS }) {
    if (standsVerbatim(draft, passageText, passageHeadings)) return { result: 'pass', reason: 'supported' }
    const facts = factsOf(passageText, passageHeadings, passageLanguage)
    const pair = readPair(draft, facts, passageLanguage)
    for (const judge of JUDGES) {
      const findings = judge(facts, pair)
      const worst = findings.find(found => found.result === 'fail') ?? findings[0]
      if (worst !== undefined)
        return inOwnWords(worst, [draft.response, draft.instruction, draft.reasoning ?? '', passageText])
    }
    return { result: 'pass', reason: 'supported' }
  },
}

/** A finding in the characters of pair and passage, which are read in their simplified forms (SUPPORT15). */
function inOwnWords(found: Finding, texts: readonly string[]): Finding {
  const { values } = found
  if (values === undefined) return found
  const written = Object.entries(values).map(
    ([key, words]) => [key, typeof words === 'string' ? asWritten(words, texts) : words] as const,
  )
  return { ...found, values: Object.fromEntries(written) }
}
