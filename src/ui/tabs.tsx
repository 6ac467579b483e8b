import { type ReactNode, useId } from 'react'
import './segmented.css'

export interface Tab<V extends string> {
  readonly value: V
  readonly label: ReactNode
}

export interface TabsProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly tabs: readonly Tab<V>[]
  readonly onChange: (value: V) => void
  /** The panel of the tab that is open. */
  readonly children: ReactNode
}

/** Views of one thing, one at a time; arrow keys move between them. */
export function Tabs<V extends string>({ label, value, tabs, onChange, children }: TabsProps<V>) {
  const id = useId()
  return (
    <div>
      <div
        className="ui-tabs"
        role="tablist"
        aria-label={label}
        onKeyDown={event => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
          if (step === undefined) return
          const at = tabs.findIndex(tab => tab.value === value)
          const next = tabs[(at + step + tabs.length) % tabs.length]
          if (next === undefined) return
          onChange(next.value)
          document.getElementById(`${id}-${next.value}`)?.focus()
        }}
      >
        {tabs.map(tab => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} className="ui-tab-panel" role="tabpanel" aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </div>
  )
}
