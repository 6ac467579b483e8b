import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MlcSource } from '#core/models/model-source'
import type { ChatMessage, ChatRequest, LanguageModel } from '#core/ports/engine'
import { problemOf } from '#core/problem'
import { tagGrammar } from '#core/synthesis/wire/tag-grammar'
import { watchDevices } from '#engines/webllm/watch-devices'
import { createWebllmEngine } from '#engines/webllm/webllm-engine'
import type { NetworkCount } from '#messages/network-count'
import { type EngineClient, startEngine } from '#runner/engine-client'
import { lentMlcFiles, storeLentMlc } from '#test/support/mlc-model'
import { openSealedFrame } from '#test/support/sealed-worker'

const MINUTE = 60_000
const NEVER = { aborted: false }
const nothing = (): void => undefined

const files = await lentMlcFiles()

const PASSAGE = `The lighthouse at Skerry Point was built in 1871 of grey granite. Its lamp burned paraffin
until 1934, when the keeper, Ada Flett, had it changed to electric light. The lens turns once in
forty seconds and shows two white flashes. In fog a horn sounds every minute. The last keeper left
in 1988; since then a computer on the mainland watches the light, and a boat brings an engineer
twice a year to clean the glass.`

function chat(messages: readonly ChatMessage[], maxTokens: number, more: Partial<ChatRequest> = {}): ChatRequest {
  const sampling = { temperature: 0, topP: 1, maxTokens, seed: 7 }
  return { messages, sampling, grammar: null, topLogprobs: 0, ...more }
}

const user = (content: string): ChatMessage => ({ role: 'user', content })

/** As this model's template puts it, with no system message. */
function promptOf(content: string): string {
  return `<|im_start|>system\n<|im_end|>\n<|im_start|>user\n${content}<|im_end|>\n<|im_start|>assistant\n`
}

/** The worker's own count comes late: until it stands still. */
async function settled(engine: EngineClient<MlcSource>): Promise<NetworkCount> {
  let before = await engine.network()
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 300))
    const now = await engine.network()
    if (now.own === before.own && now.other === before.other) return now
    before = now
  }
}

