import { describe, expect, it } from 'vitest'
import type { ChatRequest, CompletionRequest, LanguageModel, ModelFacts } from '#core/ports/engine'
import { problemOf } from '#core/problem'
import type { ChatConfig } from '#engines/webllm/chat-config'
import { createEnding, type Ending } from '#engines/webllm/ending'
import { createWebllmModel, type LoadedModel } from '#engines/webllm/webllm-model'
import { createFakeRuntime, type FakeRuntime, type FakeScript } from './fake-runtime'

const FACTS: ModelFacts = {
  contextTokens: 1024,
  grammar: 'ebnf',
  logprobs: 'post',
  prefixCache: 'conversation',
  prefill: false,
  device: 'GPU: fake',
  exactCounts: false,
}

const CONFIG: ChatConfig = {
  prefixTokens: 0,
  stops: ['<|im_end|>'],
  replacedRoles: new Set(['system', 'user', 'assistant']),
  thinks: false,
}

const NEVER = { aborted: false }
const none = (): void => undefined

function made(script: FakeScript, config: Partial<ChatConfig> = {}) {
  const runtime: FakeRuntime = createFakeRuntime(script)
  const ending: Ending = createEnding()
  const loaded: LoadedModel = createWebllmModel({
    name: 'm',
    runtime,
    config: { ...CONFIG, ...config },
    facts: FACTS,
    ending,
    count: async texts => texts.map(text => text.length),
  })
  return { runtime, ending, loaded, model: loaded.model }
}

function chat(...texts: readonly string[]): ChatRequest {
  return {
    messages: texts.map((content, at) => ({ role: at % 2 === 0 ? 'user' : 'assistant', content })),
    sampling: { temperature: 0, topP: 1, maxTokens: 32, seed: 1 },
    grammar: null,
    topLogprobs: 0,
  }
}

function completion(prompt: string, stop: readonly string[]): CompletionRequest {
  return { prompt, sampling: chat().sampling, stop, grammar: null, topLogprobs: 0 }
}

const problem = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('resolved'),
    (thrown: unknown) => problemOf(thrown),
  )

const answered = async (model: LanguageModel, request: ChatRequest): Promise<[string, string]> => {
  const pieces: string[] = []
  const { text } = await model.chat(NEVER, request, added => pieces.push(added))
  return [text, pieces.join('|')]
}

describe('answers', () => {
  it('WEBLLM17: gives text as it comes, and all of it', async () => {
    expect(await answered(made({ answers: [['It', ' is', ' late.']] }).model, chat('When?'))).toEqual([
      'It is late.',
      'It| is| late.',
    ])
  })

  it('WEBLLM17: never gives out the beginning of a text that ends the answer', async () => {
    const { model, runtime } = made({ answers: [['Yes', ' <', '/E', 'ND>']], message: 'Yes ' })
    const pieces: string[] = []
    const answer = await model.complete(NEVER, completion('x', ['</END>']), added => pieces.push(added))
    expect(answer.text).toBe('Yes ')
    expect(pieces).toEqual(['Yes', ' '])
    expect(runtime.requests[0]?.stop).toEqual(['</END>'])
  })

  it('WEBLLM17: gives out at the end what only looked like a stop', async () => {
    expect(await answered(made({ answers: [['a ', '<|im']] }).model, chat('x'))).toEqual(['a <|im', 'a |<|im'])
  })

  it('WEBLLM17: leaves half a character out where the answer was cut off', async () => {
    const cut = made({ answers: [['ab']], message: 'ab\uFFFD', finish: 'length' })
    expect((await cut.model.chat(NEVER, chat('x'), none)).text).toBe('ab')
  })

  it('WEBLLM19: leaves the empty thought out, in one piece or in many', async () => {
    for (const pieces of [['<think>\n\n</think>\n\nYes'], ['<think>', '\n\n', '</think>\n', '\nY', 'es']]) {
      const { model, runtime } = made({ answers: [pieces] }, { thinks: true })
      const [text, given] = await answered(model, chat('x'))
      expect([text, given.replaceAll('|', '')]).toEqual(['Yes', 'Yes'])
      expect(runtime.requests[0]?.withoutThinking).toBe(true)
    }
  })

  it('WEBLLM10: takes an answer with log-probabilities in one piece', async () => {
    const { model } = made({ answers: [['A', 'B']] })
    const pieces: string[] = []
    const answer = await model.chat(NEVER, { ...chat('x'), topLogprobs: 1 }, added => pieces.push(added))
    expect(answer.logprobs.map(({ token }) => token)).toEqual(['A', 'B'])
    expect([answer.text, pieces]).toEqual(['AB', ['AB']])
  })

  it('WEBLLM11: refuses a grammar for raw text, which web-llm would drop in silence', async () => {
    const { model } = made({ answers: [['x']] })
    const request = { ...completion('x', []), grammar: 'root ::= "x"' }
    expect(await problem(model.complete(NEVER, request, none))).toMatchObject({ kind: 'engine-refused' })
  })
})

