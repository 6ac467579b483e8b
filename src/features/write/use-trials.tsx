import { useEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from '#core/problem'
import type { RunWorkerApi, Trial } from '#messages/run-worker'
import { useCommands } from '#features/context'

export type TrialStage =
  | { readonly at: 'waiting' }
  | { readonly at: 'writing'; readonly text: string }
  | { readonly at: 'done'; readonly trial: Trial }
  | { readonly at: 'stopped'; readonly text: string }
  | { readonly at: 'problem'; readonly problem: Problem; readonly text: string }

export interface TrialTask {
  readonly key: string
  readonly trial: RunWorkerApi['tryRecipe']['params']
}

/** Trials one after another; stopping ends the one at work and leaves out the rest, as leaving the screen does. */
export function useTrials(): {
  readonly stages: ReadonlyMap<string, TrialStage>
  readonly busy: boolean
  readonly start: (tasks: readonly TrialTask[]) => void
  readonly stop: () => void
} {
  const commands = useCommands()
  const [stages, setStages] = useState<ReadonlyMap<string, TrialStage>>(new Map())
  const [busy, setBusy] = useState(false)
  const control = useRef<AbortController | null>(null)
  useEffect(() => () => control.current?.abort(), [])

  const write = async (mine: AbortController, tasks: readonly TrialTask[]): Promise<void> => {
    for (const { key, trial } of tasks) {
      let text = ''
      const show = (stage: TrialStage): void => {
        if (control.current === mine) setStages(before => new Map(before).set(key, stage))
      }
      show({ at: 'writing', text })
      try {
        const done = await commands.tryRecipe(trial, mine.signal, added => {
          text += added
          if (!mine.signal.aborted) show({ at: 'writing', text })
        })
        show({ at: 'done', trial: done })
      } catch (thrown) {
        const problem = problemOf(thrown)
        show(problem.kind === 'cancelled' ? { at: 'stopped', text } : { at: 'problem', problem, text })
        return
      }
      if (mine.signal.aborted) return
    }
  }
  const start = (tasks: readonly TrialTask[]): void => {
    const mine = new AbortController()
    control.current?.abort()
    control.current = mine
    setStages(new Map(tasks.map(({ key }) => [key, { at: 'waiting' }])))
    setBusy(true)
    void write(mine, tasks).then(() => {
      if (control.current !== mine) return
      setBusy(false)
      setStages(before => new Map([...before].filter(([, stage]) => stage.at !== 'waiting')))
    })
  }
  return { stages, busy, start, stop: () => control.current?.abort() }
}
