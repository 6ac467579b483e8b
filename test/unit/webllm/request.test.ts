import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText } from '#engines/webllm/escape-text'
import { loadProgress } from '#engines/webllm/load-progress'
import { looksLikeGarbage } from '#engines/webllm/looks-like-garbage'
import { chatFields, samplingFields } from '#engines/webllm/request-fields'
import type { RuntimeRequest } from '#engines/webllm/runtime'
import { spreadSeed } from '#engines/webllm/spread-seed'

/** What web-llm 0.2.86 does with a message: two replacements in a row. */
function intoTemplate(template: string, text: string): string {
  return template.replace('{user_message}', text).replace('{function_string}', '')
}

const REQUEST: RuntimeRequest = {
  input: { messages: [{ role: 'user', content: 'Who?' }] },
  sampling: { temperature: 0.7, topP: 0.9, maxTokens: 30, seed: 5 },
  stop: [],
  grammar: null,
  topLogprobs: 0,
  withoutThinking: false,
}

describe('text on its way into the template', () => {
  it.each([
    '$$x^2$$',
    '$&',
    '$`a$',
    "$'",
    '$1 and $$',
    'costs {function_string} here',
    '{function_string}{function_string}',
  ])('WEBLLM6: %s arrives as it is', text => {
    expect(intoTemplate('<user>{user_message}</user>', escapeText(text))).toBe(`<user>${text}</user>`)
  })

  it('WEBLLM6: without it formulas would change', () => {
    expect(intoTemplate('{user_message}', '$$x$$')).toBe('$x$')
  })

  it('WEBLLM6: holds for any text', () => {
    const pieces = fc.constantFrom(
      '$',
      '$$',
      '&',
      '`',
      "'",
      '{function_string}',
      '{',
      '}',
      'function_',
      'string',
      'é',
      '1',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), list => {
        const text = list.join('')
        expect(intoTemplate('<{user_message}>', escapeText(text))).toBe(`<${text}>`)
      }),
    )
  })
})

describe('seeds', () => {
  /** The first number that web-llm's generator draws from a seed. */
  const first = (seed: number): number => ((48271 * seed) % 2147483647) / 2147483647

  it('WEBLLM9: low seeds begin apart, which they do not by themselves', () => {
    const seeds = Array.from({ length: 1000 }, (_, seed) => seed)
    expect(Math.max(...seeds.map(first))).toBeLessThan(0.03)
    const spread = seeds.map(seed => first(spreadSeed(seed)))
    const tenths = new Set(spread.map(number => Math.floor(number * 10)))
    expect(tenths.size).toBe(10)
    expect(new Set(seeds.map(spreadSeed)).size).toBe(seeds.length)
  })

  it('WEBLLM9: every integer gives one that the generator takes', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        const spread = spreadSeed(seed)
        expect(Number.isInteger(spread) && spread >= 1 && spread <= 2147483646).toBe(true)
        expect(spreadSeed(seed)).toBe(spread)
      }),
    )
  })
})

describe('fields of a request', () => {
  it('WEBLLM11: names every figure, both penalties among them', () => {
    expect(samplingFields(REQUEST)).toEqual({
      temperature: 0.7,
      top_p: 0.9,
      max_tokens: 30,
      seed: spreadSeed(5),
      frequency_penalty: 0,
      presence_penalty: 0,
      repetition_penalty: 1,
    })
    expect(samplingFields({ ...REQUEST, stop: ['</END>'] }).stop).toEqual(['</END>'])
  })

  it('WEBLLM10: asks for at least one likeliest token, and for greedy ones in a way that tells', () => {
    const greedy = { ...REQUEST, topLogprobs: 2, sampling: { ...REQUEST.sampling, temperature: 0 } }
    expect(samplingFields(greedy)).toMatchObject({ logprobs: true, top_logprobs: 2, temperature: 1, top_p: 1e-5 })
    expect(samplingFields({ ...REQUEST, topLogprobs: 1 })).toMatchObject({ temperature: 0.7, top_p: 0.9 })
    expect(samplingFields({ ...greedy, topLogprobs: 0 })).toMatchObject({ temperature: 0, top_p: 0.9 })
  })

  it('WEBLLM11: a grammar goes as a grammar, and there is no format without one', () => {
    expect(chatFields(REQUEST, [])).not.toHaveProperty('response_format')
    const { response_format: format } = chatFields({ ...REQUEST, grammar: 'root ::= "yes"' }, [])
    expect(format).toEqual({ type: 'grammar', grammar: 'root ::= "yes"' })
  })

  it('WEBLLM19: a model that thinks aloud is told not to', () => {
    expect(chatFields({ ...REQUEST, withoutThinking: true }, [])).toMatchObject({
      extra_body: { enable_thinking: false },
    })
    expect(chatFields(REQUEST, [])).not.toHaveProperty('extra_body')
  })
})

describe('reports of loading', () => {
  it.each([
    ['Start to fetch params', { phase: 'weights', done: 0, total: null }],
    ['Fetching param cache[3/8]: 100MB fetched. 40% completed', { phase: 'reading', done: 3, total: 8 }],
    ['Loading model from cache[7/8]: 240MB loaded. 90% completed, 4 secs', { phase: 'weights', done: 7, total: 8 }],
    ['Loading GPU shader modules[66/67]: 98% completed, 12 secs elapsed.', { phase: 'shaders', done: 66, total: 67 }],
    ['Finish loading on WebGPU - apple', { phase: 'warm-up', done: 0, total: null }],
    ['Something new', null],
  ])('WEBLLM13: %s', (text, progress) => {
    expect(loadProgress(text)).toEqual(progress)
  })
})

describe('the first words', () => {
  it.each([['!!!!'], ['\uFFFD\uFFFD'], ['a\u0000b'], ['.. --'], ['  @@@@@@']])('WEBLLM18: %j is nonsense', text => {
    expect(looksLikeGarbage(text)).toBe(true)
  })

  it.each([[' five, six, seven'], [''], ['\n\n'], [' 5'], ['五、六'], ['55'], [' go go go go']])(
    'WEBLLM18: %j is not',
    text => {
      expect(looksLikeGarbage(text)).toBe(false)
    },
  )
})
