import { describe, expect, it } from 'vitest'
import type { CheckResult } from '#core/synthesis/pair'
import { stateOf } from '#core/verification/state'

const checks = (...results: CheckResult[]) => results.map(result => ({ result }))

describe('the state of a pair', () => {
  it('STATE1: the person’s decision stands before every check', () => {
    expect(stateOf('keep', checks('fail'))).toBe('kept')
    expect(stateOf('drop', checks('pass'))).toBe('dropped')
  })

  it('STATE1: without a decision the worst check tells; no check at all is ready', () => {
    expect(stateOf(null, checks('pass', 'doubt', 'fail'))).toBe('failed')
    expect(stateOf(null, checks('doubt', 'pass'))).toBe('unsure')
    expect(stateOf(null, checks('pass', 'pass'))).toBe('ready')
    expect(stateOf(null, [])).toBe('ready')
  })
})
