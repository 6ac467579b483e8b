import type { CheckTally, PairFilter, PassageTally, ProjectReader } from '#core/ports/project-store'
import type { Connection } from '#storage/database/connection'
import type { ProjectTables } from '#storage/database/project-database'
import { isHidden } from '#storage/documents/hidden-documents'
import { checkMask, isListed, LISTED_CHECKS, OTHER_CHECKS, stateIn, taskNumber } from '#storage/index/codes'
import { eachEntry, type Entry, leavesOf } from '#storage/index/scan'
import { PAGE_TABLES } from '#storage/pairs/pair-reader'
import { acceptor, projectView, VIEW_TABLES } from '#storage/pairs/project-view'
import { readPairs } from '#storage/pairs/read-pairs'

type Filter = Pick<PairFilter, 'states' | 'tasks' | 'languages'>

const ALL: Filter = { states: [], tasks: [], languages: [] }

/** Pairs without a bit of their own that are read at once. */
const BATCH = 1_024

async function countChecks(db: ProjectTables, document: number | null, filter: Filter): Promise<CheckTally[]> {
  const { chosen, hidden } = await projectView(db)
  const range = document === null ? ([0, Infinity] as const) : ([document, document] as const)
  const byMask = new Uint32Array(OTHER_CHECKS * 2)
  const unlisted: Entry[] = []
  for (const row of chosen) {
    const accepts = acceptor({ ...filter, checks: [] }, row, hidden)
    for await (const leaves of leavesOf(db, row.sequence, range)) {
      for (const leaf of leaves) {
        eachEntry(leaf, range, (code, of, start, place) => {
          const mask = checkMask(code)
          if (mask === 0 || !accepts.code(code) || !accepts.document(of)) return
          byMask[mask] = (byMask[mask] ?? 0) + 1
          if ((mask & OTHER_CHECKS) !== 0) unlisted.push({ run: row.sequence, document: of, start, place, code })
        })
      }
    }
  }
  const counts = new Map<string, number>()
  LISTED_CHECKS.forEach((check, bit) => {
    const count = byMask.reduce((sum, pairs, mask) => ((mask >>> bit) & 1) * pairs + sum, 0)
    if (count > 0) counts.set(check, count)
  })
  for (let at = 0; at < unlisted.length; at += BATCH) {
    for (const { pair } of await readPairs(db, unlisted.slice(at, at + BATCH), false)) {
      const names = pair.checks.filter(({ name, result }) => result !== 'pass' && !isListed(name))
      for (const name of new Set(names.map(check => check.name))) counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return [...counts].map(([check, count]) => ({ check, count }))
}

async function countPassages(db: ProjectTables, document: number): Promise<PassageTally[]> {
  const { chosen, hidden } = await projectView(db)
  if (isHidden(hidden, document)) return []
  const tallies = new Map<string, PassageTally>()
  for (const row of chosen) {
    for await (const leaves of leavesOf(db, row.sequence, [document, document])) {
      for (const leaf of leaves) {
        eachEntry(leaf, [document, document], (code, _of, start) => {
          const [state, task] = [stateIn(code), row.tasks[taskNumber(code)] ?? '']
          const key = `${start} ${state} ${task}`
          tallies.set(key, { start, state, task, count: (tallies.get(key)?.count ?? 0) + 1 })
        })
      }
    }
  }
  return [...tallies.values()].sort((a, b) => a.start - b.start)
}

/** Counts by check and by passage, from the index. */
export function checkTallyReader(connection: Connection): Pick<ProjectReader, 'checkTallies' | 'passageTallies'> {
  return {
    checkTallies: (document, filter = ALL) => connection.read(PAGE_TABLES, db => countChecks(db, document, filter)),
    passageTallies: document => connection.read([...VIEW_TABLES, 'pairIndex'], db => countPassages(db, document)),
  }
}
