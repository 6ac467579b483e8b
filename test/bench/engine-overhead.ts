import { alone, type BenchTable } from '#test/bench/app/row'
import type { LanguageModel } from '#core/ports/engine'
import { createFakeEngine } from '#engines/fake/fake-engine'
import { realHost } from '#engines/fake/fake-host'
import { fakeSource } from '#engines/fake/fake-source'
import { startEngine } from '#runner/engine-client'
import { chatOf, NEVER } from '#test/contract/engine/harness'
import { fakeLocks, startFakeThread } from '#test/support/fake-engine-thread'

const TOKENS_A_SECOND = 100
const TOKENS = 600
const GOAL_MS = 0.2

const SOURCE = fakeSource({
  pace: { prefill: 1e9, decode: TOKENS_A_SECOND, waits: true },
  answers: [{ kind: 'same-pair' }],
})
const REQUEST = chatOf(
  'The keeper of the lighthouse trimmed the wick of the lamp and wound the clockwork that turned the lens.',
  { maxTokens: TOKENS },
)

interface Measured {
  /** ms of processor time, and of waiting, for each token. */
  readonly cpu: number
  readonly wall: number
}

async function measure(model: LanguageModel): Promise<Measured> {
  let length = 0
  const cpu = process.cpuUsage()
  const start = performance.now()
  const { text, usage } = await model.chat(NEVER, REQUEST, added => {
    length += added.length
  })
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  if (length !== text.length || usage.answerTokens !== TOKENS) throw new Error('text was lost')
  return { cpu: (user + system) / 1000 / TOKENS, wall: wall / TOKENS }
}

/**
 * What a token costs on its way from an engine at 100 tokens a second through the serving side, the messages and the
 * client, both sides in this one thread, above the same engine asked directly. The better of two turns counts: other work
 * of the machine only ever adds.
 */
export async function benchEngineOverhead(): Promise<BenchTable> {
  const direct = await createFakeEngine(realHost(() => undefined)).load(NEVER, SOURCE, () => undefined)
  const client = startEngine({ spawn: () => startFakeThread(), speed: null, locks: fakeLocks })
  const served = await client.load(NEVER, SOURCE, () => undefined)
  const best = { direct: await measure(direct), served: await measure(served) }
  const again = { direct: await measure(direct), served: await measure(served) }
  await client.dispose()
  const cpu = Math.min(best.served.cpu, again.served.cpu) - Math.min(best.direct.cpu, again.direct.cpu)
  const wall = Math.min(best.served.wall, again.served.wall) - Math.min(best.direct.wall, again.direct.wall)
  const goal = `≤ ${GOAL_MS} ms`
  return {
    name: `An engine at ${TOKENS_A_SECOND} tokens a second, in a thread of its own`,
    rows: [
      alone('processor time for each token, above the engine', `${cpu.toFixed(3)} ms`, goal, cpu <= GOAL_MS),
      alone('time for each token, above the engine', `${wall.toFixed(3)} ms`, goal, wall <= GOAL_MS),
    ],
  }
}
