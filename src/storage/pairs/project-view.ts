import type { PairFilter } from '#core/ports/project-store'
import type { ProjectTables } from '#storage/database/project-database'
import type { RunRow } from '#storage/database/rows'
import { type HiddenDocuments, isHidden, loadHidden } from '#storage/documents/hidden-documents'
import type { Accepts } from '#storage/index/scan'
import { talliesOf } from '#storage/index/cube'
import { checkMask, LANGUAGES, languageNumber, maskOf, STATES, stateNumber, taskNumber } from '#storage/index/codes'

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

/** What a filter asks of the code of a pair. */
export type Facets = Pick<PairFilter, 'states' | 'tasks' | 'languages' | 'checks'>

/**
 * The test of a filter on entries of one run; documents that are hidden never pass. Checks without a bit of their own
 * are told apart by none: what passes for them alone has still to be looked at (see `read-pairs`).
 */
export function acceptor(filter: Facets, row: RunRow, hidden: HiddenDocuments): Accepts {
  const states = wantedOf(STATES, filter.states)
  const languages = wantedOf(LANGUAGES, filter.languages)
  const tasks = wantedOf(row.tasks, filter.tasks)
  const checks = maskOf(filter.checks)
  return {
    code: code =>
      states[stateNumber(code)] === 1 &&
      languages[languageNumber(code)] === 1 &&
      tasks[taskNumber(code)] === 1 &&
      (checks === 0 || (checkMask(code) & checks) !== 0),
    document: document => !isHidden(hidden, document),
  }
}

/** How many visible pairs of a run pass, whatever their document and checks, by its counters. */
export function countMatching(row: RunRow, filter: Omit<Facets, 'checks'>): number {
  return talliesOf(row.cube, row.tasks)
    .filter(
      tally =>
        takes(filter.states, tally.state) && takes(filter.tasks, tally.task) && takes(filter.languages, tally.language),
    )
    .reduce((sum, tally) => sum + tally.count, 0)
}
