import { describe, expect, it } from 'vitest'
import { DEFAULT_EXPORT_OPTIONS, planExport } from '#core/export/export-plan'
import type { HeadlessResult } from '#messages/headless'
// eslint-disable-next-line house/no-far-parent -- a subpath import takes .ts only where it names it
import { summaryOf } from '../../../src/cli/summary'

const plan = planExport(DEFAULT_EXPORT_OPTIONS)

const RESULT: HeadlessResult = {
  files: [{ name: 'a.txt', documents: 1, problem: null, warnings: [], partly: false }],
  documents: 1,
  passages: 4,
  characters: 2304,
  run: {
    passages: 4,
    empty: 2,
    failed: 1,
    pairs: 1,
    seconds: 61.23,
    resumed: false,
    reasons: [
      { name: 'cut-off', count: 2 },
      { name: 'too-long', count: 1 },
    ],
    rejected: [{ name: 'truncated', count: 3 }],
    model: { name: 'tiny-000000000000', device: 'processor, 1 thread', tokensPerSecond: 9.04 },
  },
  written: [{ name: 'dataset.jsonl', rows: 1, bytes: 100 }],
  tasks: [{ name: 'comprehension', count: 1 }],
  states: [{ name: 'ready', count: 1 }],
  measured: { kind: 'none' },
}

describe('the summary', () => {
  it('says how many passages gave pairs, why others did not, and what wrote', () => {
    expect(summaryOf(RESULT, plan).split('\n')).toEqual([
      'read      1 file · 1 document · 4 passages · 2304 characters',
      'wrote     1 pair from 1 of 4 passages in 61.2 s',
      'no pair   cut-off 2 · too-long 1',
      'rejected  truncated 3 (parts of answers that are no pair)',
      'model     tiny-000000000000 · processor, 1 thread · 9.0 tokens/s',
      'tasks     comprehension 1',
      'states    ready 1 (of what was exported)',
      'exported  dataset.jsonl: 1 row of records, 100 bytes, read again and valid',
      'The error rate of these pairs has not been measured.',
    ])
  })

  it('says so where nothing was written, what was refused, and what went on from before', () => {
    const { run } = RESULT
    const files = [
      { name: 'a.txt', documents: 0, problem: 'The file is empty.', warnings: ['Something.'], partly: true },
    ]
    const text = summaryOf(
      { ...RESULT, files, run: run && { ...run, resumed: true }, written: [], tasks: [], states: [] },
      plan,
    )
    expect(text).toContain('refused   a.txt: The file is empty.\nnote      a.txt: Something.')
    expect(text).toContain('in 61.2 s (resumed)')
    expect(text).not.toMatch(/^(tasks|states)/mu)
    expect(text).toContain('exported  nothing: no pair is in the states that were asked for (--states)')
  })

  it('is silent about models where rules wrote, and about pairs where none were asked for', () => {
    const { run } = RESULT
    expect(summaryOf({ ...RESULT, run: run && { ...run, model: null, rejected: [], reasons: [] } }, plan)).not.toMatch(
      /model|no pair/u,
    )
    expect(summaryOf({ ...RESULT, run: null }, plan)).not.toContain('wrote')
  })

  it('BLIND12: carries the figure of a blind check in place of the sentence that there is none', () => {
    const figure = {
      population: 846,
      marked: 60,
      right: 57,
      unclear: 0,
      share: 0.95,
      interval: { low: 0.863, high: 0.983 },
      exact: false,
      generous: false,
      newer: 74,
      entered: 0,
      seeds: [1],
      lost: 0,
      open: 0,
    }
    const lines = summaryOf({ ...RESULT, measured: { kind: 'measured', figure } }, plan).split('\n')
    expect(lines.slice(-2)).toEqual([
      'checked   846 pairs · 60 checked blind · 57 right · 86–98 %',
      'note      The figure is void for 74 pairs written after the sample was drawn.',
    ])
    const voided = summaryOf({ ...RESULT, measured: { kind: 'void', newer: 3 } }, plan)
    expect(voided).toMatch(/has not been measured: an earlier blind check is void/u)
  })
})
