import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { GateName } from '#core/verification/gates/gate'
import { type Problem, problemOf } from '#core/problem'
import type { Commands } from '#features/services'
import type { GateAsk, GateProgress, GateResult } from '#messages/gates'

export type GateStage =
  | { readonly at: 'idle' }
  | { readonly at: 'working'; readonly progress: GateProgress | null; readonly stopping: boolean }
  | { readonly at: 'done'; readonly result: GateResult }
  | { readonly at: 'problem'; readonly problem: Problem; readonly progress: GateProgress | null }

/** What was asked, and in which project: it is shown in no other. */
interface GateJob {
  readonly project: string
  readonly gate: GateName
  readonly stage: GateStage
}

const IDLE: GateJob = { project: '', gate: 'grounded', stage: { at: 'idle' } }

/** One at a time. It lives beside the screen, so that it goes on while the person looks at another one. */
const job = createStore<GateJob>(() => IDLE)
let controller = new AbortController()

export function useGateJob(project: string): GateJob {
  const held = useStore(job)
  return held.project === project ? held : IDLE
}

export async function startJudging(
  judge: Commands['judgeByModel'],
  project: string,
  ask: GateAsk & { readonly anyway: boolean },
): Promise<void> {
  if (job.getState().stage.at === 'working') return
  controller = new AbortController()
  let last: GateProgress | null = null
  const show = (stage: GateStage): void => job.setState({ project, gate: ask.gate, stage }, true)
  show({ at: 'working', progress: null, stopping: false })
  try {
    const result = await judge(ask, controller.signal, progress => {
      last = progress
      if (job.getState().stage.at === 'working') {
        show({ at: 'working', progress, stopping: controller.signal.aborted })
      }
    })
    show({ at: 'done', result })
  } catch (thrown) {
    show({ at: 'problem', problem: problemOf(thrown), progress: last })
  }
}

export function stopJudging(): void {
  controller.abort()
  const { stage, ...rest } = job.getState()
  if (stage.at === 'working') job.setState({ ...rest, stage: { ...stage, stopping: true } }, true)
}

export function dismissJudging(): void {
  if (job.getState().stage.at !== 'working') job.setState(IDLE, true)
}
