import { useEffect, useRef, useState } from 'react'
import type { ExportOptions } from '#core/export/export-plan'
import { useCommands, useSession } from '#features/context'
import { optionsOf, paramsOf } from './export-params'

/** Browsers refuse too many changes of the URL in a row, as typing would make. */
const NOTE_AFTER_MS = 400

export interface OptionsInUrl {
  readonly options: ExportOptions
  /** The options after they came to rest; what is read from the project follows these. */
  readonly settled: ExportOptions
  readonly change: (change: Partial<ExportOptions>) => void
}

function sameOptions(a: ExportOptions, b: ExportOptions): boolean {
  return JSON.stringify(paramsOf(a)) === JSON.stringify(paramsOf(b))
}

/** The options live in the URL: they outlast a reload and a look at another screen, and a link brings its own. */
export function useExportOptions(): OptionsInUrl {
  const { go } = useCommands()
  const params = useSession(session => session.route.params)
  const [options, setOptions] = useState(() => optionsOf(params))
  const [settled, setSettled] = useState(options)
  const [seen, setSeen] = useState(params)
  if (seen !== params) {
    setSeen(params)
    const told = optionsOf(params)
    if (!sameOptions(told, options)) {
      setOptions(told)
      setSettled(told)
    }
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (part: Partial<ExportOptions>): void => {
    const next = { ...options, ...part }
    setOptions(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setSettled(next)
      // The person may be on the way to another screen, and this one still wait in the back until that is loaded.
      if (/^#\/export(?:\?|$)/u.test(location.hash)) go('export', paramsOf(next), { replace: true })
    }, NOTE_AFTER_MS)
  }
  return { options, settled, change }
}
