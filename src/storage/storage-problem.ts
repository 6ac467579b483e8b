import { ProblemError, type StorageProblem } from '#core/problem'

/** Names under which browsers report that the database itself does not work. */
const BROKEN: ReadonlySet<string> = new Set([
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NotFoundError',
  'OpenFailedError',
  'SecurityError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
])

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined
}

function textField(value: unknown, name: string): string {
  const text = field(value, name)
  return typeof text === 'string' ? text : ''
}

/** The error and all that it wraps: Dexie puts the browser's error into `inner`, bulk calls into `failures`. */
function causes(error: unknown, depth = 0): unknown[] {
  if (error === undefined || error === null || depth > 4) return []
  const failures = field(error, 'failures')
  const first: unknown = Array.isArray(failures) ? failures[0] : undefined
  return [error, ...causes(field(error, 'inner'), depth + 1), ...causes(first, depth + 1)]
}

/** Whether the connection is gone while the data is not: WebKit does this to tabs in the background (rule STORE4). */
export function isConnectionLost(error: unknown): boolean {
  return causes(error).some(cause => {
    const name = textField(cause, 'name')
    if (name === 'DatabaseClosedError') return true
    return (
      (name === 'InvalidStateError' || name === 'UnknownError') &&
      /connection|closing|closed|lost/i.test(textField(cause, 'message'))
    )
  })
}

/** What kept a database from opening: whatever it was, storage is not available. */
export function openProblemOf(error: unknown): StorageProblem {
  const detail = `${textField(error, 'name')}: ${textField(error, 'message')}`
  return storageProblemOf(error) ?? { kind: 'storage-unavailable', detail }
}

/**
 * What went wrong with storage, or null when the error is not about storage (rule STORE5). A full quota arrives as an
 * `AbortError` whose cause lies in `inner`, so the whole chain is looked at.
 */
export function storageProblemOf(error: unknown): StorageProblem | null {
  if (error instanceof ProblemError) return null
  const chain = causes(error)
  const names = chain.map(cause => textField(cause, 'name'))
  if (names.includes('QuotaExceededError') || /^\s*QuotaExceededError/.test(textField(error, 'message'))) {
    return { kind: 'quota-full' }
  }
  const broken = chain.find(cause => {
    const name = textField(cause, 'name')
    return BROKEN.has(name) || (name === 'AbortError' && 'inner' in Object(error))
  })
  if (broken === undefined) return null
  return { kind: 'storage-unavailable', detail: `${textField(error, 'name')}: ${textField(error, 'message')}`.trim() }
}
