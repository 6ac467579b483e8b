import type { CSSProperties, ReactNode } from 'react'
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

/** Room for a text in `ch`: Chinese characters take two. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (/\p{sc=Han}/u.test(one) ? 2 : 1), 0)
}

interface BarStyle extends CSSProperties {
  readonly '--share'?: number
  readonly '--room'?: string
}

function share(value: number): BarStyle {
  return { '--share': Math.max(0, value) }
}

/** Few horizontal bars, each labelled where it lies; lengths are true to the values. */
export function BarPlot({ label, showLabel = false, bars, maximum }: BarPlotProps) {
  const full = Math.max(maximum ?? 0, ...bars.map(bar => bar.value)) || 1
  const room: BarStyle = { '--room': `${Math.max(...bars.map(bar => widthOf(bar.text))) + 1}ch` }
  return (
    <figure className="ui-bars">
      <figcaption className={showLabel ? 'ui-field__label' : 'ui-visually-hidden'}>{label}</figcaption>
      <ul style={room}>
        {bars.map(bar => (
          <li key={bar.id}>
            <span className="ui-bars__label">{bar.label}</span>
            <span className="ui-bars__track">
              <i className={classNames(bar.accent === true && 'accent')} style={share(bar.value / full)} />
              <span className="ui-bars__value">{bar.text}</span>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
