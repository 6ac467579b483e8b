import { type Problem, ProblemError } from '#core/problem'

const SLICES = 8

/**
 * Does work that must give a sign of life within a limit of ms; `alive` says that it did, and sets the next limit. When it
 * does not, `hung` is called and the work's rejection becomes `engine-hangs`. Time is counted in slices: a machine that
 * slept meanwhile wakes up with one slice gone, not with all of them.
 */
export async function watched<T>(
  limitMs: number,
  hung: (problem: Problem) => void,
  work: (alive: (limitMs: number) => void) => Promise<T>,
): Promise<T> {
  let limit = limitMs
  let slicesLeft = SLICES
  let timer: ReturnType<typeof setTimeout> | undefined
  const outcome: { hangs: ProblemError | null } = { hangs: null }
  const tick = (): void => {
    slicesLeft--
    if (slicesLeft > 0) {
      timer = setTimeout(tick, limit / SLICES)
      return
    }
    const problem: Problem = { kind: 'engine-hangs', seconds: Math.round(limit / 1000) }
    outcome.hangs = new ProblemError(problem)
    hung(problem)
  }
  timer = setTimeout(tick, limit / SLICES)
  try {
    return await work(next => {
      limit = next
      slicesLeft = SLICES
    })
  } catch (thrown) {
    throw outcome.hangs ?? thrown
  } finally {
    clearTimeout(timer)
  }
}
