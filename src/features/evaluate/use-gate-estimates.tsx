import { useEffect, useState } from 'react'
import type { GateName } from '#core/verification/gates/gate'
import { GATES } from '#core/verification/gates/gates'
import type { GateAsk, GateEstimate } from '#messages/gates'
import { useCommands, useSession } from '#features/context'

export type GateEstimates = Readonly<Partial<Record<GateName, GateEstimate>>>

/** Typing a number asks once, not for each digit. */
const REST_MS = 250

/**
 * What each gate would cost for these pairs. Asked again when pairs, models or the choice change, but not while one is at
 * work: every pair that it judges is a change.
 */
export function useGateEstimates({ scope, limit }: Pick<GateAsk, 'scope' | 'limit'>, paused: boolean): GateEstimates {
  const commands = useCommands()
  const state = useSession(
    ({ engine, project, revisions, phase }) =>
      `${phase} ${project?.id ?? ''} ${revisions.pairs} ${engine.state === 'ready' ? engine.model : engine.state}`,
  )
  const key = `${state} ${scope} ${String(limit)}`
  const [held, setHeld] = useState<{ key: string; estimates: GateEstimates }>({ key: '', estimates: {} })
  useEffect(() => {
    if (paused) return
    const control = new AbortController()
    const ask = async (): Promise<void> => {
      let estimates: GateEstimates = {}
      for (const { name } of GATES) {
        const estimate = await commands.estimateGate({ gate: name, scope, limit }, control.signal)
        if (control.signal.aborted) return
        estimates = { ...estimates, [name]: estimate }
        setHeld({ key, estimates })
      }
    }
    // What cannot be told is left out: the gate still says what it asks, and starting says what is wrong.
    const timer = setTimeout(() => void ask().catch(() => undefined), REST_MS)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for choice and session
  }, [key, paused, commands])
  return held.estimates
}
