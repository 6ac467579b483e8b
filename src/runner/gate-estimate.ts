import type { ModelSpeed } from '#core/models/model'
import type { Cancel } from '#core/ports/cancel'
import type { ModelFacts } from '#core/ports/engine'
import { estimateTokens } from '#core/text/token-estimate'
import type { Gate, GatePair } from '#core/verification/gates/gate'
import { gateNamed } from '#core/verification/gates/gates'
import type { GateAsk, GateEstimate } from '#messages/gates'
import type { EngineDesk } from '#runner/engine-desk'
import { gatePair, type GateReader, knownPairs, pairsToJudge } from '#runner/gate-pairs'
import { type GateMemory, memoryKey } from '#runner/gate-memory'

/** Pairs that are looked at to tell how many tokens the others take. */
const LOOKED_AT = 40

/** What judging would cost (rule GATE17). Nothing is asked of the model, and nothing is stored. */
export async function estimateGate(
  cancel: Cancel,
  reader: GateReader,
  desk: Pick<EngineDesk, 'state' | 'speed'>,
  memory: GateMemory,
  ask: GateAsk,
): Promise<GateEstimate> {
  const gate = gateNamed(ask.gate)
  const state = desk.state()
  const judge = state.state === 'ready' ? state.model : null
  const { keys, judged } = await pairsToJudge(cancel, reader, gate, judge, ask)
  const known = { judge, pairs: keys.length, judged }
  if (judge === null || state.state !== 'ready') return { ...known, probes: 0, ms: null, from: null }
  const held = memory.get(memoryKey(gate, judge))
  const probes =
    keys.length === 0 || held?.measure !== undefined ? 0 : (await knownPairs(cancel, reader, gate)).known.length
  const requests = keys.length + probes
  if (keys.length === 0) return { ...known, probes, ms: 0, from: null }
  if (held?.msPerPair !== undefined) return { ...known, probes, ms: held.msPerPair * requests, from: 'pairs' }
  const speed = desk.speed() ?? state.speed
  const sample: GatePair[] = []
  // Neighbours, so that those of one passage are seen together.
  for (const key of keys.slice(0, LOOKED_AT)) {
    const stored = await reader.pair(key)
    if (stored !== undefined) sample.push(await gatePair(reader, stored))
  }
  const ms = sample.length === 0 ? null : (msOf(gate, sample, state.facts, speed) / sample.length) * requests
  return { ...known, probes, ms, from: ms === null ? null : 'speed' }
}

/** Time for pairs that are judged one after another. */
function msOf(gate: Gate, pairs: readonly GatePair[], facts: ModelFacts, speed: ModelSpeed): number {
  let read = 0
  let written = 0
  let before: string | null = null
  for (const pair of pairs) {
    const { fixed, shared, own, answerTokens } = gate.cost(pair)
    const keeps = facts.prefixCache === 'any-prefix'
    const kept = keeps && before !== null
    read += estimateTokens(own) + (kept ? 0 : estimateTokens(fixed))
    if (!(kept && before === shared)) read += estimateTokens(shared)
    written += answerTokens
    before = shared
  }
  return (read / speed.prefill + written / speed.decode) * 1000
}
