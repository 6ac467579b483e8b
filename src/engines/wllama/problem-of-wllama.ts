import { type Problem, ProblemError } from '#core/problem'
import type { NativeLog } from './native-log'

const OVERFLOW = 'exceed_context_size_error'
/** The bytes "GLUE" read as a length: where the engine throws, this stands in place of its answer. */
const GLUE = 'Invalid typed array length: 1163217991'
const NO_MEMORY =
  /out of memory|failed to allocate|unable to allocate|cannot enlarge memory|could not allocate|bad_alloc/iu
const ABORTED = /\(ABORT\)|has crashed|unreachable|memory access out of bounds|table index|File read failed/u
const UNKNOWN_ARCHITECTURE = /unknown model architecture: '([^']*)'/u
const LOADING = /error loading model: (.*)/u

/** Why a model could not be loaded: what was thrown, and what the engine wrote (rules WLLAMA2 and WLLAMA3). */
export function loadProblem(thrown: unknown, log: NativeLog, model: string): Problem {
  if (thrown instanceof ProblemError) return thrown.problem
  const said = log.text()
  const detail = messageOf(thrown)
  const architecture = UNKNOWN_ARCHITECTURE.exec(said)?.[1]
  if (architecture !== undefined) return { kind: 'architecture-unknown', architecture }
  if (NO_MEMORY.test(said) || NO_MEMORY.test(detail) || isRangeError(thrown)) return { kind: 'out-of-memory', detail }
  const reason = LOADING.exec(said)?.[1]
  if (reason !== undefined) return { kind: 'model-damaged', file: model, detail: reason }
  return { kind: 'engine-gone', detail }
}

/** Why a request was not answered (rules WLLAMA4 and WLLAMA5). */
export function requestProblem(thrown: unknown, log: NativeLog, contextTokens: number): Problem {
  if (thrown instanceof ProblemError) return thrown.problem
  const refusal = log.takeRefusal()
  if (refusal?.type === OVERFLOW) {
    return { kind: 'context-overflow', promptTokens: refusal.promptTokens ?? contextTokens + 1, contextTokens }
  }
  if (refusal !== null) return { kind: 'engine-refused', detail: refusal.message }
  const detail = messageOf(thrown)
  if (detail.includes(GLUE)) {
    return { kind: 'engine-refused', detail: 'the engine failed on the request, or its answer was no text' }
  }
  if (NO_MEMORY.test(detail)) return { kind: 'out-of-memory', detail }
  if (ABORTED.test(detail)) return { kind: 'engine-gone', detail }
  return { kind: 'engine-refused', detail }
}

function isRangeError(thrown: unknown): boolean {
  return thrown instanceof RangeError && /memory/iu.test(thrown.message)
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
}
