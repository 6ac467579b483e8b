import { type Problem, ProblemError } from '#core/problem'

/** Whether an engine is of no more use, and why; the first reason stays. */
export interface Ending {
  readonly problem: Problem | null
  end(problem: Problem): void
  /** Throws the reason if there is one. */
  check(): void
  /**
   * Tells the reason when it comes, until the returned function is called. No promise: one that stays open over a whole
   * run would keep everything that ever waited beside it.
   */
  listen(listener: (reason: ProblemError) => void): () => void
}

export function createEnding(): Ending {
  let problem: Problem | null = null
  const listeners = new Set<(reason: ProblemError) => void>()
  return {
    get problem() {
      return problem
    },
    end: reason => {
      if (problem !== null) return
      problem = reason
      for (const listener of [...listeners]) listener(new ProblemError(reason))
      listeners.clear()
    },
    check: () => {
      if (problem !== null) throw new ProblemError(problem)
    },
    listen: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
