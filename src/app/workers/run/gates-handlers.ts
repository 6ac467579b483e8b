import { ProblemError } from '#core/problem'
import type { GatesApi } from '#messages/gates'
import type { Handlers } from '#messages/rpc'
import { estimateGate } from '#runner/gate-estimate'
import type { GateMemory } from '#runner/gate-memory'
import { type GateTools, judgeByModel } from '#runner/judge-by-model'
import type { RunRoom } from './run-room'

/** What of the run worker's room gates need. */
export interface GateRoom extends Pick<RunRoom, 'fence' | 'changed' | 'idle'> {
  readonly store: () => GateTools['store']
  readonly desk: GateTools['desk'] & Pick<RunRoom['desk'], 'speed'>
}

export interface Gates {
  readonly handlers: Handlers<GatesApi>
  /** Throws `judging-active` while a model judges: runs wait until it is done (rule GATE18). */
  readonly idle: () => void
  /** Ends what is under way; what was judged is stored. */
  readonly stop: () => Promise<void>
  /** Forgets what was measured: another project has other pairs. */
  readonly forget: () => void
}

export function createGates({ store, fence, desk, changed, idle }: GateRoom): Gates {
  let memory: GateMemory = new Map()
  let working: { readonly control: AbortController; readonly ended: Promise<unknown> } | null = null
  const free = (): void => {
    if (working !== null) throw new ProblemError({ kind: 'judging-active' })
  }
  return {
    idle: free,
    stop: async () => {
      working?.control.abort()
      await working?.ended.catch(() => undefined)
    },
    forget: () => {
      memory = new Map()
    },
    handlers: {
      estimateGate: (signal, ask) => estimateGate(signal, store(), desk, memory, ask),
      judgeByModel: async (signal, ask, progress) => {
        idle()
        const control = new AbortController()
        const tools = {
          store: store(),
          fence: fence(),
          desk,
          clock: { elapsed: () => performance.now() },
          memory,
        }
        const ended = judgeByModel(AbortSignal.any([signal, control.signal]), tools, ask, value => {
          progress(value)
          if (value.moved > 0) changed({ pairs: true })
        })
        working = { control, ended }
        try {
          return await ended
        } finally {
          working = null
          changed({ pairs: true })
        }
      },
    },
  }
}
