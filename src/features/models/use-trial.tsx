import { useEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from '#core/problem'
import type { RunWorkerApi, Trial } from '#messages/run-worker'
import { useCommands } from '#features/context'

export type TrialStage =
  | { readonly at: 'idle' }
  | { readonly at: 'writing'; readonly text: string }
  | { readonly at: 'done'; readonly trial: Trial }
  | { readonly at: 'stopped'; readonly text: string }
  | { readonly at: 'problem'; readonly problem: Problem; readonly text: string }

/** Each answer is drawn anew, within what seeds may be. */
const SEEDS = 2 ** 31

type Place = Omit<RunWorkerApi['tryRecipe']['params'], 'seed'>

/** One trial at a time; leaving the screen stops it. */
export function useTrial(): {
  readonly trial: TrialStage
  readonly start: (place: Place) => void
  readonly stop: () => void
} {
  const commands = useCommands()
  const [trial, setTrial] = useState<TrialStage>({ at: 'idle' })
  const control = useRef<AbortController | null>(null)
  useEffect(() => () => control.current?.abort(), [])
  const start = (place: Place): void => {
    const mine = new AbortController()
    control.current?.abort()
    control.current = mine
    let text = ''
    const show = (stage: TrialStage): void => {
      if (control.current === mine) setTrial(stage)
    }
    show({ at: 'writing', text })
    const seed = Math.floor(Math.random() * SEEDS)
    commands
      .tryRecipe({ ...place, seed }, mine.signal, added => {
        text += added
        show({ at: 'writing', text })
      })
      .then(
        done => show({ at: 'done', trial: done }),
        (thrown: unknown) => {
          const problem = problemOf(thrown)
          show(problem.kind === 'cancelled' ? { at: 'stopped', text } : { at: 'problem', problem, text })
        },
      )
  }
  return { trial, start, stop: () => control.current?.abort() }
}
