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

/**
 * Why a model could not be loaded: what the engine wrote, where it wrote why, else what was thrown (rules WLLAMA2 and
 * WLLAMA3).
 */
export function loadProblem(thrown: unknown, log: NativeLog, model: string): Problem {
  const said = log.text()
  const architecture = UNKNOWN_ARCHITECTURE.exec(said)?.[1]
  if (architecture !== undefined) return { kind: 'architecture-unknown', architecture }
  const detail = messageOf(thrown)
  if (NO_MEMORY.test(said)) return { kind: 'out-of-memory', detail }
  const reason = LOADING.exec(said)?.[1]
  if (reason !== undefined) return { kind: 'model-damaged', file: model, detail: reason }
  return thrown instanceof ProblemError ? thrown.problem : deathProblem(detail)
}

/** Why the engine's own thread ended. */
export function deathProblem(detail: string): Problem {
  return { kind: NO_MEMORY.test(detail) ? 'out-of-memory' : 'engine-gone', detail }
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
  if (NO_MEMORY.test(detail) || ABORTED.test(detail)) return deathProblem(detail)
  return { kind: 'engine-refused', detail }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
}