describe.skipIf(files === null)(
  'web-llm with a real model (named by PAIRLOOM_MLC_FOLDER)',
  { timeout: 5 * MINUTE },
  () => {
    let source: MlcSource
    let engine: EngineClient<MlcSource>
    let model: LanguageModel
    let network: NetworkCount
    let progressed: NetworkCount | null = null

    beforeAll(async () => {
      source = await storeLentMlc(files ?? [], 1024)
      const frame = await openSealedFrame()
      const spawn = (): Worker => frame.spawn('/src/app/workers/webllm-worker.ts')
      engine = startEngine<MlcSource>({ spawn, speed: null, limits: { silenceMs: 4 * MINUTE } })
      const counting: Promise<void>[] = []
      const begun = performance.now()
      model = await engine.load(NEVER, source, ({ phase }) => {
        // All of the program is there once it reads the first file.
        if (phase !== 'reading' || counting.length > 0) return
        counting.push(settled(engine).then(count => void (progressed = count)))
      })
      console.info(`web-llm: loaded in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
      await Promise.all(counting)
      network = await settled(engine)
    }, 5 * MINUTE)

    afterAll(() => engine.dispose())

    it('WEBLLM3: makes no request while it loads', () => {
      expect(network.other + network.refused).toBe(0)
      expect(network.own).toBe(progressed?.own)
    })

    it('WEBLLM6, WEBLLM8, WEBLLM20: reads a formula as it is, counted as its tokenizer counts', async () => {
      const text = 'Cost $$x$$ & {function_string}'
      const [tokens] = await model.count([promptOf(text)])
      const { usage } = await model.chat(NEVER, chat([user(text)], 1), nothing)
      expect(usage).toMatchObject({ promptTokens: tokens, reusedTokens: 0, answerTokens: 1 })
    })

    it('WEBLLM7, WEBLLM11: a second question about a passage re-uses nine tenths of the prompt', async () => {
      const first = [user(`${PASSAGE}\nIs this about a lighthouse?`)]
      const grammar = 'root ::= "Yes." | "No."'
      const answer = await model.chat(NEVER, chat(first, 8, { grammar }), nothing)
      expect(['Yes.', 'No.']).toContain(answer.text)
      expect(answer.stop).toBe('stop')
      const grown = [...first, { role: 'assistant', content: answer.text } as const, user('Why?')]
      const { usage } = await model.chat(NEVER, chat(grown, 8), nothing)
      const share = usage.reusedTokens / usage.promptTokens
      const { promptTokens, prefillMs } = answer.usage
      const speed = [(promptTokens / prefillMs) * 1000, ((usage.answerTokens - 1) / usage.decodeMs) * 1000]
      console.info(
        `web-llm: reads ${speed[0]?.toFixed(2)} and writes ${speed[1]?.toFixed(2)} tokens a second,`,
        `re-uses ${usage.reusedTokens} of ${usage.promptTokens} (${(share * 100).toFixed(1)} %)`,
      )
      expect(share).toBeGreaterThanOrEqual(0.9)
    })

    it('WEBLLM10: takes the same tokens with log-probabilities as without', async () => {
      const request = chat([user('Capital of France?')], 5)
      const plain = await model.chat(NEVER, request, nothing)
      const told = await model.chat(NEVER, { ...request, topLogprobs: 2 }, nothing)
      expect(told.text).toBe(plain.text)
      expect(told.logprobs).toHaveLength(told.usage.answerTokens)
      for (const { token, logprob, top } of told.logprobs) {
        expect(top[0]).toEqual({ token, logprob })
        expect(logprob).toBeGreaterThan(-10)
      }
      expect(told.logprobs.some(({ logprob }) => logprob < -0.01)).toBe(true)
    })

    it('CHAT13: even a weak model that is held to the form writes a whole pair and ends by itself', async () => {
      const grammar = tagGrammar('ebnf', 'open', 1, 200)
      const answer = await model.chat(NEVER, chat([user('Ask about granite.')], 96, { grammar }), nothing)
      console.info(`web-llm, held to the form: ${answer.text}`)
      expect(answer.text).toMatch(/^<QUE> [^<]+ <ANS> [^<]+ <SRC> [^<]+ <\/END>$/u)
      expect(answer.stop).toBe('stop')
    })

    it('WEBLLM14: leaves a long prompt behind within a second', async () => {
      const control = new AbortController()
      setTimeout(() => control.abort(), 500)
      const begun = performance.now()
      const answer = await model.chat(control.signal, chat([user(PASSAGE.slice(0, 120))], 8), nothing)
      expect(answer).toMatchObject({ text: '', stop: 'cancelled' })
      expect(performance.now() - begun).toBeLessThan(1_700)
      // The thread goes on reading it; nothing after this test asks for it.
      await engine.dispose()
    })
  },
)

describe.skipIf(files === null)(
  'loading (with the model named by PAIRLOOM_MLC_FOLDER)',
  { timeout: 2 * MINUTE },
  () => {
    it('WEBLLM15: is cancelled within a second in the middle of the shaders, and closes its device', async () => {
      const source = await storeLentMlc(files ?? [], 1024)
      const watch = watchDevices()
      const engine = createWebllmEngine(nothing)
      const control = new AbortController()
      let at = 0
      const loading = engine.load(control.signal, source, ({ phase }) => {
        if (phase !== 'shaders' || control.signal.aborted) return
        at = performance.now()
        control.abort()
      })
      const problem = await loading.then(
        () => expect.fail('it loaded'),
        (thrown: unknown) => problemOf(thrown),
      )
      expect(problem).toEqual({ kind: 'cancelled' })
      expect(performance.now() - at).toBeLessThan(1_000)
      expect(await watch.lost).toMatchObject({ reason: 'destroyed' })
      watch.stop()
      await engine.dispose()
      const again = engine.load(NEVER, source, nothing).then(nothing, (thrown: unknown) => problemOf(thrown))
      expect(await again).toMatchObject({ kind: 'engine-gone' })
    })
  },
)

describe.skipIf(files === null)('a lost device (named by PAIRLOOM_MLC_FOLDER)', { timeout: 5 * MINUTE }, () => {
  it('WEBLLM16: is told once when nothing is asked, and ends the engine', async () => {
    const source = await storeLentMlc(files ?? [], 1024)
    const devices: GPUDevice[] = []
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the adapter it belongs to
    const { requestDevice } = GPUAdapter.prototype
    GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, ...given) {
      const device = await requestDevice.apply(this, given)
      devices.push(device)
      return device
    }
    const told: string[] = []
    const engine = createWebllmEngine(detail => told.push(detail))
    const model = await engine.load(NEVER, source, nothing)
    GPUAdapter.prototype.requestDevice = requestDevice
    for (const device of devices) device.destroy()
    await expect.poll(() => told.length).toBe(1)
    const problem = await model.chat(NEVER, chat([user('Who?')], 2), nothing).then(
      () => expect.fail('it answered'),
      (thrown: unknown) => problemOf(thrown),
    )
    expect(problem).toMatchObject({ kind: 'gpu-lost' })
    await engine.dispose()
  })
})
