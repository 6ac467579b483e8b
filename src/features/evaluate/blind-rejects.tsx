import type { Standing } from '#core/evaluation/figure'
import { intervalText, percentText } from '#core/evaluation/measured-text'
import { rejectsOf } from '#core/evaluation/rejects'
import { useCheckName } from '#features/check-names'
import { useFormat } from '#features/format'
import { useBlindWords } from './use-blind-words'

export interface BlindRejectsProps {
  readonly held: Standing
  /** Failed pairs now. */
  readonly failed: number
}

/** What checks took out that the person found right. */
export function BlindRejects({ held, failed }: BlindRejectsProps) {
  const words = useBlindWords()
  const format = useFormat()
  const name = useCheckName()
  const { right, marked, interval, checks, rightTakenOut, shareOfRight } = rejectsOf(held)
  if (marked === 0 || failed === 0) return null
  return (
    <section className="blind-rejects">
      <h3>{words.rejects}</h3>
      <p>
        {words.rejectsWords(right, marked, intervalText(interval), format)}
        {words.glue}
        {rightTakenOut !== null &&
          shareOfRight !== null &&
          rightTakenOut >= 1 &&
          words.rejectsLost(Math.round(rightTakenOut), percentText(shareOfRight), format)}
      </p>
      <div className="blind-table" role="region" tabIndex={0} aria-label={words.rejectsTable}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.byCheck}</th>
              <th scope="col">{words.failedMarked}</th>
              <th scope="col">{words.failedRight}</th>
              <th scope="col">{words.failedShare}</th>
            </tr>
          </thead>
          <tbody>
            {checks
              .filter(check => check.marked > 0)
              .map(check => (
                <tr key={check.check}>
                  <th scope="row">{name(check.check)}</th>
                  <td>{format.number(check.marked)}</td>
                  <td>{format.number(check.right)}</td>
                  <td>{intervalText(check.interval)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
