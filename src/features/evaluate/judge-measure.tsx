import type { GateMeasure } from '#messages/gates'
import { useFormat } from '#features/format'
import { useGatesWords } from './use-gates-words'

/** How the judge did on pairs whose truth is known: both rates with their intervals, and what it notices. */
export function JudgeMeasure({ measure }: { readonly measure: GateMeasure }) {
  const words = useGatesWords()
  const format = useFormat()
  const { right, wrong, caught, planted, kinds } = measure
  return (
    <section className="measure">
      <h3>{words.measure}</h3>
      <ul>
        <li>
          <span>{words.caught(caught, planted, format)}</span>
          <small>{words.interval(1 - wrong.high, 1 - wrong.low, format)}</small>
        </li>
        <li>
          <span>{words.passed(right.count, right.total, format)}</span>
          <small>{words.interval(right.low, right.high, format)}</small>
        </li>
      </ul>
      {kinds.length > 1 && (
        <dl>
          {kinds.map(one => (
            <div key={one.kind}>
              <dt>{words.kinds[one.kind]}</dt>
              <dd>{words.kindFigure(one.caught, one.planted, format)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>{words.basis(measure, format)}</p>
    </section>
  )
}
