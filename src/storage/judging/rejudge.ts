import type { Judged, JudgeWriter } from '#core/ports/project-store'
import type { Pair } from '#core/synthesis/pair'
import type { Connection } from '#storage/database/connection'
import { holdsKey } from '#storage/database/key-ranges'
import type { ProjectTables } from '#storage/database/project-database'
import type { PairRow, RunRow } from '#storage/database/rows'
import { storedJson } from '#storage/database/stored-json'
import { type HiddenDocuments, loadHidden } from '#storage/documents/hidden-documents'
import { withChecks } from '#storage/index/codes'
import { loadLeaves } from '#storage/index/leaves'
import { changeRun } from '#storage/ledger/run-change'
import { type PairPlace, placeOf } from '#storage/pairs/pair-key'
import { pairRowBytes } from '#storage/pairs/pair-rows'

interface Target extends PairPlace {
  readonly judged: Judged
}

function rowName({ document, start }: Pick<PairPlace, 'document' | 'start'>): string {
  return `${document} ${start}`
}

/** JSON of a pair with what was judged in it; null when another pair stands there. */
function judgedJson(json: string, { pair, checks, checksVersion, evidence }: Judged): string | null {
  const own = storedJson<Pick<Pair, 'id'>>(json)
  if (own.id !== pair) return null
  return JSON.stringify({ ...own, checks, checksVersion, ...(evidence === undefined ? {} : { evidence }) })
}

/** Writes the checks of pairs of one run: rows, index and counters. Gives how many were there. */
async function rejudgeRun(
  db: ProjectTables,
  row: RunRow,
  hidden: HiddenDocuments,
  targets: readonly Target[],
): Promise<number> {
  const passages = new Map(targets.map(({ document, start }) => [rowName({ document, start }), { document, start }]))
  const [leaves, rows] = await Promise.all([
    loadLeaves(db, row.sequence, [...passages.values()]),
    db.pairs.bulkGet([...passages.values()].map(({ document, start }) => [row.sequence, document, start] as const)),
  ])
  const texts = new Map<string, { readonly row: PairRow; readonly pairs: string[] }>()
  for (const found of rows) if (found !== undefined) texts.set(rowName(found), { row: found, pairs: [...found.pairs] })
  const change = changeRun(row, hidden)
  const changed = new Set<string>()
  let written = 0
  for (const target of targets) {
    const { document, place, judged } = target
    const held = texts.get(rowName(target))
    const before = held?.pairs[place]
    const code = leaves.code(target, place)
    if (held === undefined || before === undefined || code === undefined || holdsKey(hidden.gone, document)) continue
    const after = judgedJson(before, judged)
    if (after === null) continue
    written++
    if (after === before) continue
    held.pairs[place] = after
    changed.add(rowName(target))
    const next = withChecks(code, judged.checks)
    if (next === code) continue
    leaves.setCode(target, place, next)
    change.count(document, code, -1)
    change.count(document, next, 1)
  }
  if (changed.size === 0) return written
  const puts = [...changed].flatMap(name => texts.get(name) ?? [])
  const pairBytes = puts.reduce(
    (sum, { row: old, pairs }) => sum + pairRowBytes({ ...old, pairs }) - pairRowBytes(old),
    0,
  )
  await Promise.all([
    db.pairs.bulkPut(puts.map(({ row: old, pairs }) => ({ ...old, pairs }))),
    leaves.flush(),
    db.runs.put(change.row(row.run, { pairBytes })),
  ])
  return written
}

/** Writing what judging anew found (rule STORE23). */
export function rejudgeWriter(connection: Connection): Pick<JudgeWriter, 'rejudge'> {
  return {
    rejudge: (fence, judged) => {
      const runs = new Map<number, Target[]>()
      for (const each of judged) {
        const place = placeOf(each.key)
        if (place === null) continue
        const list = runs.get(place.run)
        if (list === undefined) runs.set(place.run, [{ ...place, judged: each }])
        else list.push({ ...place, judged: each })
      }
      return connection.write(fence, ['meta', 'sources', 'documents', 'runs', 'pairs', 'pairIndex'], async db => {
        const hidden = await loadHidden(db)
        let written = 0
        for (const [run, targets] of runs) {
          const row = await db.runs.get(run)
          if (row !== undefined) written += await rejudgeRun(db, row, hidden, targets)
        }
        return written
      })
    },
  }
}
