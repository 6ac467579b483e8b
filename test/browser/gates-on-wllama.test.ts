import { expect, it } from 'vitest'
import type { GgufSource } from '#core/models/model-source'
import type { Answer, ChatRequest } from '#core/ports/engine'
import type { GatePair } from '#core/verification/gates/gate'
import { grounded } from '#core/verification/gates/grounded'
import { createJudging } from '#core/verification/gates/judging'
import { standsAlone } from '#core/verification/gates/stands-alone'
import { startEngine } from '#runner/engine-client'
import { NEVER } from '#test/contract/engine/harness'
import { borrowedGguf } from '#test/support/borrowed-gguf'
import { ggufSource } from '#test/support/gguf-source'
import { openSealedFrame } from '#test/support/sealed-worker'

const MINUTES = 60_000
const real = await borrowedGguf()

const PASSAGE =
  'In 1822 the stepped lens made open fires obsolete. A single oil lamp behind it could be seen for twenty miles.'

function pairOf(instruction: string, response: string, needsPassage: boolean): GatePair {
  return {
    passage: PASSAGE,
    language: 'en',
    draft: {
      instruction,
      response,
      options: null,
      reasoning: null,
      task: 'fact',
      form: 'open',
      needsPassage,
      evidence: [],
    },
  }
}

it.skipIf(real === null)(
  'GATE1, GATE3: a real model on the CPU engine gives verdicts with its own probabilities (PAIRLOOM_GGUF)',
  { timeout: 10 * MINUTES },
  async context => {
    if (real === null) return
    const frame = await openSealedFrame()
    const engine = startEngine<GgufSource>({
      spawn: () => frame.spawn('/src/app/workers/wllama-worker.ts'),
      speed: null,
      limits: { silenceMs: 5 * MINUTES },
    })
    try {
      const model = await engine.load(NEVER, ggufSource(real, { contextTokens: 2048, threads: 1 }), () => undefined)
      const answers: Answer[] = []
      const judging = createJudging({
        ...model,
        count: texts => model.count(texts),
        chat: async (cancel, request: ChatRequest, onText) => {
          const answer = await model.chat(cancel, request, onText)
          answers.push(answer)
          return answer
        },
      })
      const first = pairOf('When did the stepped lens come?', 'In 1822.', true)
      const second = pairOf('When did the stepped lens come?', 'In 1922.', true)
      const alone = pairOf('What is the capital of France?', 'Paris.', false)
      const weighed = [
        await grounded.weigh(NEVER, judging, first),
        await grounded.weigh(NEVER, judging, second),
        await standsAlone.weigh(NEVER, judging, alone),
      ]
      await context.annotate(JSON.stringify({ weighed, usage: answers.map(({ usage }) => usage) }))
      for (const { usage, logprobs } of answers) {
        expect(usage.answerTokens).toBeLessThanOrEqual(2)
        const [token] = logprobs
        expect(token?.top).toHaveLength(5)
        const mass = (token?.top ?? []).reduce((sum, { logprob }) => sum + Math.exp(logprob), 0)
        expect(mass).toBeGreaterThan(0.1)
        expect(mass).toBeLessThanOrEqual(1.001)
      }
      // Even a very small model keeps to the form that its examples show.
      for (const one of weighed) {
        if (one.kind !== 'score') expect.fail(`${one.kind}: ${JSON.stringify(one)}`)
        expect(one.score).toBeGreaterThan(0)
        expect(one.score).toBeLessThan(1)
      }
      // The same passage again: nearly all of the prompt was read before.
      const [before, again] = answers.map(({ usage }) => usage)
      expect((again?.reusedTokens ?? 0) / (before?.promptTokens ?? 1)).toBeGreaterThan(0.8)
    } finally {
      await engine.dispose()
    }
  },
)
