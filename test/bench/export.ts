import type { Document } from '#core/documents/document'
import { DEFAULT_EXPORT_OPTIONS, planExport } from '#core/export/export-plan'
import { type ExportPair, recordRow } from '#core/export/export-row'
import { createExportWriter } from '#core/export/export-writer'
import { createSplitPass } from '#core/export/split-pass'
import { randomStream } from '#core/synthesis/random-stream'
import { provenanceOf } from '#test/support/provenance'

interface BenchRow {
  readonly metric: string
  readonly ours: string
  readonly peer: string
  readonly ratio: number
  readonly goal: string
  readonly met: boolean
}

const PAIRS = 8_000
const ROUNDS = 21

/** Pairs of a few hundred characters with passages of two thousand, as the rules write them. */
function samplePairs(): ExportPair[] {
  const words = randomStream(1, 'bench')
  const text = (length: number) => Array.from({ length }, () => `w${words.integer(20_000)}`).join(' ')
  return Array.from({ length: PAIRS }, (_, place) => {
    const order = place >> 7
    const passageText = `${text(300)}\n`
    const document: Document = {
      order,
      source: 0,
      name: `manual/${order}.md`,
      row: null,
      sha256: String(order).padStart(64, '0'),
      length: 100_000,
      language: 'en',
      title: null,
      pages: null,
      meta: { year: 2020, author: 'A. Writer' },
      removed: false,
    }
    return {
      document,
      passageText,
      pair: {
        id: String(place).padStart(64, '0'),
        instruction: text(15),
        response: text(45),
        options: null,
        reasoning: null,
        task: 'cause',
        form: 'open',
        needsPassage: false,
        evidence: [{ start: 0, end: 40, how: 'quoted' }],
        language: 'en',
        passage: { start: place * 100, end: place * 100 + passageText.length, headings: ['One', 'Two'] },
        chain: { id: 'c', round: 0, shots: [] },
        provenance: provenanceOf(),
        checks: [
          { name: 'completeness', result: 'pass', reason: 'complete' },
          { name: 'evidence', result: 'pass', reason: 'evidence-quoted', ranges: [{ start: 0, end: 40 }] },
          { name: 'language', result: 'pass', reason: 'language-agrees' },
          { name: 'duplicate', result: 'pass', reason: 'unique' },
        ],
        decision: null,
        state: 'ready',
        original: null,
      },
    }
  })
}

/** The shortest of several rounds, in milliseconds; the two sides take turns, so that both see the same machine. */
function race(ours: () => number, peer: () => number): { ours: number; peer: number } {
  const best = { ours: Number.POSITIVE_INFINITY, peer: Number.POSITIVE_INFINITY }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [side, work] of [['ours', ours] as const, ['peer', peer] as const]) {
      const start = performance.now()
      if (work() === 0) continue
      best[side] = Math.min(best[side], performance.now() - start)
    }
  }
  return best
}

/**
 * Writing `records` from pairs (choosing, counting, building rows, making them safe for every reader) against plain
 * `JSON.stringify` of rows that lie ready; and the pass that splits 90/5/5 without leaks against the same.
 */
export async function benchExport(): Promise<{ name: string; rows: BenchRow[] }> {
  const pairs = samplePairs()
  const rows = pairs.map(recordRow)
  const write = race(
    () => {
      const writer = createExportWriter(planExport(DEFAULT_EXPORT_OPTIONS), null)
      return pairs.reduce((bytes, pair) => {
        const [output] = writer.addPair(pair)
        return bytes + (output === undefined ? 0 : output.line.own.length + output.line.common.length)
      }, 0)
    },
    () => rows.reduce((bytes, row) => bytes + JSON.stringify(row).length + 1, 0),
  )
  const split = { train: 90, validation: 5, test: 5 }
  const plan = planExport({ ...DEFAULT_EXPORT_OPTIONS, split })
  let splitting = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    const pass = createSplitPass(plan, split)
    for (const pair of pairs) pass.addPair(pair)
    await pass.finish(() => Promise.resolve())
    splitting = Math.min(splitting, performance.now() - start)
  }
  const perSecond = (milliseconds: number) => `${Math.round(PAIRS / milliseconds)}k rows/s`
  const ratio = write.peer / write.ours
  return {
    name: 'export',
    rows: [
      {
        metric: 'records written, against JSON.stringify of rows that lie ready',
        ours: perSecond(write.ours),
        peer: perSecond(write.peer),
        ratio,
        goal: '>= 0.5',
        met: ratio >= 0.5,
      },
      {
        metric: 'split without leaks, time against writing the same rows with JSON.stringify',
        ours: perSecond(splitting),
        peer: perSecond(write.peer),
        ratio: write.peer / splitting,
        goal: '>= 0.1',
        met: write.peer / splitting >= 0.1,
      },
    ],
  }
}
