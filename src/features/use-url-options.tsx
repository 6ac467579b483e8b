import { useEffect, useRef, useState } from 'react'
import { useCommands, useSession } from '#features/context'

/** Browsers refuse too many changes of the URL in a row, as typing would make. */
const NOTE_AFTER_MS = 400

/** How options of a screen stand in the URL: what one writes without the defaults, the other reads back. */
export interface UrlOptions<T> {
  readonly screen: string
  readonly optionsOf: (params: URLSearchParams) => T
  readonly paramsOf: (options: T) => Readonly<Record<string, string>>
}

export interface OptionsInUrl<T> {
  readonly options: T
  /** The options after they came to rest; what is read from the project follows these. */
  readonly settled: T
  readonly change: (change: Partial<T>) => void
}

/** The options live in the URL: they outlast a reload and a look at another screen, and a link brings its own. */
export function useUrlOptions<T extends object>({ screen, optionsOf, paramsOf }: UrlOptions<T>): OptionsInUrl<T> {
  const { go } = useCommands()
  const params = useSession(session => session.route.params)
  const [options, setOptions] = useState(() => optionsOf(params))
  const [settled, setSettled] = useState(options)
  const [seen, setSeen] = useState(params)
  if (seen !== params) {
    setSeen(params)
    const told = optionsOf(params)
    if (JSON.stringify(paramsOf(told)) !== JSON.stringify(paramsOf(options))) {
      setOptions(told)
      setSettled(told)
    }
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (part: Partial<T>): void => {
    const next = { ...options, ...part }
    setOptions(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setSettled(next)
      // The person may be on the way to another screen, and this one still wait in the back until that is loaded.
      if (location.hash.replace(/\?.*/u, '') === `#/${screen}`) go(screen, paramsOf(next), { replace: true })
    }, NOTE_AFTER_MS)
  }
  return { options, settled, change }
}
