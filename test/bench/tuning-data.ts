import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { tuningMain } from '#cli/tuning.ts'
import { type BenchRow, type BenchTable, megabytes, seconds, speed } from '#test/bench/app/row'
import { makeEnglish } from '#test/support/make-text'

const TEXTS = 10_000
const PAIRS_EACH = 5
const PASSAGE = 1_000

/** A set in SQuAD's form: one article whose paragraphs have so many questions each. */
function squad(): string {
  const paragraphs = Array.from({ length: TEXTS }, (_, n) => ({
    context: `${String(n)}. ${makeEnglish(PASSAGE, n).slice(0, PASSAGE)}`,
    qas: Array.from({ length: PAIRS_EACH }, (__, at) => ({
      question: `What is said of unit ${String(n)} in place ${String(at)}?`,
      answers: [{ text: makeEnglish(60, n + at).slice(0, 60) }],
    })),
  }))
  return JSON.stringify({ version: '1.1', data: [{ title: 'units', paragraphs }] })
}

/** The command that makes training data for a synthesizer, from a file to a file; beside it the same bytes through JSON alone. */
export async function benchTuningData(): Promise<BenchTable> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tuning-'))
  try {
    const [from, out, plain] = ['squad.json', 'tuning.jsonl', 'plain.json'].map(name => path.join(folder, name))
    if (from === undefined || out === undefined || plain === undefined) throw new Error('no files')
    writeFileSync(from, squad())
    const { size } = await stat(from)
    const rows: BenchRow[] = []
    for (const format of ['spans', 'segments', 'completion']) {
      const began = performance.now()
      const status = await tuningMain(['--from', from, '--out', out, '--format', format])
      const ms = performance.now() - began
      if (status !== 0) throw new Error(`it ended with ${String(status)}`)
      const lines = readFileSync(out, 'utf8').split('\n').length - 1
      const jsonBegan = performance.now()
      writeFileSync(plain, JSON.stringify(JSON.parse(readFileSync(from, 'utf8'))))
      const jsonMs = performance.now() - jsonBegan
      const pairs = (TEXTS * PAIRS_EACH * 1_000) / ms
      rows.push({
        metric: `${format}: ${String(TEXTS)} texts with ${String(TEXTS * PAIRS_EACH)} pairs, ${megabytes(size)}, in ${seconds(ms)}`,
        ours: `${speed(size, ms).toFixed(1)} MB/s, ${((lines * 1_000) / ms).toFixed(0)} rows/s, ${pairs.toFixed(0)} pairs/s`,
        peer: `${speed(size, jsonMs).toFixed(1)} MB/s: the file read, parsed and written again`,
        ratio: jsonMs / ms,
        goal: 'report',
        met: true,
      })
    }
    return { name: 'Training data for a synthesizer', rows }
  } finally {
    await rm(folder, { recursive: true })
  }
}
