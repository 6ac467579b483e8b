import { useCheckName } from '#features/check-names'
import { useFormat } from '#features/format'
import type { Judging } from './use-judging'
import { useThresholdsWords } from './use-thresholds-words'

/** What judging changed, or would change: states, and each check before and after. */
export function JudgingResultView({ told }: { readonly told: Extract<Judging, { at: 'told' }> }) {
  const words = useThresholdsWords()
  const format = useFormat()
  const name = useCheckName()
  const { act, result } = told
  const checks = result.checks.filter(({ before, after }) => before !== after)
  return (
    <section className="thresholds__told" role="status">
      {act === 'apply' && <p>{words.done(result.pairs, format)}</p>}
      {result.moves.length === 0 ? (
        act === 'preview' && <p>{words.nothing}</p>
      ) : (
        <>
          <h3>{act === 'preview' ? words.wouldMove : words.moved}</h3>
          <ul>
            {result.moves.map(({ from, to, count }) => (
              <li key={`${from} ${to}`}>{words.move(words.states[from], words.states[to], count, format)}</li>
            ))}
          </ul>
        </>
      )}
      {checks.length > 0 && (
        <div className="blind-table" role="region" tabIndex={0} aria-label={words.checks}>
          <table>
            <caption>{words.checks}</caption>
            <thead>
              <tr>
                <th scope="col">{words.check}</th>
                <th scope="col">{words.before}</th>
                <th scope="col">{words.after}</th>
              </tr>
            </thead>
            <tbody>
              {checks.map(({ check, before, after }) => (
                <tr key={check}>
                  <th scope="row">{name(check)}</th>
                  <td>{format.number(before)}</td>
                  <td>{format.number(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
