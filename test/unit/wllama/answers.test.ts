import { describe, expect, it } from 'vitest'
import { createAnswerReader } from '#engines/wllama/answer-reader'
import { createNativeLog } from '#engines/wllama/native-log'
import { deathProblem, loadProblem, requestProblem } from '#engines/wllama/problem-of-wllama'

const said = (...lines: string[]) => {
  const log = createNativeLog(() => undefined)
  for (const line of lines) log.logger.log(line)
  return log
}

describe('problems of the CPU engine', () => {
  it('WLLAMA3: what the engine writes while it loads says why it failed', () => {
    const thrown = new TypeError('Cannot read properties of undefined')
    expect(loadProblem(thrown, said("error loading model: unknown model architecture: 'martian'"), 'm')).toEqual({
      kind: 'architecture-unknown',
      architecture: 'martian',
    })
    expect(loadProblem(thrown, said('llama_model_load: error loading model: tensor x not found'), 'm')).toEqual({
      kind: 'model-damaged',
      file: 'm',
      detail: 'tensor x not found',
    })
    expect(loadProblem(thrown, said('ggml_aligned_malloc: failed to allocate 900 MB'), 'm').kind).toBe('out-of-memory')
    expect(loadProblem(thrown, said('nothing of use'), 'm').kind).toBe('engine-gone')
    expect(deathProblem('RangeError: WebAssembly.Memory(): could not allocate memory').kind).toBe('out-of-memory')
  })

  it('WLLAMA3: a build that cannot start is heard of, since the package waits for ever', () => {
    const deaths: string[] = []
    const log = createNativeLog(detail => deaths.push(detail))
    log.logger.log('loading')
    expect(deaths).toEqual([])
    log.logger.warn('failed to asynchronously prepare wasm: CompileError')
    log.logger.error(new Event('error'))
    expect(deaths).toHaveLength(2)
  })

  it('WLLAMA4, WLLAMA5: requests: too long, refused, failed inside, and a thread that is dead', () => {
    const log = said()
    const overflow = {
      code: 400,
      message: 'request (700 tokens) …',
      n_prompt_tokens: 700,
      type: 'exceed_context_size_error',
    }
    log.logger.error('Model returned an error:', overflow)
    expect(requestProblem(new Error('request …'), log, 512)).toEqual({
      kind: 'context-overflow',
      promptTokens: 700,
      contextTokens: 512,
    })
    // Once: the next failure is another.
    expect(requestProblem(new Error('Invalid typed array length: 1163217991'), log, 512).kind).toBe('engine-refused')
    expect(requestProblem(new Error('(ABORT) unreachable'), log, 512).kind).toBe('engine-gone')
    expect(requestProblem('wllama has crashed, please reload the module', log, 512).kind).toBe('engine-gone')
  })
})

describe('putting an answer together', () => {
  it('WLLAMA6: drops the beginning that was asked with, however it is cut into pieces, and only that', () => {
    for (const pieces of [['I am', ' fine'], ['I', ' ', 'am', ' fine'], ['I am fine']]) {
      const heard: string[] = []
      const reader = createAnswerReader('I am', added => heard.push(added))
      for (const text of pieces) reader.take({ choices: [{ delta: { content: text } }] })
      expect([reader.answer().text, heard.join('')]).toEqual([' fine', ' fine'])
    }
    const other = createAnswerReader('I am', () => undefined)
    other.take({ choices: [{ delta: { content: 'I was' } }] })
    expect(other.answer()).toMatchObject({ text: 'I was', stop: 'cancelled' })
  })

  it('WLLAMA7: figures of the reading stand until those of the writing come', () => {
    const reader = createAnswerReader('', () => undefined)
    reader.take({ prompt_progress: { total: 90, cache: 30, processed: 50, time_ms: 12 } })
    expect(reader.answer().usage).toEqual({
      promptTokens: 90,
      reusedTokens: 30,
      answerTokens: 0,
      prefillMs: 12,
      decodeMs: 0,
    })
    const timings = { cache_n: 30, prompt_n: 60, prompt_ms: 40, predicted_n: 2, predicted_ms: 9 }
    reader.take({ choices: [{ text: 'ab', finish_reason: 'length' }], timings })
    expect(reader.answer()).toMatchObject({ stop: 'length', usage: { promptTokens: 90, answerTokens: 2, decodeMs: 9 } })
  })
})
