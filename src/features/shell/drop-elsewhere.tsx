import { useEffect, useEffectEvent } from 'react'
import { useCommands, useSession } from '#features/context'

/**
 * Takes files that are dropped where the screen itself takes none: they go to Sources. A tab that may not write lets them
 * lie, and in no case does the browser open them in place of the app.
 */
export function DropElsewhere() {
  const commands = useCommands()
  const writes = useSession(session => session.phase === 'open' && session.role === 'writer')
  const drag = useEffectEvent((event: DragEvent) => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    event.dataTransfer.dropEffect = writes ? 'copy' : 'none'
  })
  const drop = useEffectEvent((event: DragEvent) => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    if (!writes) return
    commands.addDrop(event.dataTransfer).catch(commands.report)
    commands.go('sources')
  })
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    // The window hears last, so a screen that takes the files itself has done so.
    window.addEventListener('dragover', event => drag(event), { signal })
    window.addEventListener('drop', event => drop(event), { signal })
    return () => control.abort()
  }, [])
  return null
}
