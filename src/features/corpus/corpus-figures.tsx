import { examplesOf, LENGTH_STEPS, modesOf, TOKEN_PARTS, totalOf } from '#core/corpus/corpus-counts'
import { type Format, useFormat } from '#features/format'
import { useTaskWord } from '#features/task-words'
import type { CorpusContents } from '#messages/corpus'
import { type Bar, BarPlot, Panel } from '#ui'
import type { CorpusMessages } from './corpus-messages.en'
import { useCorpusWords } from './use-corpus-words'

/** Tasks that are drawn; what is left becomes one more. */
const TASKS = 8

/** What is in the corpus: its tokens by what they are, layouts, tasks and lengths. */
export function CorpusFigures({
  contents: { counts, general },
  stale,
}: {
  readonly contents: CorpusContents
  readonly stale: boolean
}) {
  const words = useCorpusWords()
  const format = useFormat()
  const taskWord = useTaskWord()
  const { tokens, tasks, lengths, inverted } = counts
  const all = totalOf(tokens)
  const parts = TOKEN_PARTS.filter(part => tokens[part] > 0).map(part => ({
    id: part,
    label: words.tokenParts[part],
    value: tokens[part],
    text: words.share(format.number(tokens[part]), format.percent(tokens[part] / all)),
    accent: part === 'pairs' || part === 'examples',
  }))
  const modes = modesOf(counts).map(({ mode, count }) => bar(mode, words.modes[mode].name, count, format))
  const asked = examplesOf(counts).map(({ type, count }) => bar(type, words.minedTypes[type], count, format))
  const named = tasks.map(({ name, count }) => bar(name, taskWord(name), count, format))
  return (
    <Panel title={words.inside}>
      <div className="plots" aria-busy={stale}>
        <div className="plots__one">
          <BarPlot label={words.byPart} showLabel bars={parts} />
          <p className="ui-field__hint">{words.estimated}</p>
          {general.repeated && <p className="ui-field__hint">{words.repeated}</p>}
          {general.bad > 0 && <p className="ui-field__hint">{words.badRows(general.bad, format)}</p>}
        </div>
        {modes.length > 0 && (
          <div className="plots__one">
            <BarPlot label={words.byMode} showLabel bars={modes} />
            {inverted > 0 && <p className="ui-field__hint">{words.inverted(inverted, format)}</p>}
          </div>
        )}
        {named.length > 0 && <BarPlot label={words.byTask} showLabel bars={most(named, words, format)} />}
        {asked.length > 0 && <BarPlot label={words.byExample} showLabel bars={asked} />}
        <BarPlot label={words.byLength} showLabel bars={lengthBars(lengths, words, format)} />
      </div>
    </Panel>
  )
}

function bar(id: string, label: string, value: number, format: Format): Bar {
  return { id, label, value, text: format.number(value) }
}

/** The largest, and the rest as one. */
function most(bars: readonly Bar[], words: CorpusMessages, format: Format): readonly Bar[] {
  const sorted = [...bars].sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
  const shown = sorted.length > TASKS ? sorted.slice(0, TASKS - 1) : sorted
  const rest = sorted.slice(shown.length)
  if (rest.length === 0) return shown
  const value = rest.reduce((sum, one) => sum + one.value, 0)
  return [...shown, bar('others', words.others(rest.length, format), value, format)]
}

/** From the shortest stretch that holds a text to the longest, those between also where they are empty. */
function lengthBars(lengths: readonly number[], words: CorpusMessages, format: Format): readonly Bar[] {
  const bars = lengths.map((count, at) => bar(String(at), stretchWord(at, words, format), count, format))
  const first = bars.findIndex(({ value }) => value > 0)
  const last = bars.findLastIndex(({ value }) => value > 0)
  return bars.slice(Math.max(0, first), last + 1)
}

function stretchWord(at: number, words: CorpusMessages, format: Format): string {
  const [least, end] = [LENGTH_STEPS[at - 1], LENGTH_STEPS[at]]
  if (least === undefined) return words.upTo(format.number(end ?? 0))
  return end === undefined
    ? words.above(format.number(least))
    : words.between(format.number(least + 1), format.number(end))
}
