import { readFileSync } from 'node:fs'
import { FAMILIES } from '#core/mining/families'
import { rulesSynthesizer } from '#core/mining/rules-synthesizer'
import { scoreLabels } from '#test/unit/mining/score-labels'

interface BenchRow {
  readonly metric: string
  readonly ours: string
  readonly peer: string
  readonly ratio: number
  readonly goal: string
  readonly met: boolean
}

const PRECISION = 0.9
const MEGABYTES_A_SECOND = 15
/** Seconds of measuring; the first runs only warm up. */
const SECONDS = 20

/** Precision with its Wilson interval and recall of every family on the labelled set, and the speed on English prose. */
export async function benchMining(): Promise<{ name: string; rows: BenchRow[] }> {
  const rows: BenchRow[] = []
  for (const { name, languages } of FAMILIES) {
    for (const language of languages) {
      if (language === 'other') continue
      const { found, made, right, wanted } = scoreLabels(language, name, 'both')
      const unseen = scoreLabels(language, name, 'held-out')
      const precision = made === 0 ? 1 : right / made
      const [low, high] = wilson(right, made)
      rows.push({
        metric: `${name} ${language}`,
        ours: `${precision.toFixed(2)} (${right}/${made}, ${low.toFixed(2)}–${high.toFixed(2)}; held-out half ${unseen.right}/${unseen.made}), recall ${found}/${wanted}`,
        peer: `goal ${PRECISION.toFixed(2)}`,
        ratio: precision / PRECISION,
        goal: `precision ≥ ${PRECISION.toFixed(2)}`,
        met: precision >= PRECISION,
      })
    }
  }
  const speed = await Promise.resolve(megabytesASecond())
  rows.push({
    metric: 'speed, English prose',
    ours: `${speed.toFixed(1)} MB/s`,
    peer: `goal ${MEGABYTES_A_SECOND} MB/s`,
    ratio: speed / MEGABYTES_A_SECOND,
    goal: `≥ ${MEGABYTES_A_SECOND} MB/s on one core`,
    met: speed >= MEGABYTES_A_SECOND,
  })
  return { name: 'Quick pairs', rows }
}

/** The 95 % interval of a share (Wilson's score). */
function wilson(hits: number, of: number): [number, number] {
  if (of === 0) return [0, 1]
  const z = 1.96
  const p = hits / of
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

/** Best of many runs over the same passages of about 3 kB: the machine's other work only ever slows a run. */
function megabytesASecond(): number {
  const file = new URL('../fixtures/mining/prose-en.txt', import.meta.url)
  const paragraphs = readFileSync(file, 'utf8').split('\n\n')
  const passages: string[] = []
  for (let i = 0, text = ''; passages.length < 400; i++) {
    text += `${paragraphs[i % paragraphs.length] ?? ''}\n\n`
    if (text.length < 3000) continue
    passages.push(text)
    text = ''
  }
  const bytes = passages.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  let best = 0
  const end = process.hrtime.bigint() + BigInt(SECONDS * 1e9)
  for (let run = 0; process.hrtime.bigint() < end; run++) {
    const start = process.hrtime.bigint()
    for (const text of passages)
      rulesSynthesizer.synthesize(
        { aborted: false },
        { text, headings: [], language: 'en', title: null, first: false, seed: run, tasks: [] },
      )
    best = Math.max(best, bytes / (Number(process.hrtime.bigint() - start) / 1000))
  }
  return best
}
