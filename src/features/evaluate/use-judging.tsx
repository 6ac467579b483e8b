import { useEffect, useRef, useState } from 'react'
import { problemOf } from '#core/problem'
import type { Problem } from '#core/problem'
import type { Thresholds } from '#core/verification/thresholds'
import { useCommands } from '#features/context'
import type { JudgingProgress, JudgingResult } from '#messages/judging'

/** What became of judging: on trial or stored. A trial belongs to the thresholds that it was made by. */
export type Judging =
  | { readonly at: 'idle' }
  | { readonly at: 'working'; readonly act: 'preview' | 'apply'; readonly progress: JudgingProgress | null }
  | {
      readonly at: 'told'
      readonly act: 'preview' | 'apply'
      readonly thresholds: Thresholds
      readonly result: JudgingResult
    }
  | { readonly at: 'stopped'; readonly act: 'preview' | 'apply' }
  | { readonly at: 'problem'; readonly problem: Problem }

export interface JudgingDesk {
  readonly judging: Judging
  readonly preview: (thresholds: Thresholds) => void
  readonly apply: (thresholds: Thresholds) => void
  readonly stop: () => void
  readonly forget: () => void
}

/** One judging at a time. Leaving the screen stops a trial; what is stored goes on from where it was cut off. */
export function useJudging(): JudgingDesk {
  const { previewJudging, judgeAnew } = useCommands()
  const [judging, setJudging] = useState<Judging>({ at: 'idle' })
  const control = useRef<AbortController | null>(null)
  useEffect(() => () => control.current?.abort(), [])

  const work = async (act: 'preview' | 'apply', thresholds: Thresholds): Promise<void> => {
    control.current?.abort()
    const mine = new AbortController()
    control.current = mine
    const show = (next: Judging): void => {
      if (control.current === mine) setJudging(next)
    }
    show({ at: 'working', act, progress: null })
    try {
      const judge = act === 'preview' ? previewJudging : judgeAnew
      const result = await judge(thresholds, mine.signal, progress => {
        if (!mine.signal.aborted) show({ at: 'working', act, progress })
      })
      show({ at: 'told', act, thresholds, result })
    } catch (thrown) {
      const problem = problemOf(thrown)
      show(mine.signal.aborted || problem.kind === 'cancelled' ? { at: 'stopped', act } : { at: 'problem', problem })
    }
  }
  return {
    judging,
    preview: thresholds => void work('preview', thresholds),
    apply: thresholds => void work('apply', thresholds),
    stop: () => control.current?.abort(),
    forget: () => setJudging({ at: 'idle' }),
  }
}
