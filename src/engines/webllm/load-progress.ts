import type { LoadProgress } from '#core/ports/engine'

/** "Loading model from cache[3/8]: …" */
const COUNTED = /^(Fetching param cache|Loading model from cache|Loading GPU shader modules)\[(\d+)\/(\d+)\]/u

/**
 * What web-llm is at, told by the beginning of its report: its own `progress` starts again in every phase and says
 * nothing of which. null for texts that it does not know.
 */
export function loadProgress(text: string): LoadProgress | null {
  if (text.startsWith('Start to fetch params')) return { phase: 'weights', done: 0, total: null }
  if (text.startsWith('Finish loading on WebGPU')) return { phase: 'warm-up', done: 0, total: null }
  const [, what, done, total] = COUNTED.exec(text) ?? []
  if (what === undefined) return null
  const counts = { done: Number(done), total: Number(total) }
  if (what === 'Fetching param cache') return { phase: 'reading', ...counts }
  return { phase: what === 'Loading model from cache' ? 'weights' : 'shaders', ...counts }
}
