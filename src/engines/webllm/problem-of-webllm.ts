import { type Problem, ProblemError } from '#core/problem'

/** What was being done when it failed; the same words mean different things. */
export type Doing = 'load' | 'ask'

const NOT_ENOUGH_MEMORY = /out[ -]of[ -]memory|could not allocate|allocation failed|not enough memory/iu
const LOST = /^DeviceLostError|OperationError|\bdisposed\b|\blost\b|\bdestroyed\b/iu

const REFUSED = new Set([
  'MessageOrderError',
  'SystemMessageOrderError',
  'RangeError',
  'MinValueError',
  'NonNegativeError',
  'ConfigValueError',
  'SeedTypeError',
  'DependencyError',
  'StreamingCountError',
  'InvalidResponseFormatError',
  'InvalidResponseFormatGrammarError',
  'InvalidResponseFormatStructuralTagError',
  'InvalidStreamOptionsError',
  'GrammarMatcherInitError',
  'UnsupportedFieldsError',
  'UnsupportedRoleError',
  'ContentTypeError',
  // Faults of the program around it rather than of the request; nothing that a person could mend.
  'ModelNotFoundError',
  'ModelNotLoadedError',
  'WorkerEngineModelNotLoadedError',
  'UnclearModelToUseError',
  'SpecifiedModelNotFoundError',
  'MissingModelError',
])

/**
 * What went wrong, from whatever web-llm 0.2.86 threw: an error, or in some places a plain string. `model` is the one
 * that was to be loaded, `reused` the tokens that a growing conversation already holds.
 */
export function problemOfWebllm(thrown: unknown, doing: Doing, model: string, reused = 0): Problem {
  if (thrown instanceof ProblemError) return thrown.problem
  const detail = textOf(thrown)
  const name = /^(\w+)(?::|$)/u.exec(detail)?.[1] ?? ''
  if (name === 'AbortError' || detail.includes('Engine.unload() is called')) return { kind: 'cancelled' }
  if (name === 'ContextWindowSizeExceededError') return overflow(detail, reused)
  const need = missingOfGpu(name, detail)
  if (need !== null) return { kind: 'no-gpu', need, detail }
  if (NOT_ENOUGH_MEMORY.test(detail)) return { kind: 'out-of-memory', detail }
  if (REFUSED.has(name) && !(name === 'RangeError' && doing === 'load')) return { kind: 'engine-refused', detail }
  if (name === 'QuotaExceededError') return { kind: 'quota-full' }
  // Nothing may be fetched here, so a file that is asked for from the network is one that is missing.
  if (name === 'NetworkError' || /'add' on 'Cache'|Failed to fetch|Cannot fetch/u.test(detail)) {
    return { kind: 'model-missing', model }
  }
  if (name === 'IntegrityError') return { kind: 'model-damaged', file: /https?:\S+/u.exec(detail)?.[0] ?? '', detail }
  if (LOST.test(detail)) return { kind: 'gpu-lost', detail }
  if (doing === 'load') return problemOfLoading(name, detail)
  return { kind: 'unexpected', detail }
}

function textOf(thrown: unknown): string {
  if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`
  return String(thrown)
}

function overflow(detail: string, reused: number): Problem {
  const [, prompt, context] = /tokens: (\d+); context window size: (\d+)/u.exec(detail) ?? []
  return { kind: 'context-overflow', promptTokens: Number(prompt ?? 0) + reused, contextTokens: Number(context ?? 0) }
}

function missingOfGpu(name: string, detail: string): 'webgpu' | 'adapter' | 'f16' | 'limits' | null {
  if (name === 'WebGPUNotAvailableError' || name === 'WebGPUNotFoundError') return 'webgpu'
  if (detail.includes('Unable to find a compatible GPU')) return 'adapter'
  if (name === 'ShaderF16SupportError' || /^FeatureSupportError.*shader-f16/u.test(detail)) return 'f16'
  if (name === 'FeatureSupportError' || name === 'GPUPipelineError') return 'limits'
  return detail.includes('Cannot initialize runtime because of requested max') ? 'limits' : null
}

/** A library of another version fails where the runtime asks it for something that it does not have. */
function problemOfLoading(name: string, detail: string): Problem {
  const library = /Cannot find|Cannt detect|Cannot get|is not a function|WebAssembly\.instantiate/u
  if (name === 'LinkError' || name === 'CompileError' || name === 'RuntimeError' || library.test(detail)) {
    return { kind: 'library-mismatch', detail }
  }
  if (name === 'SyntaxError') return { kind: 'model-damaged', file: 'mlc-chat-config.json', detail }
  if (name === 'RangeError' || /record|shard|offset|tokenizer/iu.test(detail)) {
    return { kind: 'model-damaged', file: 'tokenizer or weights', detail }
  }
  return { kind: 'unexpected', detail }
}
