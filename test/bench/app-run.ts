import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { startPairs } from '#test/e2e/app-page'
import { noted, openBenchBrowser, timeOf, waitForRun } from './app/bench-browser'
import { rawRules } from './app/raw-rules'
import { type BenchRow, type BenchTable, median, megabytes, seconds, speed } from './app/row'
import { mixedText, plainText } from './app/texts'

const SIZE = 24_000_000
const ROUNDS = 3
const GOAL = 3

interface RunTime {
  readonly ms: number
  readonly pairs: number
  readonly longest: number
}

/** Reads one file in a fresh browser, then writes quick pairs from all of it, as a person does. */
async function runOver(text: string): Promise<RunTime> {
  const browser = await openBenchBrowser()
  try {
    const page = await browser.openApp()
    const input = page.getByTestId('files').first()
    await input.waitFor({ state: 'attached' })
    const file = path.join(browser.folder, 'text.txt')
    await writeFile(file, text)
    await input.setInputFiles(file)
    await timeOf(page, 'ingest')
    await startPairs(page)
    const run = await waitForRun(page)
    const longest = Math.max(
      0,
      ...(await noted(page)).longTasks.filter(task => task.start > run.start).map(task => task.ms),
    )
    return { ...run, longest }
  } finally {
    await browser.close()
  }
}

async function rowOf(name: string, textOf: (bytes: number, seed: number) => string): Promise<BenchRow> {
  const runs: RunTime[] = []
  const rules: number[] = []
  let bytes = 0
  for (let round = 0; round < ROUNDS; round++) {
    const text = textOf(SIZE, round + 1)
    bytes = Buffer.byteLength(text)
    rules.push(await rawRules(text))
    runs.push(await runOver(text))
  }
  const ms = median(runs.map(run => run.ms))
  const raw = median(rules)
  const rate = speed(bytes, ms)
  return {
    metric: `quick pairs over ${megabytes(bytes)} of ${name}, to the last commit (${String(runs.at(-1)?.pairs)} pairs)`,
    ours: `${rate.toFixed(2)} MB/s, ${seconds(ms)}; longest task of the page ${Math.max(...runs.map(run => run.longest)).toFixed(0)} ms`,
    peer: `${speed(bytes, raw).toFixed(1)} MB/s, ${seconds(raw)}: the rules alone over the same passages, in Node`,
    ratio: raw / ms,
    goal: `≥ ${String(GOAL)} MB/s`,
    met: rate >= GOAL,
  }
}

/** Runs of rules in the built app, over text rich in what they look for and over prose that is not. */
export async function benchRun(): Promise<BenchTable> {
  return {
    name: 'Quick pairs, end to end',
    rows: [await rowOf('manuals and prose', mixedText), await rowOf('plain prose', plainText)],
  }
}
