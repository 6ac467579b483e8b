import type { Cancel } from '#core/ports/cancel'
import type { Hash } from '#core/ports/hash'
import { ProblemError } from '#core/problem'
import type { Check } from '#storage/backup/checks'
import { type End, type Header, NO_ROWS, type RowKind, type Rows, VERSION } from '#storage/backup/format'
import { damaged, parseLine, readLines } from '#storage/backup/read-lines'
import { type RowRestorer, rowRestorer } from '#storage/backup/restore-rows'
import { isEnd, isHeader, ROW_CHECKS } from '#storage/backup/row-checks'
import { connect } from '#storage/database/connection'
import { makeProject, type ProjectEntry, sweepProjects } from '#storage/projects'

/** Characters written in one transaction. */
const BATCH = 1 << 20

/** Takes a row of any kind; false when the line holds none. */
function takeRow({ take }: RowRestorer, line: object, count: (kind: RowKind) => void): boolean {
  const takeAs = <K extends RowKind>(kind: K, check: Check<Rows[K]>, takeIt: (row: Rows[K]) => void): boolean => {
    if (!(kind in line)) return false
    const row: unknown = Reflect.get(line, kind)
    if (!check(row)) throw damaged(`a row of the kind ${kind}`)
    takeIt(row)
    count(kind)
    return true
  }
  return (
    takeAs('source', ROW_CHECKS.source, take.source) ||
    takeAs('document', ROW_CHECKS.document, take.document) ||
    takeAs('text', ROW_CHECKS.text, take.text) ||
    takeAs('cut', ROW_CHECKS.cut, take.cut) ||
    takeAs('recipe', ROW_CHECKS.recipe, take.recipe) ||
    takeAs('settings', ROW_CHECKS.settings, take.settings) ||
    takeAs('sample', ROW_CHECKS.sample, take.sample) ||
    takeAs('run', ROW_CHECKS.run, take.run) ||
    takeAs('plan', ROW_CHECKS.plan, take.plan) ||
    takeAs('items', ROW_CHECKS.items, take.items) ||
    takeAs('pairs', ROW_CHECKS.pairs, take.pairs)
  )
}

function checkHeader(value: unknown): Header {
  if (!isHeader(value)) throw damaged('no header')
  if (value.version > VERSION) throw new ProblemError({ kind: 'backup-newer', version: value.version })
  return value
}

function checkEnd({ end, sha256 }: End, counts: { [kind in RowKind]: number }, digest: string): void {
  if (sha256 !== digest) throw damaged('checksum')
  if (JSON.stringify({ ...NO_ROWS, ...end }) !== JSON.stringify(counts)) throw damaged('number of rows')
}

/** Fills a project's database from the file. Gives the name that the project had. */
async function fill(
  cancel: Cancel,
  restorer: RowRestorer,
  pieces: AsyncIterable<Uint8Array>,
  hash: Hash,
): Promise<string> {
  const sha256 = hash.stream()
  const counts = { ...NO_ROWS }
  let header: Header | null = null
  let ended = false
  let gathered = 0
  for await (const line of readLines(pieces)) {
    if (ended) throw damaged('lines after the end')
    const value = parseLine(line)
    if (header === null) header = checkHeader(value)
    else if (isEnd(value)) {
      checkEnd(value, counts, sha256.digest())
      ended = true
      continue
    } else if (typeof value !== 'object' || value === null || !takeRow(restorer, value, kind => counts[kind]++)) {
      throw damaged('unknown row')
    }
    sha256.update(`${line}\n`)
    gathered += line.length
    if (gathered < BATCH) continue
    if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
    await restorer.write()
    gathered = 0
  }
  if (header === null || !ended) throw damaged('cut short')
  await restorer.write()
  await restorer.finish()
  return header.project
}

/**
 * Reads a backup into a new project (rules BACKUP2, BACKUP3). The project becomes visible only when all of the file has
 * been checked.
 *
 * @param pieces bytes of the file in any pieces
 * @param now ms since 1970, for the registry
 * @throws ProblemError `backup-damaged`, `backup-newer`, `quota-full`, `cancelled`; then nothing has changed
 */
export async function restoreProject(
  cancel: Cancel,
  pieces: AsyncIterable<Uint8Array>,
  hash: Hash,
  now: number,
): Promise<ProjectEntry> {
  await sweepProjects()
  return makeProject(now, async id => {
    const connection = await connect(id, () => undefined)
    try {
      return await fill(cancel, rowRestorer(connection), pieces, hash)
    } catch (error) {
      // Rows that contradict each other fail where they are written.
      throw error instanceof ProblemError ? error : damaged(error instanceof Error ? error.name : 'unknown')
    } finally {
      connection.close()
    }
  })
}
