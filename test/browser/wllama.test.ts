import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { GgufSource } from '#core/models/model-source'
import type { ChatRequest, Engine, LanguageModel } from '#core/ports/engine'
import { createWllamaEngine } from '#engines/wllama/wllama-engine'
import { startEngine } from '#runner/engine-client'
import { ask, chatOf, completionOf, NEVER, problemFrom } from '#test/contract/engine/harness'
import { ggufSource } from '#test/support/gguf-source'
import { makeGguf } from '#test/support/make-gguf'
import { openSealedFrame } from '#test/support/sealed-worker'

const open: Engine<GgufSource>[] = []

function newEngine(): Engine<GgufSource> {
  const engine = createWllamaEngine(new URL(wasmUrl, location.href).href)
  open.push(engine)
  return engine
}

const load = (source: GgufSource): Promise<LanguageModel> => newEngine().load(NEVER, source, () => undefined)
const refused = (source: GgufSource) => problemFrom(load(source))

afterEach(() => Promise.all(open.splice(0).map(engine => engine.dispose())))

describe('loading', () => {
  it('WLLAMA1: uses as many threads as it is told to, where the page is isolated', async () => {
    expect(crossOriginIsolated).toBe(true)
    expect((await load(ggufSource(makeGguf(), { threads: 1 }))).facts.device).toBe('CPU, 1 thread')
    expect((await load(ggufSource(makeGguf(), { threads: 2 }))).facts.device).toBe('CPU, 2 threads')
  })

  it('WLLAMA1: asks no other host, not even where the browser lacks what the build needs', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const suspending = Object.getOwnPropertyDescriptor(WebAssembly, 'Suspending')
    if (suspending !== undefined) Reflect.deleteProperty(WebAssembly, 'Suspending')
    try {
      const model = await load(ggufSource(makeGguf()))
      expect((await ask(model, chatOf('Hello.'))).text).not.toBe('')
    } finally {
      if (suspending !== undefined) Object.defineProperty(WebAssembly, 'Suspending', suspending)
    }
    expect(fetched).not.toHaveBeenCalled()
  })

  it('WLLAMA1: a sealed worker needs nothing but its own origin', async () => {
    const frame = await openSealedFrame()
    const engine = startEngine<GgufSource>({
      spawn: () => frame.spawn('/src/app/workers/wllama-worker.ts'),
      speed: null,
    })
    open.push(engine)
    const model = await engine.load(NEVER, ggufSource(makeGguf()), () => undefined)
    await ask(model, chatOf('Hello.'))
    expect(await engine.network()).toMatchObject({ other: 0, refused: 0, lastOther: [] })
  })

  it('WLLAMA2: broken files that the engine would take in silence are refused before it sees them', async () => {
    expect(await refused(ggufSource(makeGguf({ fault: 'truncated' })))).toEqual({
      kind: 'model-damaged',
      file: 'tiny.gguf',
      detail: '10000 of its 524032 bytes are missing',
    })
    expect(await refused(ggufSource(makeGguf({ fault: 'tensor-out-of-bounds' })))).toMatchObject({
      kind: 'model-damaged',
    })
    expect(await refused(ggufSource(new Uint8Array(0)))).toMatchObject({ kind: 'not-a-model' })
    expect(await refused(ggufSource(makeGguf({ architecture: 'martian' })))).toEqual({
      kind: 'architecture-unknown',
      architecture: 'martian',
    })
    const gone = { ...ggufSource(makeGguf()), files: [{ name: 'tiny.gguf', size: 524_032 }] }
    expect(await refused(gone)).toEqual({ kind: 'model-missing', model: 'tiny.gguf' })
  })

  it('WLLAMA3: what only the engine can tell is told: a model whose tensors are not those of its architecture', async () => {
    // The same tensors do not make a gemma: its norms are missing.
    const problem = await refused(ggufSource(makeGguf({ architecture: 'gemma2' })))
    expect(problem).toMatchObject({ kind: 'model-damaged', file: 'tiny.gguf' })
    expect(JSON.stringify(problem)).toMatch(/tensor '.*' not found/u)
  })

  it('WLLAMA3: a build that is not where it should be ends loading', async () => {
    // The package fails on its own report of it, which nobody but the runner of the tests hears.
    const hush = (event: Event): void => event.stopImmediatePropagation()
    addEventListener('unhandledrejection', hush, { capture: true })
    const engine = createWllamaEngine(new URL('/nowhere/wllama.wasm', location.href).href)
    open.push(engine)
    const problem = await problemFrom(engine.load(NEVER, ggufSource(makeGguf()), () => undefined))
    expect(problem).toMatchObject({ kind: 'engine-gone' })
    await new Promise(resolve => setTimeout(resolve, 50))
    removeEventListener('unhandledrejection', hush, { capture: true })
  })

  it('WLLAMA3: a model beyond the heap is refused with figures', async () => {
    // Claims to be a file of 6 GB: only its header is ever read.
    class Large extends File {
      override get size(): number {
        return 6e9
      }
    }
    const bytes = makeGguf()
    const view = new DataView(bytes.buffer)
    // The rows of the first tensor, which stand behind its name, two dimensions and the columns.
    const name = new TextEncoder().encode('blk.1.ffn_down.weight')
    const at = lastIndexOf(bytes, name) + name.length + 4 + 8
    view.setBigUint64(at, 10_000_000n, true)
    const file = new Large([bytes], 'large.gguf')
    const problem = await refused({ ...ggufSource(bytes), files: [file] })
    expect(problem).toMatchObject({ kind: 'model-too-large', limitBytes: 2 ** 32 })
  })

  it('WLLAMA3: the context is a multiple of 256 and no longer than the model was trained for', async () => {
    const long = await load(ggufSource(makeGguf(), { contextTokens: 5000 }))
    expect(long.facts.contextTokens).toBe(2048)
    const odd = await load(ggufSource(makeGguf(), { contextTokens: 700 }))
    expect(odd.facts.contextTokens).toBe(512)
    const problem = await problemFrom(ask(odd, completionOf('lamp '.repeat(600))))
    expect(problem).toMatchObject({ kind: 'context-overflow', contextTokens: 512 })
  })
})

