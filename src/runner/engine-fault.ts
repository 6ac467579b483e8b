import type { Problem } from '#core/problem'

/** In this order: the words of a lost device are also in messages about memory and about adapters. */
const OUT_OF_MEMORY = /out of memory|\bOOM\b|allocation failed|cannot allocate|failed to allocate|memory\.grow/iu
const NO_GPU = /WebGPUNot(?:Available|Found)|ShaderF16Support|FeatureSupport|no compatible GPU|GPUPipelineError/iu
const LOST = /device (?:was |is )?lost|DeviceLost|already been disposed|device.*destroyed|mapAsync|OperationError/iu
const OVERFLOW = /ContextWindowSizeExceeded|exceeds? the (?:available )?context/iu
const TRAP = /memory access out of bounds|unreachable|RuntimeError: Aborted/iu

/**
 * Each engine maps what it throws itself. This names what is left: bare strings and foreign errors that came through as
 * `unexpected`. What fits nothing is `engine-refused`.
 */
export function engineFault(problem: Problem): Problem {
  if (problem.kind !== 'unexpected') return problem
  const { detail } = problem
  if (/^(?:AbortError|Engine\.unload\(\) is called)/u.test(detail)) return { kind: 'cancelled' }
  if (OUT_OF_MEMORY.test(detail)) return { kind: 'out-of-memory', detail }
  if (NO_GPU.test(detail)) return { kind: 'no-gpu', need: /F16/iu.test(detail) ? 'f16' : 'adapter', detail }
  if (LOST.test(detail)) return { kind: 'gpu-lost', detail }
  if (OVERFLOW.test(detail)) {
    const [promptTokens = 0, contextTokens = 0] = (detail.match(/\d+/gu) ?? []).map(Number)
    return { kind: 'context-overflow', promptTokens, contextTokens }
  }
  if (TRAP.test(detail)) return { kind: 'engine-gone', detail }
  return { kind: 'engine-refused', detail }
}

/** Whether the engine may work again once it was started anew. What failed for another reason fails again. */
export function helpsToRestart(problem: Problem): boolean {
  return ['gpu-lost', 'engine-gone', 'engine-hangs', 'out-of-memory'].includes(problem.kind)
}
