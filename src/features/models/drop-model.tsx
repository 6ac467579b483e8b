import { useEffect, useEffectEvent, useState } from 'react'
import { Icon } from '#ui'
import { useMessages } from '#features/context'
import { MESSAGES } from './messages'

/** Whether a folder is among what was dropped: of those the event gives no files. */
function holdsFolder(transfer: DataTransfer): boolean {
  return [...transfer.items].some(item => item.webkitGetAsEntry()?.isDirectory === true)
}

export interface DropModelProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly onFolder: () => void
}

/** Takes a model that is dropped anywhere on this screen. */
export function DropModel({ onFiles, onFolder }: DropModelProps) {
  const words = useMessages(MESSAGES).own
  const [over, setOver] = useState(false)
  const drag = useEffectEvent((event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  })
  const leave = useEffectEvent((event: DragEvent) => {
    // Only leaving the window has no element that the pointer goes to.
    if (event.relatedTarget === null) setOver(false)
  })
  const drop = useEffectEvent((event: DragEvent) => {
    setOver(false)
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    if (holdsFolder(event.dataTransfer)) onFolder()
    else onFiles([...event.dataTransfer.files])
  })
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    document.addEventListener('dragenter', event => drag(event), { signal })
    document.addEventListener('dragover', event => drag(event), { signal })
    document.addEventListener('dragleave', event => leave(event), { signal })
    document.addEventListener('drop', event => drop(event), { signal })
    return () => control.abort()
  }, [])
  if (!over) return null
  return (
    <div className="drop-model">
      <div>
        <Icon name="model" size={30} />
        <strong>{words.release}</strong>
      </div>
    </div>
  )
}
