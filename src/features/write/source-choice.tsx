import { useVirtualizer } from '@tanstack/react-virtual'
import { useState } from 'react'
import type { Source } from '#core/ports/project-store'
import { Checkbox, SearchField, Segmented } from '#ui'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'

const SEARCH_FROM = 12
const ROW_HEIGHT = 36

export interface SourceChoiceProps {
  readonly sources: readonly Source[]
  /** Ids; null for all. */
  readonly chosen: ReadonlySet<number> | null
  readonly onChange: (chosen: ReadonlySet<number> | null) => void
}

/** All documents, or those of some sources. */
export function SourceChoice({ sources, chosen, onChange }: SourceChoiceProps) {
  const words = useMessages(MESSAGES).from
  const format = useFormat()
  return (
    <section className="write-setup__part">
      <h2>{words.title}</h2>
      <div className="source-choice__head">
        <Segmented
          label={words.title}
          hideLabel
          value={chosen === null ? 'all' : 'some'}
          onChange={value => onChange(value === 'all' ? null : new Set())}
          options={[
            { value: 'all', label: words.all },
            { value: 'some', label: words.some },
          ]}
        />
        {chosen !== null && <span>{words.chosen(format.number(chosen.size), format.number(sources.length))}</span>}
      </div>
      {chosen !== null && <List sources={sources} chosen={chosen} onChange={onChange} />}
      {chosen?.size === 0 && <p className="write-setup__problem">{words.none}</p>}
    </section>
  )
}

function List({ sources, chosen, onChange }: SourceChoiceProps & { readonly chosen: ReadonlySet<number> }) {
  const words = useMessages(MESSAGES).from
  const format = useFormat()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [search, setSearch] = useState('')
  const shown = sources.filter(source => source.name.toLowerCase().includes(search.trim().toLowerCase()))
  // eslint-disable-next-line react-hooks/incompatible-library -- drawn here and handed to nothing that memoizes
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: index => shown[index]?.id ?? index,
    overscan: 10,
  })
  const toggle = (id: number, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  return (
    <div className="source-choice">
      {sources.length >= SEARCH_FROM && (
        <SearchField label={words.search} placeholder={words.search} value={search} onChange={setSearch} />
      )}
      <div className="source-choice__scroll" ref={setScroller}>
        <ul style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(item => {
            const source = shown[item.index]
            if (source === undefined) return null
            return (
              <li
                key={item.key}
                data-index={item.index}
                ref={virtual.measureElement}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <Checkbox
                  checked={chosen.has(source.id)}
                  onChange={on => toggle(source.id, on)}
                  label={
                    <span className="source-choice__row">
                      <span>{source.name}</span>
                      <span>{words.passages(format.number(source.passages))}</span>
                    </span>
                  }
                />
              </li>
            )
          })}
        </ul>
      </div>
    </div>
  )
}
