import { type Comparison, compareSides, markedSides, type SideFigures, SIDES } from '#core/evaluation/comparison'
import { useCheckName } from '#features/check-names'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { TEACHING_MESSAGES } from './teaching-messages'

/** Figures of both, side by side, over the passages that both have written (rule TEACHVIEW5). */
export function CompareTable({
  comparison,
  showMarks,
}: {
  readonly comparison: Comparison
  /** What the marks say is not shown while there is marking: it would steer it. */
  readonly showMarks: boolean
}) {
  const words = useMessages(TEACHING_MESSAGES).compare
  const format = useFormat()
  const nameOf = useCheckName()
  const sides = compareSides(comparison)
  const marks = markedSides(comparison)
  const { number, percent, duration } = format
  if (sides.with.passages === 0) return <p className="tryout__quiet">{words.notBoth}</p>
  const per = (part: number, whole: number): string =>
    whole === 0 ? '–' : number(Number((part / whole).toPrecision(3)))
  const share = (part: number, { pairs }: SideFigures): string =>
    pairs === 0 ? '–' : words.share(number(part), percent(Math.round((part / pairs) * 1000) / 1000))
  const checks = [...new Set(SIDES.flatMap(side => [...sides[side].checks.keys()]))].sort()
  const rows: readonly (readonly [string, (side: SideFigures) => string, 'sub'?])[] = [
    [words.rows.pairs, ({ pairs }) => number(pairs)],
    [words.rows.perPassage, side => per(side.pairs, side.passages), 'sub'],
    [words.rows.none, ({ none }) => number(none), 'sub'],
    [words.rows.ready, side => share(side.states.ready, side)],
    [words.rows.unsure, side => share(side.states.unsure, side)],
    [words.rows.failed, side => share(side.states.failed, side)],
    ...checks.map(
      check => [words.check(nameOf(check)), (side: SideFigures) => number(side.checks.get(check) ?? 0), 'sub'] as const,
    ),
    [words.rows.read, side => words.tokens(number(side.promptTokens), number(side.reusedTokens))],
    [words.rows.written, ({ answerTokens }) => number(answerTokens)],
    [words.rows.time, ({ ms }) => duration(ms)],
    [words.rows.perPair, side => (side.pairs === 0 ? '–' : duration(side.ms / side.pairs)), 'sub'],
  ]
  const marked = showMarks && SIDES.some(side => marks[side].marked > 0)
  return (
    <div className="compare__table" tabIndex={0} role="group" aria-label={words.tableOf}>
      <table>
        <caption>{words.over(number(sides.with.passages), number(comparison.passages))}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.without}</th>
            <th scope="col">{words.with}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, figure, look]) => (
            <tr key={name} data-sub={look === 'sub'}>
              <th scope="row">{name}</th>
              {SIDES.map(side => (
                <td key={side}>{figure(sides[side])}</td>
              ))}
            </tr>
          ))}
          {marked && (
            <tr>
              <th scope="row">{words.rows.right}</th>
              {SIDES.map(side => {
                const { right, marked: of, low, high } = marks[side]
                return (
                  <td key={side}>
                    {of === 0
                      ? '–'
                      : words.interval(number(right), number(of), percent(round(low)), percent(round(high)))}
                  </td>
                )
              })}
            </tr>
          )}
        </tbody>
      </table>
      <p className="tryout__quiet">{words.note}</p>
    </div>
  )
}

function round(share: number): number {
  return Math.round(share * 100) / 100
}
