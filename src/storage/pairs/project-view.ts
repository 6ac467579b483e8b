import type { PairFilter } from '#core/ports/project-store'
import type { ProjectTables } from '#storage/database/project-database'
import type { RunRow } from '#storage/database/rows'
import { type HiddenDocuments, isHidden, loadHidden } from '#storage/documents/hidden-documents'
import type { Accepts } from '#storage/index/scan'
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

function takes<T>(wanted: readonly T[], value: T): boolean {
  return wanted.length === 0 || wanted.includes(value)
}

/** Which of all names are wanted, as a table of ones and zeros; an empty list wants all. */
function wantedOf(all: readonly string[], wanted: readonly string[]): Uint8Array {
  return Uint8Array.from(all, name => (takes(wanted, name) ? 1 : 0))
}

/** The test of a filter on entries of one run; documents that are hidden never pass. */
export function acceptor(
  filter: Pick<PairFilter, 'states' | 'tasks' | 'languages'>,
  row: RunRow,
  hidden: HiddenDocuments,
): Accepts {
  const states = wantedOf(STATES, filter.states)
  const languages = wantedOf(LANGUAGES, filter.languages)
  const tasks = wantedOf(row.tasks, filter.tasks)
  return {
    code: code =>
      states[stateNumber(code)] === 1 && languages[languageNumber(code)] === 1 && tasks[taskNumber(code)] === 1,
    document: document => !isHidden(hidden, document),
  }
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
