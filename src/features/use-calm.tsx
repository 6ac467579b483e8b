import { useEffect, useEffectEvent, useState } from 'react'

/** A value that changes often, taken at most once in `everyMs`: for what is costly to ask or to draw anew. */
export function useCalm<T>(value: T, everyMs: number): T {
  const [held, setHeld] = useState(value)
  const take = useEffectEvent(() => setHeld(value))
  useEffect(() => {
    const timer = setInterval(take, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return held
}