describe('figures', () => {
  it('WEBLLM8: counts the whole prompt, and what of it was read before', async () => {
    const { model } = made({ answers: [['a', 'b', 'c']] }, { prefixTokens: 1 })
    const first = await model.chat(NEVER, chat('x'), none)
    expect(first.usage).toMatchObject({ promptTokens: 11, reusedTokens: 0, answerTokens: 3 })
    // All but the last token of the answer were read as well: 11 + 3 - 1.
    const second = await model.chat(NEVER, chat('x', 'abc', 'y'), none)
    expect(second.usage).toMatchObject({ promptTokens: 23, reusedTokens: 13, answerTokens: 3 })
  })

  it.each([
    ['another chat', (model: LanguageModel) => model.chat(NEVER, chat('other'), none)],
    ['a completion', (model: LanguageModel) => model.complete(NEVER, completion('raw', []), none)],
  ])('WEBLLM7: reads all again after %s', async (_name, between) => {
    const { model } = made({ answers: [['abc']] })
    await model.chat(NEVER, chat('x'), none)
    await between(model)
    expect((await model.chat(NEVER, chat('x', 'abc', 'y'), none)).usage.reusedTokens).toBe(0)
  })

  it('WEBLLM7: reads all again after an answer that was cancelled', async () => {
    const { model } = made({ answers: [['abc', 'def']] })
    const control = new AbortController()
    const { text } = await model.chat(control.signal, chat('x'), () => control.abort())
    expect(text).toBe('abc')
    expect((await model.chat(NEVER, chat('x', 'abc', 'y'), none)).usage.reusedTokens).toBe(0)
  })

  it('WEBLLM7: reads all again after an answer that was cut off', async () => {
    const { model } = made({ answers: [['abc']], finish: 'length' })
    await model.chat(NEVER, chat('x'), none)
    expect((await model.chat(NEVER, chat('x', 'abc', 'y'), none)).usage.reusedTokens).toBe(0)
  })

  it('WEBLLM12: an overflow counts the tokens that were there already', async () => {
    const error = new Error('number of prompt tokens: 1020; context window size: 1024')
    error.name = 'ContextWindowSizeExceededError'
    const script = { answers: [['abc'], ['x']] }
    const { model, runtime } = made(script)
    await model.chat(NEVER, chat('x'), none)
    runtime.stream = () => {
      throw error
    }
    expect(await problem(model.chat(NEVER, chat('x', 'abc', 'y'), none))).toEqual({
      kind: 'context-overflow',
      promptTokens: 1030,
      contextTokens: 1024,
    })
  })
})

