import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordRow } from '#core/export/export-row'
import { FORMATS } from '#core/export/formats'
import { jsonLine } from '#core/export/json-line'
import { createFileValidator } from '#core/export/validate-file'
import { validateLine } from '#core/export/validate-line'
import { exportPair, hash, options } from './samples'

const KEYS = { alpaca: ['instruction', 'input', 'output'], messages: ['messages'], sharegpt: ['conversations'] }
const GOOD = '{"instruction":"a","input":"","output":"b"}'

function readAgain(pieces: readonly string[], rows: number) {
  const validator = createFileValidator(hash, FORMATS.alpaca, KEYS.alpaca, rows)
  for (const piece of pieces) validator.add(piece)
  return validator.finish()
}

describe('validators', () => {
  it.each([
    ['', 'the line is empty'],
    [`\ufeff${GOOD}`, 'the line starts with a byte order mark'],
    [`${GOOD}\r`, 'the line holds a line break'],
    ['{"instruction":"a\u2028","input":"","output":"b"}', 'the line holds a line break'],
    ['{"instruction":"\ud83d","input":"","output":"b"}', 'the line holds half a surrogate pair'],
    ['{"instruction":"\\ud83d","input":"","output":"b"}', 'a text holds half a surrogate pair'],
    [`${GOOD},`, 'the line is not a JSON object'],
    [`[${GOOD}]`, 'the line is not a JSON object'],
    ['{"instruction":"a","output":"b"}', 'the keys are instruction, output, not instruction, input, output'],
    [
      '{"input":"","instruction":"a","output":"b"}',
      'the keys are input, instruction, output, not instruction, input, output',
    ],
    ['{"instruction":"a","input":null,"output":"b"}', 'input is not a string'],
  ])('EXPORT10: the alpaca line %j: %s', (line, fault) => {
    expect(validateLine(FORMATS.alpaca, line, KEYS.alpaca)).toBe(fault)
  })

  it('EXPORT10: whole lines pass, also those that only look like trouble', () => {
    expect(validateLine(FORMATS.alpaca, GOOD, KEYS.alpaca)).toBeNull()
    const tricky = '{"instruction":"\\\\ud83d \\ud83d\\ude00 😀 \\u2028 \ufeff","input":"","output":"</s>"}'
    expect(validateLine(FORMATS.alpaca, tricky, KEYS.alpaca)).toBeNull()
  })

  it.each([
    ['{"messages":[]}', 'the speakers are , not user and assistant in turn'],
    ['{"messages":[{"role":"user","content":"a"}]}', 'the speakers are user, not user and assistant in turn'],
    ['{"messages":[{"role":"bot","content":"a"}]}', 'messages[0].role is none of system, user, assistant'],
    ['{"messages":[{"role":"user","content":"a","weight":1}]}', 'messages[0].weight is not expected'],
    [
      '{"messages":[{"role":"assistant","content":"a"},{"role":"user","content":"a"}]}',
      'the speakers are assistant, user, not user and assistant in turn',
    ],
  ])('EXPORT10: the messages line %s: %s', (line, fault) => {
    expect(validateLine(FORMATS.messages, line, KEYS.messages)).toBe(fault)
  })

  it('EXPORT10: ShareGPT with the words of OpenAI is refused', () => {
    const line = '{"conversations":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}'
    expect(validateLine(FORMATS.sharegpt, line, KEYS.sharegpt)).toBe('conversations[0].role is not expected')
  })

  it('EXPORT10: a damaged value anywhere in a row of records is found', () => {
    const keys = FORMATS.records.keys(options())
    const row = recordRow(exportPair({ options: ['a'], original: { instruction: 'a', response: 'b' } }))
    const check = (damaged: object) => validateLine(FORMATS.records, jsonLine({ ...damaged }).slice(0, -1), keys)
    expect(check(row)).toBeNull()
    expect(check({ ...row, state: 'new' })).toMatch(/^state is none of/)
    expect(check({ ...row, options: [1] })).toBe('options[0] is not a string')
    expect(check({ ...row, checks: [{ name: 'a', result: 'pass' }] })).toBe('checks[0].reason is missing')
    expect(check({ ...row, provenance: { ...row.provenance, reused: -1 } })).toBe('provenance.reused is not a count')
    expect(check({ ...row, document: { ...row.document, meta: [] } })).toBe('document.meta is not a meta')
    expect(check({ ...row, passage: { ...row.passage, end: 41 } })).toBe('the text has 40 code units, its range 41')
  })

  it('EXPORT10: a file is read again in pieces of any size, with rows and checksum', () => {
    const text = `${GOOD}\n${GOOD.replace('a', '😀 手册')}\n`
    const points = Array.from(text)
    fc.assert(
      fc.property(fc.array(fc.nat(points.length), { maxLength: 6 }), cuts => {
        const ends = [0, ...cuts.sort((a, b) => a - b), points.length]
        const pieces = ends.slice(1).map((end, place) => points.slice(ends[place], end).join(''))
        expect(readAgain(pieces, 2)).toEqual({ rows: 2, sha256: hash.sha256(text), problem: null })
      }),
    )
  })

  it.each([
    [
      'the line of the first fault',
      [`${GOOD}\n{}\n{}\n`],
      3,
      { line: 2, detail: 'the keys are , not instruction, input, output' },
    ],
    ['a last line without an end', [`${GOOD}\n`, GOOD], 2, { line: 2, detail: 'the last line does not end' }],
    ['an empty line', [`${GOOD}\n\n`], 2, { line: 2, detail: 'the line is empty' }],
    ['a missing line', [`${GOOD}\n`], 2, { line: 1, detail: '1 lines were found, 2 written' }],
    [
      'a file cut in the middle',
      [`${GOOD}\n${GOOD.slice(0, 9)}`],
      2,
      { line: 2, detail: 'the line is not a JSON object' },
    ],
    ['an array of rows', [`[${GOOD},\n${GOOD}]\n`], 2, { line: 1, detail: 'the line is not a JSON object' }],
  ])('EXPORT10: names %s', (_, pieces, rows, problem) => {
    expect(readAgain(pieces, rows).problem).toEqual(problem)
  })

  it('EXPORT10: an empty file is whole when nothing was written', () => {
    expect(readAgain([], 0)).toEqual({ rows: 0, sha256: hash.sha256(''), problem: null })
  })
})
