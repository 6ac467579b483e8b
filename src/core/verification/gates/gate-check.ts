import type { Check } from '#core/synthesis/pair'
import { drawn } from '#core/verification/gates/apply-thresholds'
import type { Gate, Weighed } from '#core/verification/gates/gate'
import type { JudgeMeasure } from '#core/verification/gates/measure'
import type { Thresholds } from '#core/verification/thresholds'

/** More of a judge's words helps nobody. */
const WORDS_KEPT = 160

export interface JudgeFacts {
  /** Name of the model that judges. */
  readonly judge: string
  readonly thresholds: Thresholds
  /** How it did on planted pairs. */
  readonly measure: JudgeMeasure
}

/**
 * What a gate has to say about a pair, as a check. A judge that gave no verdict, saw too little room, or cannot tell wrong
 * pairs from right ones leaves a doubt and never a pass (rules GATE2, GATE9).
 */
export function gateCheck(gate: Gate, { judge, thresholds, measure }: JudgeFacts, weighed: Weighed): Check {
  const { name } = gate
  if (weighed.kind === 'too-long') return { name, result: 'doubt', reason: 'judge-too-long', values: { judge } }
  const said = clipped(weighed.said)
  if (weighed.kind === 'unclear') return { name, result: 'doubt', reason: 'judge-unclear', values: { judge, said } }
  const { score } = weighed
  const values = { judge, said, ...(weighed.seen < 1 && { seenPercent: Math.floor(weighed.seen * 100) }) }
  if (measure.fit) return { name, ...drawn(gate, thresholds, score), values, score }
  const { caught, planted } = measure
  return { name, result: 'doubt', reason: 'judge-untrusted', values: { ...values, caught, planted }, score }
}

/** The checks of a pair with this one added, or in place of what the gate said before. */
export function withCheck(checks: readonly Check[], check: Check): readonly Check[] {
  const at = checks.findIndex(({ name }) => name === check.name)
  return at < 0 ? [...checks, check] : checks.with(at, check)
}

function clipped(words: string): string {
  const line = words.replace(/\s+/gu, ' ')
  return line.length <= WORDS_KEPT ? line : `${line.slice(0, WORDS_KEPT).toWellFormed()}…`
}
