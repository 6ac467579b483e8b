import type { ProjectStore } from '#core/ports/project-store'
import type { Run } from '#core/run/run'
import type { Pair } from '#core/synthesis/pair'
import { withFoundAmongOthers } from '#core/verification/about-others'
import { stateOf } from '#core/verification/state'

/**
 * What the person decided in runs that this one takes the place of: a pair that is written again, word for word at the
 * same place, keeps its decision and its edit (rule RUN7).
 */
export async function earlierDecisions(store: ProjectStore, run: Run): Promise<(pair: Pair) => Pair> {
  const { request } = run
  const replaced = (await store.runs()).filter(
    other =>
      !other.chosen &&
      other.sequence !== run.sequence &&
      other.request.synthesizer === request.synthesizer &&
      other.request.recipe === request.recipe,
  )
  if (replaced.length === 0) return pair => pair
  const decided = new Map<string, Pair>()
  for (const { pair } of await store.decidedPairs(replaced.map(other => other.sequence))) decided.set(pair.id, pair)
  return pair => {
    const before = decided.get(pair.id)
    if (before === undefined) return pair
    const { instruction, response, evidence, original, decision, checksVersion } = before
    const checks = withFoundAmongOthers(before.checks, pair.checks)
    return original === null
      ? { ...pair, decision, state: stateOf(decision, pair.checks) }
      : { ...pair, instruction, response, evidence, original, decision, checks, checksVersion, state: before.state }
  }
}
