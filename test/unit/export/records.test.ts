import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordRow } from '#core/export/export-row'
import { jsonLine } from '#core/export/json-line'
import { parseRecord } from '#core/export/parse-record'
import { exportPair, hostilePair } from './samples'

const KEYS =
  'id instruction response options reasoning task form language needs_passage state decision checks evidence passage document chain provenance original'

function written(line: string): string {
  const read = parseRecord(line)
  return 'fault' in read ? read.fault : jsonLine(recordRow(read.record))
}

describe('records', () => {
  it('EXPORT3: has every key from the first row on, in order, null or [] where empty', () => {
    const row = recordRow(exportPair())
    expect(Object.keys(row).join(' ')).toBe(KEYS)
    expect(Object.keys(row.passage)).toEqual(['start', 'end', 'headings', 'text'])
    expect(Object.keys(row.document)).toEqual(['name', 'row', 'sha256', 'meta'])
    expect(Object.keys(row.chain)).toEqual(['id', 'round', 'shots'])
    expect(Object.keys(row.provenance).join(' ')).toBe(
      'run synthesizer recipe recipe_version engine model seed prompt_sha256 reused',
    )
    expect(row).toMatchObject({ options: [], reasoning: null, decision: null, original: null })
  })

  it('EXPORT3: gives reasons as sentences', () => {
    const reasons = recordRow(
      exportPair({
        checks: [
          { name: 'language', result: 'fail', reason: 'language-differs', values: { pair: 'zh', passage: 'en' } },
          { name: 'duplicate', result: 'fail', reason: 'duplicate', values: { of: 'ab12' } },
          { name: 'custom', result: 'doubt', reason: 'constructor' },
        ],
      }),
    ).checks.map(({ reason }) => reason)
    expect(reasons).toEqual([
      'The pair is in Chinese, its passage in English.',
      'It says the same as pair ab12.',
      'constructor',
    ])
  })

  it('EXPORT4: what was written comes back and is written the same, whatever the words', () => {
    fc.assert(
      fc.property(hostilePair, pair => {
        const line = jsonLine(recordRow(pair))
        expect(written(line)).toBe(line)
      }),
      { numRuns: 300 },
    )
  })

  it('EXPORT4: keys that are not known are left out', () => {
    const line = jsonLine(recordRow(exportPair()))
    expect(written(jsonLine({ ...recordRow(exportPair()), later: 1 }))).toBe(line)
  })

  it('EXPORT4: what is missing or of the wrong kind is repaired', () => {
    const read = parseRecord(
      JSON.stringify({
        instruction: 'Q',
        response: 'A',
        options: ['x', 3],
        language: 'klingon',
        decision: 'keep',
        state: 'failed',
        checks: [{ result: 'pass' }, { result: 'maybe' }, null],
        evidence: [
          { start: 4, end: 2, how: 'quoted' },
          { start: 0, end: 1, how: 'quoted', score: 'high' },
        ],
        passage: { start: 3, text: 'abc' },
        document: { row: -1, meta: [] },
        provenance: 7,
      }),
    )
    expect(read).toMatchObject({
      record: {
        pair: {
          options: ['x'],
          language: 'other',
          decision: 'keep',
          state: 'kept',
          form: 'open',
          checks: [{ name: '', result: 'pass', reason: '' }],
          evidence: [{ start: 0, end: 1, how: 'quoted' }],
          passage: { start: 3, end: 6, headings: [] },
          provenance: { seed: 0, model: null },
        },
        document: { name: '', row: null, meta: null },
        passageText: 'abc',
      },
    })
  })

  it.each([
    ['kept', 'ready'],
    ['unsure', 'unsure'],
    ['lost', 'ready'],
  ])('EXPORT4: state %s without a decision is read as %s', (state, expected) => {
    const read = parseRecord(JSON.stringify({ instruction: 'Q', response: 'A', state }))
    expect('record' in read && read.record.pair.state).toBe(expected)
  })

  it.each([
    ['{', 'the line is not a JSON object'],
    ['[]', 'the line is not a JSON object'],
    ['{"response":"A"}', 'there is no instruction'],
    ['{"instruction":"Q","response":null}', 'there is no response'],
  ])('EXPORT4: %s is refused', (line, fault) => {
    expect(parseRecord(line)).toEqual({ fault })
  })
})
