import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planExport } from '#core/export/export-plan'
import { type ExportPair, recordRow } from '#core/export/export-row'
import { createExportWriter } from '#core/export/export-writer'
import { FORMATS } from '#core/export/formats'
import { jsonLine } from '#core/export/json-line'
import { lineText } from '#core/export/line-writer'
import { lineValidator, validateLine } from '#core/export/validate-line'
import { exportPair, hostilePair, options } from './samples'

const { records } = FORMATS
const KEYS = records.keys(options())

/** Pairs of one passage, as a reader hands them out: what they share is one object. */
function neighbours(first: ExportPair, words: readonly string[]): ExportPair[] {
  return words.map(instruction => ({ ...first, pair: { ...first.pair, instruction } }))
}

function linesOf(pairs: readonly ExportPair[]): string[] {
  const writer = createExportWriter(planExport(options({ states: ['ready'] })), null)
  return pairs.flatMap(pair => writer.addPair(pair)).map(({ line }) => lineText(line))
}

describe('lines in parts', () => {
  it('EXPORT2: a line is the JSON of its row, whatever it has in common with the line before', () => {
    const some = fc.tuple(hostilePair, fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 3 }))
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), groups => {
        const pairs = groups.flatMap(([first, words]) => [first, ...neighbours(first, words)])
        expect(linesOf(pairs)).toEqual(pairs.map(pair => jsonLine(recordRow(pair))))
      }),
      { numRuns: 200 },
    )
  })

  it('EXPORT2: a neighbour that was edited, or has other origins, keeps its own', () => {
    const first = exportPair()
    const edited = { ...first.pair, original: { instruction: 'old', response: 'older' } }
    const remade = { ...first.pair, provenance: { ...first.pair.provenance, seed: 2 } }
    const pairs = [first.pair, edited, remade, first.pair].map(pair => ({ ...first, pair }))
    expect(linesOf(pairs)).toEqual(pairs.map(pair => jsonLine(recordRow(pair))))
  })

  it('EXPORT10: checked one after the other, lines get the verdict that each gets alone', () => {
    const right = neighbours(exportPair(), ['a', 'b', 'c']).map(pair => jsonLine(recordRow(pair)).slice(0, -1))
    const damage = fc.record({
      line: fc.nat(2),
      at: fc.nat(2_000),
      length: fc.nat(3),
      put: fc.constantFrom('', '"', ',', '}', '{', ']', '\\', '\\ud83d', '\u2028', '\ud83d', '0', ',"passage":', '"}'),
    })
    const lines = fc.array(damage, { maxLength: 3 }).map(list => {
      const made = [...right, ...right]
      for (const { line, at, length, put } of list) {
        const text = made[line] ?? ''
        const start = at % (text.length + 1)
        made[line] = text.slice(0, start) + put + text.slice(start + length)
      }
      return made
    })
    fc.assert(
      fc.property(lines, made => {
        const validate = lineValidator(records, KEYS)
        expect(made.map(line => validate(line))).toEqual(made.map(line => validateLine(records, line, KEYS)))
      }),
      { numRuns: 1_000 },
    )
  })

  it('EXPORT10: a line that can only be read whole does not change what is said of those after it', () => {
    const [line = ''] = linesOf([exportPair()])
    const text = line.slice(0, -1)
    const cut = text.indexOf(',"passage":')
    const twice = `${text.slice(0, cut)},"passage":1${text.slice(cut)}`
    expect(validateLine(records, twice, KEYS)).toBeNull()
    const validate = lineValidator(records, KEYS)
    expect([text, twice, text, `${text},`, twice, text].map(each => validate(each))).toEqual([
      null,
      null,
      null,
      'the line is not a JSON object',
      null,
      null,
    ])
  })

  it('EXPORT10: the end of a line before makes no line right that is not right by itself', () => {
    const [line = ''] = linesOf([exportPair()])
    const text = line.slice(0, -1)
    const cut = text.indexOf(',"passage":')
    const [own, common] = [text.slice(0, cut), text.slice(cut)]
    for (const wrong of [common, `{${common}`, `${own},"later":{"a":1${common}`, `${own}}${common}`]) {
      const validate = lineValidator(records, KEYS)
      expect(validate(text)).toBeNull()
      expect(validate(wrong)).toBe(validateLine(records, wrong, KEYS))
      expect(validate(wrong)).not.toBeNull()
      expect(validate(text)).toBeNull()
    }
  })
})