describe('answering', () => {
  let model: LanguageModel
  beforeAll(async () => {
    const engine = createWllamaEngine(new URL(wasmUrl, location.href).href)
    model = await engine.load(NEVER, ggufSource(makeGguf()), () => undefined)
    return () => engine.dispose()
  })

  it('WLLAMA4: a grammar that cannot be read is refused, and the model can be asked again', async () => {
    const problem = await problemFrom(ask(model, { ...chatOf('Hello.'), grammar: 'root ::= [' }))
    expect(problem).toMatchObject({ kind: 'engine-refused', detail: expect.stringMatching(/grammar/u) })
    expect((await ask(model, chatOf('Hello.'))).text).not.toBe('')
  })

  it('WLLAMA5: where the engine throws inside, the request is refused and the model can be asked again', async () => {
    const template = `{% for message in messages %}{% if message.content == 'forbidden' %}{{ raise_exception('no') }}
      {% endif %}{{ message.content }}{% endfor %}`
    const strict = await load(ggufSource(makeGguf({ template })))
    expect(await problemFrom(ask(strict, chatOf('forbidden')))).toMatchObject({ kind: 'engine-refused' })
    expect((await ask(strict, chatOf('allowed'))).text).not.toBe('')
    expect((await ask(strict, completionOf('Hello'))).text).not.toBe('')
  })

  it('WLLAMA6: a grammar of tags holds for conversations and for raw text', async () => {
    const grammar = 'root ::= "<QUE> " word " <ANS> " word "</END>"\nword ::= [a-z]{1,5}'
    const shape = /^<QUE> [a-z]{1,5} <ANS> [a-z]{1,5}<\/END>$/u
    expect((await ask(model, { ...chatOf('Ask.', { maxTokens: 80 }), grammar })).text).toMatch(shape)
    expect((await ask(model, { ...completionOf('Ask', { maxTokens: 80 }), grammar })).text).toMatch(shape)
  })

  it('WLLAMA6: nothing of an answer is taken for a thought or a call', async () => {
    const text = '<think>no</think><tool_call>{"name": "f", "arguments": {}}</tool_call> end'
    const request: ChatRequest = {
      ...chatOf('Say it.', { maxTokens: 120 }),
      grammar: `root ::= ${JSON.stringify(text)}`,
    }
    expect((await ask(model, request)).text).toBe(text)
  })

  it('WLLAMA6: the beginning of an answer is not said again, also where it ends in a space', async () => {
    for (const beginning of ['Zebra stripes: ', 'Zebra', '{"instruction": "', ' ']) {
      const { text } = await ask(model, {
        ...chatOf('Name a colour.', { maxTokens: 6 }),
        grammar: 'root ::= "[" [a-z]+ "]"',
        messages: [
          { role: 'user', content: 'Name a colour.' },
          { role: 'assistant', content: beginning },
        ],
      })
      expect(text).toMatch(/^\[[a-z]*\]?$/u)
    }
  })

  it('WLLAMA7: log-probabilities are the model’s own, before temperature and grammar', async () => {
    const request = { ...completionOf('the cat', { maxTokens: 6 }), topLogprobs: 3 }
    const free = await ask(model, request)
    expect(free.logprobs).toHaveLength(6)
    for (const { logprob, top } of free.logprobs) {
      expect(top).toHaveLength(3)
      expect(logprob).toBe(top[0]?.logprob)
      expect(logprob).toBeLessThan(-0.1)
    }
    expect(free.logprobs.map(({ token }) => token).join('')).toBe(free.text)
    const forced = await ask(model, { ...request, grammar: 'root ::= "zq"' })
    expect(forced.text).toBe('zq')
    expect(forced.logprobs[0]?.logprob).toBeLessThan(free.logprobs[0]?.logprob ?? 0)
    const chat = await ask(model, { ...chatOf('Hello.', { maxTokens: 4, temperature: 0.3 }), topLogprobs: 2 })
    expect(chat.logprobs.map(({ top }) => top.length)).toEqual([2, 2, 2, 2])
  })

  it('WLLAMA7: what was asked before is taken from memory, and counted as part of the prompt', async () => {
    const passage = 'The lens turned once a minute. '.repeat(4)
    const first = await ask(model, completionOf(`${passage}Who`, { maxTokens: 2 }))
    const second = await ask(model, completionOf(`${passage}What now`, { maxTokens: 2 }))
    expect(second.usage.reusedTokens).toBeGreaterThan(100)
    const [alone = 0] = await model.count([`${passage}What now`])
    expect(second.usage.promptTokens).toBe(alone + 1)
    expect(first.usage.promptTokens).toBeLessThan(second.usage.promptTokens)
  })

  it('WLLAMA7: seeds: any integer of 31 bits, each with a text of its own, the same each time', async () => {
    const texts = new Set<string>()
    for (const seed of [0, 1, 2, 2 ** 31 - 1]) {
      const request = completionOf('the cat', { temperature: 1, seed, maxTokens: 12 })
      const [once, again] = [await ask(model, request), await ask(model, request)]
      expect(again.text).toBe(once.text)
      texts.add(once.text)
    }
    expect(texts.size).toBe(4)
  })

  it('WLLAMA7: a cancelled answer has figures', async () => {
    const control = new AbortController()
    const request = chatOf('Tell me all.', { maxTokens: 400 })
    const answer = await ask(model, request, () => control.abort(), control.signal)
    expect(answer.stop).toBe('cancelled')
    expect(answer.usage.promptTokens).toBeGreaterThan(10)
    expect(answer.usage.answerTokens).toBeGreaterThan(0)
  })

  it('WLLAMA7: stops for a limit of tokens in the context, with what there is', async () => {
    const grammar = 'root ::= [a-z]+'
    const answer = await ask(model, { ...completionOf('lamp '.repeat(80), { maxTokens: 2000 }), grammar })
    expect(answer.stop).toBe('length')
    expect(answer.usage.promptTokens + answer.usage.answerTokens).toBeGreaterThanOrEqual(511)
  })
})

