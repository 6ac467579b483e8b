import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '#core/problem'
import { isConnectionLost, storageProblemOf } from '#storage/storage-problem'

const quota = { name: 'QuotaExceededError', message: 'Quota exceeded' }

describe('what storage errors mean', () => {
  it('STORE5: a full quota is known by its name, wherever in the chain it stands', () => {
    expect(storageProblemOf(new DOMException('', 'QuotaExceededError'))).toEqual({ kind: 'quota-full' })
    expect(storageProblemOf(new Dexie.AbortError('QuotaExceededError ', quota))).toEqual({ kind: 'quota-full' })
    expect(storageProblemOf(new Dexie.AbortError('QuotaExceededError '))).toEqual({ kind: 'quota-full' })
    const bulk = new Dexie.BulkError('3 of 5 operations failed', { 0: new Dexie.AbortError('x', quota) })
    expect(storageProblemOf(bulk)).toEqual({ kind: 'quota-full' })
  })

  it('STORE5: a database that does not work is unavailable, with the browser’s words', () => {
    const error = new DOMException('Internal error opening backing store', 'UnknownError')
    const detail = 'UnknownError: Internal error opening backing store'
    expect(storageProblemOf(error)).toEqual({ kind: 'storage-unavailable', detail })
    expect(storageProblemOf(new Dexie.OpenFailedError(error))).toMatchObject({ kind: 'storage-unavailable' })
    expect(storageProblemOf(new Dexie.MissingAPIError())).toMatchObject({ kind: 'storage-unavailable' })
  })

  it('STORE5: what is not about storage stays what it is', () => {
    expect(storageProblemOf(new TypeError('a bug'))).toBeNull()
    expect(storageProblemOf(new DOMException('stopped', 'AbortError'))).toBeNull()
    expect(storageProblemOf(new ProblemError({ kind: 'lost-lock' }))).toBeNull()
    expect(storageProblemOf(undefined)).toBeNull()
    expect(storageProblemOf('text')).toBeNull()
  })

  it('STORE4: a dropped connection is told from a broken database', () => {
    const lost = 'Connection to Indexed Database server lost. Refresh the page to try again'
    expect(isConnectionLost(new DOMException(lost, 'UnknownError'))).toBe(true)
    expect(isConnectionLost(new DOMException('The database connection is closing.', 'InvalidStateError'))).toBe(true)
    expect(isConnectionLost(new Dexie.DatabaseClosedError())).toBe(true)
    expect(isConnectionLost(new DOMException('Internal error opening backing store', 'UnknownError'))).toBe(false)
    expect(isConnectionLost(null)).toBe(false)
  })
})
