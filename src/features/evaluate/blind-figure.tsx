import { Fragment } from 'react'
import type { BlindFigure } from '#core/evaluation/figure'
import { intervalText, percentText } from '#core/evaluation/measured-text'
import type { Interval } from '#core/evaluation/wilson'
import { useFormat } from '#features/format'
import { Notice } from '#ui'
import { useBlindWords } from './use-blind-words'

/** The measured share, what it rests on and what it does not cover. */
export function BlindFigureView({ figure }: { readonly figure: BlindFigure | null }) {
  const words = useBlindWords()
  const format = useFormat()
  if (figure === null || figure.share === null) {
    const voided = figure !== null && figure.lost > 0
    return (
      <div className="blind-figure">
        <p className="blind-figure__none">{voided ? words.voidAll : words.none}</p>
        <p className="blind-note">{voided ? words.voidAllWords : words.noneWords}</p>
      </div>
    )
  }
  const { share, interval, marked, right, population, exact, generous, seeds, unclear, lost, newer, entered } = figure
  const span = intervalText(interval)
  const rests = [
    words.rests(seeds.join(', ')),
    exact ? words.exact : generous ? words.generous : null,
    unclear > 0 ? words.unclear(unclear, format) : null,
    lost > 0 ? words.lost(lost, format) : null,
  ]
  const missing = [
    newer > 0 ? words.newer(newer, format) : null,
    entered > 0 ? words.entered(entered, format) : null,
  ].filter(part => part !== null)
  return (
    <div className="blind-figure">
      <div className="blind-figure__head">
        <p className="blind-figure__share">{percentText(share)}</p>
        <div>
          <p className="blind-figure__line">
            {words
              .line(population, marked, right, span, format)
              .split(' · ')
              .map((part, place) => (
                <Fragment key={part}>
                  {place > 0 && ' · '}
                  <span>{part}</span>
                </Fragment>
              ))}
          </p>
          {!exact && <p className="blind-note">{words.confidence}</p>}
        </div>
      </div>
      <IntervalPlot share={share} interval={interval} label={words.plot(span)} />
      <p className="blind-note">{rests.filter(part => part !== null).join(words.glue)}</p>
      {missing.length > 0 && (
        <Notice tone="warn" title={missing.join(' · ')}>
          {words.voidWords}
        </Notice>
      )}
    </div>
  )
}

interface IntervalPlotProps {
  readonly share: number
  readonly interval: Interval
  readonly label: string
}

/** A share and its interval on a line from 0 to 100 %. */
function IntervalPlot({ share, interval: { low, high }, label }: IntervalPlotProps) {
  const at = (value: number): string => `${(value * 100).toFixed(1)}%`
  return (
    <div className="interval" role="img" aria-label={label}>
      <span className="interval__span" style={{ left: at(low), width: at(high - low) }} />
      <span className="interval__share" style={{ left: at(share) }} />
      <span className="interval__end">0</span>
      <span className="interval__end">100 %</span>
    </div>
  )
}
