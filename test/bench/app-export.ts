import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from '#core/export/export-plan'
import { STATES } from '#core/synthesis/pair'
import { startPairs } from '#test/e2e/app-page'
import { noted, openBenchBrowser, timeOf, waitForRun } from './app/bench-browser'
import { rawRead } from './app/raw-export'
import { alone, type BenchTable, median, megabytes, seconds } from './app/row'
import { mixedText } from './app/texts'
import { heapOf, type WorkerSession, workerSessions } from './app/worker-sessions'

/** Gives more than 100,000 pairs. */
const SIZE = 90_000_000
const ROUNDS = 3
/** Sampling of the heap, in ms. */
const EVERY = 100
const FLAT = 100_000_000

const options: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, states: STATES }

interface Exported {
  readonly ms: number
  /** Until the last row was written, before it was read again. */
  readonly writing: number
  readonly rows: number
  readonly bytes: number
  readonly before: number
  readonly peak: number
  readonly after: number
}

async function exportOnce(page: Page, worker: WorkerSession): Promise<Exported> {
  const before = await heapOf(worker, true)
  await page.evaluate(() => {
    const probe = window.pairloomProbe
    probe?.calls.splice(0)
    if (probe !== undefined) for (const name of Object.keys(probe.phases)) Reflect.deleteProperty(probe.phases, name)
  })
  const result = page.evaluate(
    given => window.pairloomProbe?.ask('ingest', 'export', { options: given, target: { download: true } }),
    options,
  )
  let peak = before
  const sampling = setInterval(() => {
    void heapOf(worker, false).then(used => {
      peak = Math.max(peak, used)
    })
  }, EVERY)
  const ms = await timeOf(page, 'export')
  clearInterval(sampling)
  const answer: { files: { bytes: number; rows: number }[] } = JSON.parse(JSON.stringify(await result))
  const { files } = answer
  const { calls, phases } = await noted(page)
  return {
    ms,
    writing: (phases['check'] ?? Number.NaN) - (calls.at(-1)?.start ?? 0),
    rows: files[0]?.rows ?? 0,
    bytes: files[0]?.bytes ?? 0,
    before,
    peak,
    after: await heapOf(worker, true),
  }
}

/** Export of all pairs in the built app, beside reading the same pairs and passages by hand. */
export async function benchExportInApp(): Promise<BenchTable> {
  const browser = await openBenchBrowser()
  try {
    const page = await browser.openApp()
    const input = page.getByTestId('files').first()
    await input.waitFor({ state: 'attached' })
    const file = path.join(browser.folder, 'text.txt')
    await writeFile(file, mixedText(SIZE, 1))
    await input.setInputFiles(file)
    await timeOf(page, 'ingest')
    await startPairs(page)
    await waitForRun(page)
    const worker = (await workerSessions(page)).get('ingest')
    if (worker === undefined) throw new Error('no ingest worker')
    const ours: Exported[] = []
    const raw: number[] = []
    let pairs = 0
    for (let round = 0; round < ROUNDS; round++) {
      const sides = [
        async () => ours.push(await exportOnce(page, worker)),
        async () => {
          const read = await page.evaluate(rawRead, true)
          pairs = read.pairs
          raw.push(read.ms)
        },
      ]
      for (const side of round % 2 === 0 ? sides : sides.reverse()) await side()
    }
    const [a, b] = [median(ours.map(({ ms }) => ms)), median(raw)]
    const writing = median(ours.map(({ writing: ms }) => ms))
    const growth = median(ours.map(({ before, peak }) => peak - before))
    const left = median(ours.map(({ before, after }) => after - before))
    const { rows, bytes } = ours[0] ?? { rows: 0, bytes: 0 }
    return {
      name: 'Export in the app',
      rows: [
        {
          metric: `records of ${String(rows)} pairs, ${megabytes(bytes)}, written, read again and checked`,
          ours: `${seconds(a)} (${seconds(writing)} until written)`,
          peer: `${seconds(b)} raw read of ${String(pairs)} pairs with passages from IndexedDB`,
          ratio: b / a,
          goal: '≥ 0.4 of the peer’s speed, ≥ 100 000 pairs',
          met: b / a >= 0.4 && rows >= 100_000 && rows === pairs,
        },
        alone(
          'JS heap and buffers of the worker while it exports',
          `+${megabytes(growth)} at most, +${megabytes(left)} left after`,
          `≤ ${megabytes(FLAT)} at most, none left`,
          growth <= FLAT && left < 5_000_000,
        ),
      ],
    }
  } finally {
    await browser.close()
  }
}
