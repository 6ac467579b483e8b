import { useEffect, useEffectEvent, useState } from 'react'
import { Icon } from '#ui'
import { useMessages } from '#features/context'
import { MESSAGES } from './messages'
import type { Adding } from './use-adding'

function holdsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') === true
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], dialog') !== null
}

/** Takes files that are dropped anywhere on the window, and files or text that are pasted on the page. */
export function DropArea({ adding }: { readonly adding: Adding }) {
  const words = useMessages(MESSAGES).overlay
  const [over, setOver] = useState(false)

  const drag = useEffectEvent((event: DragEvent) => {
    if (!holdsFiles(event.dataTransfer)) return
    event.preventDefault()
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  })
  const leave = useEffectEvent((event: DragEvent) => {
    // Only leaving the window has no element that the pointer goes to.
    if (event.relatedTarget === null) setOver(false)
  })
  const drop = useEffectEvent((event: DragEvent) => {
    setOver(false)
    if (event.dataTransfer === null || !holdsFiles(event.dataTransfer)) return
    event.preventDefault()
    adding.drop(event.dataTransfer)
  })
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (isField(event.target) || event.clipboardData === null || document.querySelector('dialog[open]') !== null) return
    const { files } = event.clipboardData
    const text = event.clipboardData.getData('text/plain')
    if (files.length > 0) adding.files(files)
    else if (text.trim() !== '') adding.askForText(text)
    else return
    event.preventDefault()
  })

  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    document.addEventListener('dragenter', event => drag(event), { signal })
    document.addEventListener('dragover', event => drag(event), { signal })
    document.addEventListener('dragleave', event => leave(event), { signal })
    document.addEventListener('drop', event => drop(event), { signal })
    document.addEventListener('paste', event => paste(event), { signal })
    return () => control.abort()
  }, [])

  if (!over) return null
  return (
    <div className="drop-overlay">
      <div>
        <Icon name="download" size={30} />
        <strong>{words.title}</strong>
        <span>{words.body}</span>
      </div>
    </div>
  )
}
