import { describe, expect, it } from 'vitest'
import { ProblemError } from '#core/problem'
import { type Doing, problemOfWebllm } from '#engines/webllm/problem-of-webllm'

function named(name: string, message = ''): Error {
  const error = new Error(message)
  error.name = name
  return error
}

/** What web-llm 0.2.86 throws, word for word where that matters. */
const THROWN: readonly [string, Doing, unknown, object][] = [
  [
    'no WebGPU',
    'load',
    named('WebGPUNotAvailableError', 'WebGPU is not supported'),
    { kind: 'no-gpu', need: 'webgpu' },
  ],
  ['no WebGPU in a worker', 'load', named('WebGPUNotFoundError'), { kind: 'no-gpu', need: 'webgpu' }],
  ['no adapter', 'load', new Error('Unable to find a compatible GPU. This issue'), { kind: 'no-gpu', need: 'adapter' }],
  ['no f16', 'load', named('ShaderF16SupportError'), { kind: 'no-gpu', need: 'f16' }],
  [
    'feature f16',
    'load',
    named('FeatureSupportError', 'requires feature shader-f16,'),
    { kind: 'no-gpu', need: 'f16' },
  ],
  ['another feature', 'load', named('FeatureSupportError', 'requires feature x'), { kind: 'no-gpu', need: 'limits' }],
  ['invalid shader', 'load', named('GPUPipelineError', 'Invalid ShaderModule'), { kind: 'no-gpu', need: 'limits' }],
  [
    'a limit',
    'load',
    new Error('Cannot initialize runtime because of requested maxBufferSize exceeds limit.'),
    { kind: 'no-gpu', need: 'limits' },
  ],
  ['lost at load', 'load', named('DeviceLostError', 'The WebGPU device was lost'), { kind: 'gpu-lost' }],
  ['disposed', 'ask', new Error('Tensor has already been disposed'), { kind: 'gpu-lost' }],
  ['a string', 'ask', 'OperationError: mapAsync: Device is destroyed', { kind: 'gpu-lost' }],
  ['memory of the GPU', 'ask', named('GPUOutOfMemoryError', 'Out of memory'), { kind: 'out-of-memory' }],
  ['memory of the thread', 'load', new RangeError('Array buffer allocation failed'), { kind: 'out-of-memory' }],
  [
    'a file not in the Cache',
    'load',
    new TypeError("Failed to execute 'add' on 'Cache': Request failed"),
    { kind: 'model-missing', model: 'm' },
  ],
  ['a refused request', 'load', named('NetworkError'), { kind: 'model-missing' }],
  ['no file after all', 'load', new Error('Cannot fetch https://a.invalid/x'), { kind: 'model-missing' }],
  ['full', 'load', named('QuotaExceededError'), { kind: 'quota-full' }],
  [
    'integrity',
    'load',
    named('IntegrityError', 'mismatch for https://a.invalid/tokenizer.json expected'),
    { kind: 'model-damaged', file: 'https://a.invalid/tokenizer.json' },
  ],
  ['not compiled', 'load', new WebAssembly.CompileError('bad magic'), { kind: 'library-mismatch' }],
  ['not linked', 'load', new WebAssembly.LinkError('env.TVMWasmPackedCFunc'), { kind: 'library-mismatch' }],
  ['no such function', 'load', new Error('Cannot find global function ffi.X'), { kind: 'library-mismatch' }],
  ['short shard', 'load', new RangeError('Invalid typed array length: 5'), { kind: 'model-damaged' }],
  [
    'broken config',
    'load',
    new SyntaxError('Unexpected token'),
    { kind: 'model-damaged', file: 'mlc-chat-config.json' },
  ],
  [
    'too long',
    'ask',
    named(
      'ContextWindowSizeExceededError',
      'Prompt tokens exceed context window size: number of prompt tokens: 1200; context window size: 1024\nConsider',
    ),
    { kind: 'context-overflow', promptTokens: 1230, contextTokens: 1024 },
  ],
  ['order', 'ask', named('MessageOrderError', 'Last message'), { kind: 'engine-refused' }],
  ['system', 'ask', named('SystemMessageOrderError'), { kind: 'engine-refused' }],
  ['range', 'ask', named('RangeError', 'Make sure 0 < top_p <= 1.'), { kind: 'engine-refused' }],
  ['least', 'ask', 'MinValueError: Make sure `max_tokens` > 0.', { kind: 'engine-refused' }],
  ['seed', 'ask', named('SeedTypeError'), { kind: 'engine-refused' }],
  ['format', 'ask', named('InvalidResponseFormatGrammarError'), { kind: 'engine-refused' }],
  ['grammar', 'ask', named('GrammarMatcherInitError', 'Aborted()'), { kind: 'engine-refused' }],
  ['not loaded', 'ask', named('ModelNotLoadedError'), { kind: 'engine-refused' }],
  ['no library', 'load', named('MissingModelError'), { kind: 'engine-refused' }],
  ['unloaded', 'load', 'Engine.unload() is called.', { kind: 'cancelled' }],
  ['aborted', 'load', new DOMException('x', 'AbortError'), { kind: 'cancelled' }],
  ['anything else', 'ask', new Error('surprise'), { kind: 'unexpected', detail: 'Error: surprise' }],
  ['a Problem of ours', 'ask', new ProblemError({ kind: 'cancelled' }), { kind: 'cancelled' }],
]

describe('what web-llm throws', () => {
  it.each(THROWN)('WEBLLM12: %s', (_name, doing, thrown, problem) => {
    expect(problemOfWebllm(thrown, doing, 'm', 30)).toMatchObject(problem)
    // Over a message port, and in some of its own paths, only the text arrives.
    if (thrown instanceof Error && !(thrown instanceof ProblemError)) {
      expect(problemOfWebllm(`${thrown.name}: ${thrown.message}`, doing, 'm', 30)).toMatchObject(problem)
    }
  })
})
