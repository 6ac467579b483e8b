import type { ProjectReader, Tally } from '#core/ports/project-store'
import { BarPlot } from '#ui'
import { useMessages, useQuery, useSession } from '#features/context'
import { useDocumentName } from '#features/document-name'
import { useFormat } from '#features/format'
import { useTaskWord } from '#features/task-words'
import { useCalm } from '#features/use-calm'
import { MESSAGES } from './messages'

/** Documents that are looked at, and those of them that are drawn. */
const LOOKED_AT = 500
const DRAWN = 8
/** A run at work changes the pairs several times a second. */
const REFRESH_MS = 2_000

interface DocumentCount {
  readonly order: number
  readonly name: string
  readonly row: number | null
  readonly pairs: number
}

function sum(tallies: readonly Tally[]): number {
  return tallies.reduce((total, tally) => total + tally.count, 0)
}

/** Pairs by task, the most first. */
export function byTask(tallies: readonly Tally[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const { task, count } of tallies) counts.set(task, (counts.get(task) ?? 0) + count)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

async function byDocument(reader: ProjectReader): Promise<{ most: readonly DocumentCount[]; all: boolean }> {
  const documents = await reader.documents({ after: -1, limit: LOOKED_AT, removed: false })
  const tallies = await reader.documentTallies(documents.map(document => document.order))
  const most = documents
    .map(({ order, name, row }) => ({ order, name, row, pairs: sum(tallies.get(order) ?? []) }))
    .filter(document => document.pairs > 0)
    .sort((a, b) => b.pairs - a.pairs || a.order - b.order)
    .slice(0, DRAWN)
  return { most, all: documents.length < LOOKED_AT }
}

/** What the pairs are about and where they come from. */
export function PairPlots() {
  const words = useMessages(MESSAGES)
  const format = useFormat()
  const taskWord = useTaskWord()
  const documentName = useDocumentName()
  const where = useSession(({ project, revisions }) => `${project?.id ?? ''} ${revisions.runs} ${revisions.sources}`)
  const pairs = useCalm(
    useSession(session => session.revisions.pairs),
    REFRESH_MS,
  )
  const key = `${where} ${pairs}`
  const tasks = useQuery(`tasks ${key}`, reader => reader.tallies(null)).value
  const documents = useQuery(`by document ${key}`, byDocument).value
  if (tasks === undefined || tasks.length === 0) return null
  const bars = byTask(tasks)
  const all = sum(tasks)
  // Shares beside counts: against the quotas of a mixture.
  const shared = (count: number): string => `${format.number(count)} · ${format.percent(count / all)}`
  return (
    <div className="write-plots">
      <BarPlot
        label={words.plots.tasks}
        showLabel
        bars={bars.map(([task, count]) => ({
          id: task,
          label: taskWord(task),
          value: count,
          text: bars.length > 1 ? shared(count) : format.number(count),
          accent: true,
        }))}
      />
      {documents !== undefined && documents.most.length > 1 && (
        <BarPlot
          label={
            documents.all
              ? words.plots.documents
              : `${words.plots.documents} · ${words.plots.first(format.number(LOOKED_AT))}`
          }
          showLabel
          bars={documents.most.map(document => ({
            id: `${document.order}`,
            label: documentName(document),
            value: document.pairs,
            text: format.number(document.pairs),
          }))}
        />
      )}
    </div>
  )
}
