import type { ExportCounts, ExportOptions } from '#core/export/export-plan'
import { chosenTallies, pairsIn } from '#core/export/selection'
import type { ProjectReader } from '#core/ports/project-store'
import { useQuery, useSession } from '#features/context'
import { useDocumentName } from '#features/document-name'
import { type Format, useFormat } from '#features/format'
import { useTaskWord } from '#features/task-words'
import { useNarrowWords } from '#features/use-narrow-words'
import { type Bar, BarPlot, Panel } from '#ui'
import { type ExportMessages } from './export-messages.en'
import { useExportWords } from './use-export-words'

/** Bars of a plot; what is left becomes one more. */
const BARS = 8
/** Documents that are counted for the plot. */
const LOOKED_AT = 5_000
const PAGE = 500

interface Part {
  readonly id: string
  readonly label: string
  readonly value: number
}

async function documentParts(
  reader: ProjectReader,
  options: ExportOptions,
): Promise<readonly { order: number; name: string; row: number | null; value: number }[]> {
  const parts: { order: number; name: string; row: number | null; value: number }[] = []
  let after = -1
  for (let read = 0; read < LOOKED_AT; read += PAGE) {
    const page = await reader.documents({ after, limit: PAGE, removed: false })
    const wanted = page.filter(({ order }) => options.documents === null || options.documents.includes(order))
    const tallies = await reader.documentTallies(wanted.map(document => document.order))
    for (const { order, name, row } of wanted) {
      const value = pairsIn(chosenTallies(options, tallies.get(order) ?? []))
      if (value > 0) parts.push({ order, name, row, value })
    }
    after = page.at(-1)?.order ?? after
    if (page.length < PAGE) break
  }
  return parts
}

/** The largest parts as bars, and the rest as one. */
function barsOf(parts: readonly Part[], words: ExportMessages, format: Format): readonly Bar[] {
  const sorted = [...parts].sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1))
  const shown = sorted.length > BARS ? sorted.slice(0, BARS - 1) : sorted
  const rest = sorted.slice(shown.length)
  const bars = shown.map(part => ({ ...part, text: format.number(part.value) }))
  if (rest.length === 0) return bars
  const value = rest.reduce((sum, part) => sum + part.value, 0)
  return [...bars, { id: 'others', label: words.others(rest.length, format), value, text: format.number(value) }]
}

export interface PairPlotsProps {
  readonly options: ExportOptions
  readonly counts: ExportCounts
}

/** What the chosen pairs are about, and where they come from. */
export function PairPlots({ options, counts }: PairPlotsProps) {
  const words = useExportWords()
  const format = useFormat()
  const narrow = useNarrowWords()
  const taskWord = useTaskWord()
  const nameOf = useDocumentName()
  const revision = useSession(({ revisions }) => `${revisions.pairs}:${revisions.sources}`)
  const { states, tasks, languages, documents } = options
  const key = JSON.stringify([states, tasks, languages, documents, revision])
  const { value } = useQuery(`documents:${key}`, reader => documentParts(reader, options))
  if (counts.pairs === 0) return null
  const part = (id: string, label: string, count: number): Part => ({ id, label, value: count })
  const byTask = counts.tasks.map(({ name, count }) => part(name, taskWord(name), count))
  const byLanguage = counts.languages.map(({ name, count }) => part(name, narrow.languageNames[name], count))
  const byDocument = (value ?? []).map(one => part(String(one.order), nameOf(one), one.value))
  return (
    <Panel title={words.inside}>
      <div className="plots">
        <BarPlot label={words.byTask} showLabel bars={barsOf(byTask, words, format)} />
        <BarPlot label={words.byLanguage} showLabel bars={barsOf(byLanguage, words, format)} />
        {byDocument.length > 0 && (
          <BarPlot label={words.byDocument} showLabel bars={barsOf(byDocument, words, format)} />
        )}
      </div>
    </Panel>
  )
}
