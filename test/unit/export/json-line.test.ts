import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonLine } from '#core/export/json-line'
import { hostileText } from './samples'

describe('jsonLine', () => {
  it('EXPORT2: any texts stay on one line, in UTF-8, and come back as they were', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (key, value) => {
        const line = jsonLine({ [`k${key}`]: value, list: [{ value }] })
        expect(line.endsWith('\n')).toBe(true)
        expect(/[\r\n\u0085\u2028\u2029]/.test(line.slice(0, -1))).toBe(false)
        expect(line.isWellFormed()).toBe(true)
        const back: unknown = JSON.parse(line)
        expect(back).toEqual({
          [`k${key.toWellFormed()}`]: value.toWellFormed(),
          list: [{ value: value.toWellFormed() }],
        })
      }),
      { numRuns: 500 },
    )
  })

  it('EXPORT2: half a surrogate pair becomes U+FFFD, of the same length; the words of its escape stay', () => {
    expect(jsonLine({ a: 'x\ud83dy', b: '\\ud83d' })).toBe('{"a":"x\ufffdy","b":"\\\\ud83d"}\n')
  })

  it('EXPORT2: line separators are escaped', () => {
    expect(jsonLine({ a: '\u2028\u2029\u0085' })).toBe('{"a":"\\u2028\\u2029\\u0085"}\n')
  })
})
