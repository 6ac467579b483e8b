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

/** The options live in the URL: they outlast a reload and a look at another screen by its back button. */
export function useExportOptions(): OptionsInUrl {
  const { go } = useCommands()
  const params = useSession(session => session.route.params)
  const [options, setOptions] = useState(() => optionsOf(params))
  const [settled, setSettled] = useState(options)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (part: Partial<ExportOptions>): void => {
    const next = { ...options, ...part }
    setOptions(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setSettled(next)
      go('export', paramsOf(next), { replace: true })
    }, NOTE_AFTER_MS)
  }
  return { options, settled, change }
}
