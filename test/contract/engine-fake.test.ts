import { createFakeEngine } from '#engines/fake/fake-engine'
import { realHost } from '#engines/fake/fake-host'
import { fakeSource } from '#engines/fake/fake-source'
import { startEngine } from '#runner/engine-client'
import { fakeLocks, startFakeThread } from '#test/support/fake-engine-thread'
import { engineContract } from './engine'
import { chatOf, PASSAGE } from './engine/harness'

const OPTIONS = {
  bad: {
    make: () =>
      Promise.resolve(
        fakeSource({ load: { steps: 1, stepMs: 0, fault: { kind: 'not-a-model', detail: 'scripted' } } }),
      ),
    kinds: ['not-a-model'],
  },
  repeatable: true,
  ending: chatOf(PASSAGE, { maxTokens: 500 }),
} as const

for (const prefixCache of ['any-prefix', 'conversation', 'none'] as const) {
  engineContract(
    `scripted engine, prefix cache: ${prefixCache}`,
    () => Promise.resolve({ engine: createFakeEngine(realHost(() => undefined)), source: fakeSource({ prefixCache }) }),
    OPTIONS,
  )
}

// The same again, as the run worker sees it: through messages, with a thread between.
engineContract(
  'scripted engine in a thread',
  () =>
    Promise.resolve({
      engine: startEngine({ spawn: () => startFakeThread(), speed: null, locks: fakeLocks }),
      source: fakeSource({ pace: { prefill: 10_000, decode: 500, waits: true } }),
    }),
  OPTIONS,
)