describe('what it holds of earlier prompts', () => {
  const about = (subject: string): string => `The ${subject} turned once a minute, all night long. `.repeat(5)

  it('WLLAMA11: is thrown away with the instance once it is too much, before another subject and not within one', async () => {
    let workers = 0
    const Real = globalThis.Worker
    vi.stubGlobal(
      'Worker',
      class extends Real {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options)
          workers++
        }
      },
    )
    const engine = createWllamaEngine(new URL(wasmUrl, location.href).href, { keptBytes: 1 })
    open.push(engine)
    const model = await engine.load(NEVER, ggufSource(makeGguf()), () => undefined)
    const counted = async (prompt: string): Promise<{ reused: number; started: number; text: string }> => {
      const { usage, text } = await ask(model, completionOf(prompt, { maxTokens: 4 }))
      return { reused: usage.reusedTokens, started: workers, text }
    }
    const first = await counted(`${about('lens')}Who`)
    expect(first).toMatchObject({ reused: 0, started: 1 })
    const second = await counted(`${about('wheel')}Who`)
    // Only now is there a copy of something.
    expect(second.started).toBe(1)
    const more = await counted(`${about('wheel')}What`)
    expect(more.started).toBe(1)
    expect(more.reused).toBeGreaterThan(100)
    expect(await counted(`${about('lens')}Who`)).toEqual({ reused: 0, started: 2, text: first.text })
    const waiting = ['lens', 'wheel', 'rope', 'lens'].map(subject => counted(`${about(subject)}When`))
    expect(new Set((await Promise.all(waiting)).map(({ text }) => text.length > 0))).toEqual(new Set([true]))
  })

  it('WLLAMA11: an engine that cannot be started anew is gone, with the reason', async () => {
    const engine = createWllamaEngine(new URL(wasmUrl, location.href).href, { keptBytes: 1 })
    open.push(engine)
    const source = ggufSource(makeGguf())
    const model = await engine.load(NEVER, source, () => undefined)
    for (const subject of ['lens', 'wheel']) await ask(model, completionOf(about(subject), { maxTokens: 2 }))
    const Real = globalThis.Worker
    vi.stubGlobal(
      'Worker',
      class extends Real {
        constructor() {
          super(URL.createObjectURL(new Blob(['throw new Error("no thread")'])))
        }
      },
    )
    const problem = await problemFrom(ask(model, completionOf(about('rope'))))
    expect(problem).toMatchObject({ kind: 'engine-gone' })
    expect(await problemFrom(ask(model, completionOf(about('lens'))))).toEqual(problem)
  })
})

function lastIndexOf(bytes: Uint8Array, part: Uint8Array): number {
  for (let at = bytes.length - part.length; at >= 0; at--) {
    if (part.every((byte, i) => bytes[at + i] === byte)) return at
  }
  throw new Error('not there')
}
