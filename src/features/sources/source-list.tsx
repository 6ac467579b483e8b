import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Source } from '#core/ports/project-store'
import { DeleteDialog } from './delete-dialog'
import { SourceRow } from './source-row'

const ROW_HEIGHT = 49

export interface SourceListProps {
  readonly sources: readonly Source[]
  /** The element that scrolls. */
  readonly scroller: HTMLElement | null
}

/** Only the rows in sight are drawn, so thousands of sources stay quick. One row is open at a time. */
export function SourceList({ sources, scroller }: SourceListProps) {
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  const [open, setOpen] = useState<number | null>(null)
  const [deleting, setDeleting] = useState<Source | null>(null)
  useLayoutEffect(() => {
    const element = list.current
    if (scroller === null || element === null) return
    const measure = (): void =>
      setTop(element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop)
    measure()
    // What stands above the list may grow (the cut, a notice).
    const observer = new ResizeObserver(measure)
    if (scroller.firstElementChild !== null) observer.observe(scroller.firstElementChild)
    return () => observer.disconnect()
  }, [scroller])
  // eslint-disable-next-line react-hooks/incompatible-library -- drawn here and handed to nothing that memoizes
  const virtual = useVirtualizer({
    count: sources.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: index => sources[index]?.id ?? index,
    overscan: 12,
    scrollMargin: top,
  })
  return (
    <>
      <ul ref={list} className="source-list" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(item => {
          const source = sources[item.index]
          if (source === undefined) return null
          return (
            <li
              key={item.key}
              data-index={item.index}
              ref={virtual.measureElement}
              aria-setsize={sources.length}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start - top}px)` }}
            >
              <SourceRow
                source={source}
                open={open === source.id}
                onToggle={() => setOpen(open === source.id ? null : source.id)}
                onDelete={() => setDeleting(source)}
              />
            </li>
          )
        })}
      </ul>
      <DeleteDialog source={deleting} onClose={() => setDeleting(null)} />
    </>
  )
}
