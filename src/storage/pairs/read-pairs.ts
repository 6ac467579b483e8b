import type { StoredPair } from '#core/ports/project-store'
import type { ProjectTables } from '#storage/database/project-database'
import type { PairRow } from '#storage/database/rows'
import { checkMask, isListed, maskOf } from '#storage/index/codes'
import type { Entry } from '#storage/index/scan'
import { pairKeyOf } from '#storage/pairs/pair-key'
import { decodePairs } from '#storage/pairs/pair-rows'

type RowKey = readonly [run: number, document: number, start: number]

/** Rows of one run at these keys; where they lie next to each other they are read in one go. */
async function rowsAt(db: ProjectTables, keys: readonly RowKey[], dense: boolean): Promise<readonly PairRow[]> {
  const [first, last] = [keys.reduce(lower), keys.reduce(higher)]
  if (!dense || keys.length < 8) return (await db.pairs.bulkGet([...keys])).filter(row => row !== undefined)
  const rows = await db.pairs
    .where('[run+document+start]')
    .between([...first], [...last], true, true)
    .limit(keys.length * 2)
    .toArray()
  const here = new Set(rows.map(row => nameOf([row.run, row.document, row.start])))
  const missing = keys.filter(key => !here.has(nameOf(key)))
  return missing.length === 0 ? rows : [...rows, ...(await rowsAt(db, missing, false))]
}

const lower = (a: RowKey, b: RowKey): RowKey => ((a[1] - b[1] || a[2] - b[2]) <= 0 ? a : b)
const higher = (a: RowKey, b: RowKey): RowKey => (lower(a, b) === a ? b : a)
const nameOf = ([run, document, start]: RowKey): string => `${run} ${document} ${start}`

/**
 * Reads the pairs of entries, in their order.
 *
 * @param dense whether the entries leave few pairs between them out
 * @param mayMatch looks at the JSON of a pair; one that it refuses is left out
 */
export async function readPairs(
  db: ProjectTables,
  entries: readonly Entry[],
  dense: boolean,
  mayMatch: (json: string) => boolean = () => true,
): Promise<StoredPair[]> {
  // Neighbours come from one row; looking that up once for all of them halves the time of a search.
  const groups: { readonly key: RowKey; readonly entries: Entry[] }[] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    const [run, document, start] = last?.key ?? []
    if (last !== undefined && entry.start === start && entry.document === document && entry.run === run) {
      last.entries.push(entry)
    } else groups.push({ key: [entry.run, entry.document, entry.start], entries: [entry] })
  }
  const keys = new Map<number, RowKey[]>()
  for (const { key } of groups) {
    const ofRun = keys.get(key[0])
    if (ofRun === undefined) keys.set(key[0], [key])
    else ofRun.push(key)
  }
  const rows = await Promise.all([...keys.values()].map(ofRun => rowsAt(db, ofRun, dense)))
  const byName = new Map(rows.flat().map(row => [nameOf([row.run, row.document, row.start]), row]))
  return groups.flatMap(({ key, entries: ofRow }) => {
    const row = byName.get(nameOf(key))
    if (row === undefined) return []
    const read = decodePairs(row, mayMatch)
    return ofRow.flatMap(entry => {
      const pair = read(entry.place, entry.code)
      return pair === undefined ? [] : [{ key: pairKeyOf(entry), document: entry.document, run: entry.run, pair }]
    })
  })
}

/**
 * Of entries that the index took for their checks, those that are right: checks without a bit of their own are told
 * apart by the pairs alone.
 */
export async function confirmChecks(
  db: ProjectTables,
  entries: readonly Entry[],
  checks: readonly string[],
): Promise<readonly Entry[]> {
  const unlisted = checks.filter(name => !isListed(name))
  const sure = maskOf(checks.filter(isListed))
  const doubtful = unlisted.length === 0 ? [] : entries.filter(({ code }) => (checkMask(code) & sure) === 0)
  if (doubtful.length === 0) return entries
  const right = new Set(
    (await readPairs(db, doubtful, false))
      .filter(({ pair }) => pair.checks.some(({ name, result }) => result !== 'pass' && unlisted.includes(name)))
      .map(({ key }) => key),
  )
  const looked = new Set(doubtful)
  return entries.filter(entry => !looked.has(entry) || right.has(pairKeyOf(entry)))
}
