import { ProblemError } from '#core/problem'

/** One file of weights, by its path relative to the manifest. */
export interface Shard {
  readonly path: string
  readonly bytes: number
}

export const MANIFEST_FILE = 'tensor-cache.json'

/** The files that a `tensor-cache.json` names. Throws `model-damaged` where it is not such a manifest. */
export function readShardList(text: string): readonly Shard[] {
  const records = recordsOf(text)
  if (records.length === 0) throw damaged('it names no files')
  return records.map(record => {
    if (typeof record !== 'object' || record === null) throw damaged('a record is not an object')
    const path = 'dataPath' in record ? record.dataPath : undefined
    const bytes = 'nbytes' in record ? record.nbytes : undefined
    if (typeof path !== 'string' || typeof bytes !== 'number') throw damaged('a record lacks dataPath or nbytes')
    return { path, bytes }
  })
}

function recordsOf(text: string): readonly unknown[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (thrown) {
    throw damaged(String(thrown))
  }
  const records = typeof value === 'object' && value !== null && 'records' in value ? value.records : undefined
  return Array.isArray(records) ? records : []
}

function damaged(detail: string): ProblemError {
  return new ProblemError({ kind: 'model-damaged', file: MANIFEST_FILE, detail })
}
