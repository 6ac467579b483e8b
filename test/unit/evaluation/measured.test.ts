import { describe, expect, it } from 'vitest'
import type { BlindSample } from '#core/evaluation/blind-sample'
import { measuredOf } from '#core/evaluation/measured'
import { figureLine, intervalText, measuredSentences } from '#core/evaluation/measured-text'
import type { ProjectReader, StoredPair } from '#core/ports/project-store'
import { projectNow } from '#core/evaluation/project-now'
import { DEFAULT_EXPORT_OPTIONS } from '#core/export/export-plan'
import { batch, byKey, entryOf, sampleWith, storedPair } from './blind-fixtures'

const [right, wrong] = [batch('r', 9, 'export', 'right'), batch('w', 1, 'export', 'wrong')]
const cause = storedPair('cause', { task: 'cause' }, 2)
const SAMPLE = sampleWith([...right.entries, ...wrong.entries, entryOf(cause, 'export', 'right')])
const PAIRS: readonly StoredPair[] = [...right.pairs, ...wrong.pairs, cause]
const NOW = { pairs: byKey(PAIRS), runs: [{ sequence: 1, chosen: true, pairs: 1000 }], exportable: 846 }
const measured = (options = {}, samples: readonly BlindSample[] = [SAMPLE], now = NOW) =>
  measuredOf(samples, now, { ...DEFAULT_EXPORT_OPTIONS, ...options })

describe('what is known of an export', () => {
  it('BLIND12: has the figure for kept and ready pairs, narrowed as the export is', () => {
    expect(measured()).toMatchObject({ kind: 'measured', figure: { marked: 11, right: 10 } })
    expect(measured({ tasks: ['cause'] })).toMatchObject({ kind: 'measured', figure: { marked: 1, right: 1 } })
    expect(measured({ documents: [1] })).toMatchObject({ kind: 'measured', figure: { marked: 10, right: 9 } })
    expect(measured({ states: ['ready', 'kept'] })).toMatchObject({ kind: 'measured' })
  })

  it('BLIND12: has none without marks, for other states, and where nothing marked is taken', () => {
    expect(measured({}, [])).toEqual({ kind: 'none' })
    const failedOnly = batch('f', 3, 'failed', 'right')
    expect(measured({}, [sampleWith(failedOnly.entries)])).toEqual({ kind: 'none' })
    expect(measured({ states: ['kept'] })).toEqual({ kind: 'states' })
    expect(measured({ states: ['kept', 'ready', 'unsure'] })).toEqual({ kind: 'states' })
    expect(measured({ tasks: ['steps'] })).toEqual({ kind: 'elsewhere' })
  })

  it('BLIND12: is void where none of the marked pairs is there any more', () => {
    const runs = [{ sequence: 2, chosen: true, pairs: 40 }]
    const gone = measured({}, [SAMPLE], { pairs: new Map(), runs, exportable: 30 })
    expect(gone).toEqual({ kind: 'void', newer: 40 })
  })

  it('BLIND12: a decision made after the mark takes no pair out of the figure', () => {
    const dropped = PAIRS.map(stored => ({
      ...stored,
      pair: { ...stored.pair, decision: 'drop' as const, state: 'dropped' as const },
    }))
    expect(measured({}, [SAMPLE], { ...NOW, pairs: byKey(dropped) })).toMatchObject({ figure: { marked: 11 } })
  })

  it('BLIND7: pairs of removed documents and of runs that are no longer chosen are not there', async () => {
    const reader: Pick<ProjectReader, 'pair' | 'documentsAt' | 'runs' | 'tallies'> = {
      pair: key => Promise.resolve(PAIRS.find(stored => stored.key === key)),
      runs: () => Promise.resolve([]),
      documentsAt: () => Promise.resolve([]),
      tallies: () =>
        Promise.resolve([
          { state: 'kept', task: 'a', language: 'en', count: 3 },
          { state: 'ready', task: 'b', language: 'en', count: 4 },
          { state: 'failed', task: 'b', language: 'en', count: 5 },
        ]),
    }
    expect(await projectNow(reader, [SAMPLE])).toEqual({ pairs: new Map(), runs: [], exportable: 7 })
  })

  it('BLIND12: says so in English sentences', () => {
    const told = measured()
    expect(told.kind === 'measured' ? figureLine(told.figure) : '').toBe(
      '846 pairs · 11 checked blind · 10 right · 62–98 %',
    )
    expect(intervalText({ low: 0.949, high: 0.951 })).toBe('95 %')
    for (const kind of ['none', 'states', 'elsewhere'] as const)
      expect(measuredSentences({ kind }).short).toMatch(/^The error rate of these pairs has not been measured/u)
  })
})
