import { describe, expect, it } from 'vitest'
import type { LanguageModel } from '#core/ports/engine'
import { problemOf } from '#core/problem'
import { readChatConfig } from '#engines/webllm/chat-config'
import { createEnding } from '#engines/webllm/ending'
import { CANCELLED, firstOf } from '#engines/webllm/first-of'
import { createHoldBack } from '#engines/webllm/hold-back'
import { createCounter } from '#engines/webllm/token-counter'
import { warmUp } from '#engines/webllm/warm-up'

const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('resolved'),
    (thrown: unknown) => problemOf(thrown),
  )

describe('what a model says of how it is talked to', () => {
  const config = (template: object, more: object = {}) =>
    JSON.stringify({ model_type: 'llama', conv_template: { seps: ['\n'], ...template }, ...more })

  it('WEBLLM6: knows which roles have a template', () => {
    expect(readChatConfig(config({})).replacedRoles).toEqual(new Set(['system']))
    const roles = { user: '{user_message}', assistant: '{assistant_message}' }
    expect(readChatConfig(config({ role_templates: roles })).replacedRoles).toEqual(
      new Set(['system', 'user', 'assistant']),
    )
  })

  it('WEBLLM8: knows the tokens that stand before a conversation', () => {
    expect(readChatConfig(config({ system_prefix_token_ids: [128000] })).prefixTokens).toBe(1)
    expect(readChatConfig(config({ system_prefix_token_ids: null })).prefixTokens).toBe(0)
  })

  it('WEBLLM19: knows which models think aloud', () => {
    expect(readChatConfig(config({}, { model_type: 'qwen3' })).thinks).toBe(true)
    expect(readChatConfig(config({}, { model_type: 'qwen2' })).thinks).toBe(false)
  })

  it.each(['', '<html>', '{}', 'null'])('WEBLLM3: %j is damaged', text => {
    expect(() => readChatConfig(text)).toThrow('model-damaged')
  })
})

describe('counting', () => {
  it('WEBLLM20: without a tokenizer gives no less than any vocabulary of bytes would', async () => {
    expect(await createCounter(null)(['', 'lamp', '灯塔'])).toEqual([0, 5, 7])
  })

  it('WEBLLM20: a tokenizer that is none is damaged', async () => {
    const count = createCounter(() => Promise.resolve('<html>'))
    expect(await failure(count(['x']))).toMatchObject({ kind: 'model-damaged', file: 'tokenizer.json' })
  })
})

describe('holding back', () => {
  const through = (stops: readonly string[], pieces: readonly string[]): string[] => {
    const held = createHoldBack(stops)
    return pieces.map(piece => held.push(piece))
  }

  it.each([
    ['nothing without stops', [], ['a', 'b'], ['a', 'b']],
    ['the beginning of a stop', ['</E>'], ['x<', '/', 'y'], ['x', '', '</y']],
    ['the longest beginning of any', ['ab', 'bcd'], ['xab', 'c'], ['x', 'a']],
    ['again after a false alarm', ['<<'], ['a<', 'b<', '<'], ['a', '<b', '']],
  ] as const)('WEBLLM17: %s', (_name, stops, pieces, given) => {
    expect(through(stops, pieces)).toEqual(given)
  })
})

describe('waiting', () => {
  it('WEBLLM14: a signal is seen while work goes on', async () => {
    const cancel = { aborted: false }
    setTimeout(() => {
      cancel.aborted = true
    }, 20)
    expect(await firstOf(new Promise<never>(() => undefined), cancel, createEnding())).toBe(CANCELLED)
  })

  it('WEBLLM16: leaves nothing behind, however often it waits', async () => {
    let listening = 0
    const ending = createEnding()
    const counted = {
      ...ending,
      problem: null,
      listen: (listener: Parameters<typeof ending.listen>[0]) => {
        listening++
        const unlisten = ending.listen(listener)
        return () => {
          listening--
          unlisten()
        }
      },
    }
    for (let token = 0; token < 50; token++) await firstOf(Promise.resolve(token), { aborted: false }, counted)
    await failure(firstOf(Promise.reject(new TypeError('x')), { aborted: false }, counted))
    expect(listening).toBe(0)
  })

  it('WEBLLM16: the end of the engine comes before work that never ends, with its first reason', async () => {
    const ending = createEnding()
    const waiting = failure(firstOf(new Promise<never>(() => undefined), { aborted: false }, ending))
    ending.end({ kind: 'gpu-lost', detail: 'unknown' })
    ending.end({ kind: 'engine-gone', detail: 'disposed' })
    expect(await waiting).toEqual({ kind: 'gpu-lost', detail: 'unknown' })
    expect(await failure(firstOf(Promise.resolve(1), { aborted: false }, ending))).toMatchObject({ kind: 'gpu-lost' })
  })
})

describe('warming up', () => {
  const saying = (text: string): LanguageModel => {
    const usage = { promptTokens: 1, reusedTokens: 0, answerTokens: 4, prefillMs: 1, decodeMs: 1 }
    const answer = () => Promise.resolve({ text, stop: 'length' as const, usage, logprobs: [] })
    return {
      facts: {
        contextTokens: 1024,
        grammar: 'ebnf',
        logprobs: 'post',
        prefixCache: 'conversation',
        prefill: false,
        device: 'GPU: fake',
        exactCounts: true,
      },
      count: () => Promise.resolve([]),
      chat: answer,
      complete: answer,
    }
  }

  it('WEBLLM18: lets a model that talks pass, and stops one that does not', async () => {
    await warmUp({ aborted: false }, saying(' five, six'))
    const problem = await failure(warmUp({ aborted: false }, saying('!!!!')))
    expect(problem).toEqual({ kind: 'model-talks-garbage', sample: '!!!!' })
  })
})
