import type { ReactNode } from 'react'
import { classNames } from './class-names'
import './bar-plot.css'

export interface Bar {
  readonly id: string
  readonly label: ReactNode
  readonly value: number
  /** The value in words, drawn at the end of the bar. */
  readonly text: string
  /** The one series that matters carries the accent. */
  readonly accent?: boolean
}

export interface BarPlotProps {
  /** What is counted; read out, and drawn above when `showLabel`. */
  readonly label: string
  readonly showLabel?: boolean
  readonly bars: readonly Bar[]
  /** Length of the full width; the largest value unless told. */
  readonly maximum?: number
}

/** Few horizontal bars, each labelled where it lies. */
export function BarPlot({ label, showLabel = false, bars, maximum }: BarPlotProps) {
  const full = Math.max(maximum ?? 0, ...bars.map(bar => bar.value)) || 1
  return (
    <figure className="ui-bars">
      <figcaption className={showLabel ? 'ui-field__label' : 'ui-visually-hidden'}>{label}</figcaption>
      <ul>
        {bars.map(bar => (
          <li key={bar.id}>
            <span className="ui-bars__label">{bar.label}</span>
            <span className="ui-bars__track">
              <i
                className={classNames(bar.accent === true && 'accent')}
                style={{ width: `${(Math.max(0, bar.value) / full) * 100}%` }}
              />
              <span className="ui-bars__value">{bar.text}</span>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
