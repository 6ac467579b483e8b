import { useEffect, useEffectEvent } from 'react'

/**
 * Keys by name: `k`, `?`, `Enter`, `ArrowDown`, with `mod+` (⌘ or Ctrl) and `shift+` before them where they matter.
 * A letter is matched without regard to case; `shift+` is told apart only where the map names it.
 */
export type Hotkeys = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>

function writes(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}

/** The name of what was pressed, most exact first. */
function namesOf(event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'shiftKey'>): readonly string[] {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : ''
  return event.shiftKey
    ? [`${mod}shift+${key}`, ...(mod === '' && event.key.length === 1 && !/\p{L}/u.test(event.key) ? [key] : [])]
    : [mod + key]
}

/**
 * Listens on the page while mounted. Keys do nothing while the person writes in a field (`mod+` keys only where the field
 * does not take them), while a dialog is open, or when `enabled` is false. With `first`, these keys go before those of
 * the page around: for a view that gives keys of the page another meaning while it is open.
 */
export function useHotkeys(keys: Hotkeys, enabled = true, first = false): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    if (writes(event.target) || document.querySelector('dialog[open]') !== null) return
    const handler = namesOf(event)
      .map(name => keys[name])
      .find(found => found !== undefined)
    if (handler === undefined) return
    event.preventDefault()
    handler(event)
  })
  useEffect(() => {
    if (!enabled) return
    const listen = (event: KeyboardEvent): void => press(event)
    document.addEventListener('keydown', listen, first)
    return () => document.removeEventListener('keydown', listen, first)
  }, [enabled, first])
}
