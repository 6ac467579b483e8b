import { type RefObject, useEffect, useState } from 'react'
import type { Range } from '#core/synthesis/pair'
import { selectedRange } from './selected-range'

/** What of the passage is selected, by mouse, finger or keyboard; null for nothing. */
export function useSelectedRange(box: RefObject<HTMLElement | null>, text: string): Range | null {
  const [range, setRange] = useState<Range | null>(null)
  useEffect(() => {
    const look = (): void => {
      const passage = box.current?.querySelector('[data-passage]')
      const next = passage == null ? null : selectedRange(passage, document.getSelection(), text)
      setRange(before => (before?.start === next?.start && before?.end === next?.end ? before : next))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [box, text])
  return range
}
