import { useCallback, useEffect, useRef, useState } from 'react'
import type { RunWorkerApi } from '#messages/run-worker'
import { useCommands, useSession } from '#features/context'

type Held = RunWorkerApi['comparison']['result']

/** The comparison that this tab holds, read again as it grows; it goes on while other screens are looked at. */
export function useComparison(): { readonly held: Held; readonly read: () => void } {
  const commands = useCommands()
  const key = useSession(({ project, comparison }) => `${project?.id ?? ''} ${comparison?.revision ?? ''}`)
  const [held, setHeld] = useState<Held>(null)
  const last = useRef(0)
  const read = useCallback((): void => {
    const mine = ++last.current
    commands.comparison().then(
      found => {
        if (last.current === mine) setHeld(found)
      },
      // A project that is not open yet holds none.
      () => undefined,
    )
  }, [commands])
  useEffect(read, [read, key])
  return { held, read }
}