describe('cancelling', () => {
  it('WEBLLM14: interrupts before the next token, with the figures so far', async () => {
    const { model, runtime } = made({ answers: [Array.from({ length: 40 }, () => 'x ')], stepMs: 1 })
    const control = new AbortController()
    const answer = await model.chat(control.signal, chat('x'), () => control.abort())
    expect(answer).toMatchObject({ text: 'x ', stop: 'cancelled', usage: { answerTokens: 1, promptTokens: 10 } })
    expect(runtime.log).toContain('interrupt')
  })

  it('WEBLLM14: leaves a long prompt behind within half a second, and the next request waits for it', async () => {
    const { model, runtime } = made({ answers: [['one'], ['two']], prefillMs: 900 })
    const control = new AbortController()
    setTimeout(() => control.abort(), 50)
    const begun = performance.now()
    const answer = await model.chat(control.signal, chat('x'), none)
    expect(performance.now() - begun).toBeLessThan(800)
    expect(answer).toMatchObject({ text: '', stop: 'cancelled' })
    expect(runtime.log).not.toContain('left')
    expect((await model.chat(NEVER, chat('y'), none)).text).toBe('two')
  })

  it('WEBLLM14: ends a flood of white space, seen in the text', async () => {
    const { model, runtime } = made({ answers: [['{', ...Array.from({ length: 500 }, () => '\n')]] })
    const control = new AbortController()
    let text = ''
    const answer = await model.chat(control.signal, chat('x'), added => {
      text += added
      if (/\s{20}$/u.test(text)) control.abort()
    })
    expect(answer.stop).toBe('cancelled')
    expect(answer.text).toHaveLength(21)
    expect(runtime.log.at(0)).toBe('interrupt')
    expect(runtime.log.at(-1)).toBe('left')
  })

  it('WEBLLM14: ends an answer with log-probabilities as well', async () => {
    const { model } = made({ answers: [Array.from({ length: 400 }, () => 'x')], stepMs: 5 })
    const control = new AbortController()
    setTimeout(() => control.abort(), 30)
    const answer = await model.chat(control.signal, { ...chat('x'), topLogprobs: 1 }, none)
    expect(answer.stop).toBe('cancelled')
    expect(answer.logprobs.length).toBeLessThan(100)
  })
})

describe('the end of the engine', () => {
  it('WEBLLM16: a lost device rejects the request under way and all later ones', async () => {
    const { model, ending, loaded } = made({ answers: [['a']], prefillMs: 60_000 })
    const running = problem(model.chat(NEVER, chat('x'), none))
    await Promise.resolve()
    expect(loaded.busy()).toBe(true)
    ending.end({ kind: 'gpu-lost', detail: 'unknown' })
    expect(await running).toEqual({ kind: 'gpu-lost', detail: 'unknown' })
    expect(await problem(model.chat(NEVER, chat('x'), none))).toMatchObject({ kind: 'gpu-lost' })
    expect(await problem(model.count(['x']))).toMatchObject({ kind: 'gpu-lost' })
    expect(loaded.busy()).toBe(false)
  })

  it('WEBLLM16: what web-llm says of a dead device ends the engine too', async () => {
    const { model } = made({ answers: [['a', 'b']], fails: { at: 1, with: 'Error: Tensor has already been disposed' } })
    expect(await problem(model.chat(NEVER, chat('x'), none))).toMatchObject({ kind: 'gpu-lost' })
    expect(await problem(model.chat(NEVER, chat('y'), none))).toMatchObject({ kind: 'gpu-lost' })
  })

  it('WEBLLM12: a refused request leaves the model usable', async () => {
    const error = new Error('Failed to initialize the grammar matcher')
    error.name = 'GrammarMatcherInitError'
    const { model, runtime } = made({ answers: [['a']] })
    const stream = runtime.stream.bind(runtime)
    runtime.stream = () => {
      throw error
    }
    expect(await problem(model.chat(NEVER, chat('x'), none))).toMatchObject({ kind: 'engine-refused' })
    runtime.stream = stream
    expect((await model.chat(NEVER, chat('y'), none)).text).toBe('a')
  })
})
