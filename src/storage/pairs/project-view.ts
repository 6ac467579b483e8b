import type { PairFilter } from '#core/ports/project-store'
import type { ProjectTables } from '#storage/database/project-database'
import type { RunRow } from '#storage/database/rows'
import { type HiddenDocuments, isHidden, loadHidden } from '#storage/documents/hidden-documents'
import { talliesOf } from '#storage/index/cube'
import { LANGUAGES, languageNumber, STATES, stateNumber, taskNumber } from '#storage/index/codes'

/** What the person sees now: the chosen runs, and the documents that are hidden. */
export interface ProjectView {
  readonly chosen: readonly RunRow[]
  readonly hidden: HiddenDocuments
}

/** Tables that `projectView` reads. */
export const VIEW_TABLES = ['meta', 'sources', 'documents', 'runs'] as const

export async function projectView(db: ProjectTables): Promise<ProjectView> {
  const [hidden, runs] = await Promise.all([loadHidden(db), db.runs.toArray()])
  return { chosen: runs.filter(row => row.run.chosen), hidden }
}

function bits(all: readonly string[], wanted: readonly string[]): number {
  return wanted.reduce((sum, name) => (all.includes(name) ? sum | (1 << all.indexOf(name)) : sum), 0)
}

/** The test of a filter on entries of one run; documents that are hidden never pass. */
export function acceptor(
  filter: Pick<PairFilter, 'states' | 'tasks' | 'languages'>,
  row: RunRow,
  hidden: HiddenDocuments,
): (code: number, document: number) => boolean {
  const states = filter.states.length === 0 ? -1 : bits(STATES, filter.states)
  const languages = filter.languages.length === 0 ? -1 : bits(LANGUAGES, filter.languages)
  const tasks = filter.tasks.length === 0 ? null : new Set(filter.tasks.map(task => row.tasks.indexOf(task)))
  const nothingHidden = hidden.removed.length === 0 && hidden.gone.length === 0
  return (code, document) =>
    (states & (1 << stateNumber(code))) !== 0 &&
    (languages & (1 << languageNumber(code))) !== 0 &&
    (tasks === null || tasks.has(taskNumber(code))) &&
    (nothingHidden || !isHidden(hidden, document))
}

function takes<T>(wanted: readonly T[], value: T): boolean {
  return wanted.length === 0 || wanted.includes(value)
}

/** How many visible pairs of a run pass, whatever their document, by its counters. */
export function countMatching(row: RunRow, filter: Pick<PairFilter, 'states' | 'tasks' | 'languages'>): number {
  return talliesOf(row.cube, row.tasks)
    .filter(
      tally =>
        takes(filter.states, tally.state) && takes(filter.tasks, tally.task) && takes(filter.languages, tally.language),
    )
    .reduce((sum, tally) => sum + tally.count, 0)
}
