import { useEffect, useEffectEvent, useState } from 'react'
import './visually-hidden.css'

/** Reads a changing text out politely, at most once in `everyMs` (10 s unless told). Draws nothing. */
export function LiveText({ text, everyMs = 10_000 }: { readonly text: string; readonly everyMs?: number }) {
  const [said, setSaid] = useState(text)
  const say = useEffectEvent(() => setSaid(text))
  useEffect(() => {
    const timer = setInterval(say, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return (
    <div className="ui-visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  )
}
