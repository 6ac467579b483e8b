import { type Problem, ProblemError } from '#core/problem'

/** Whether an engine is of no more use, and why; the first reason stays. */
export interface Ending {
  readonly problem: Problem | null
  end(problem: Problem): void
  /** Throws the reason if there is one. */
  check(): void
  /** Rejects with the reason when it comes. */
  readonly happens: Promise<never>
}

export function createEnding(): Ending {
  let problem: Problem | null = null
  let reject: (reason: ProblemError) => void = () => undefined
  const happens = new Promise<never>((_resolve, rejected) => {
    reject = rejected
  })
  // Nobody may be waiting when it happens.
  happens.catch(() => undefined)
  return {
    get problem() {
      return problem
    },
    end: reason => {
      problem ??= reason
      reject(new ProblemError(problem))
    },
    check: () => {
      if (problem !== null) throw new ProblemError(problem)
    },
    happens,
  }
}
