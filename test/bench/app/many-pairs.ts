import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { startPairs } from '#test/e2e/app-page'
import { type BenchBrowser, noted, timeOf, waitForRun } from './bench-browser'
import { mixedText } from './texts'
import { heapOf, type WorkerSession, workerSessions } from './worker-sessions'

/** Gives more than 100,000 pairs. */
const SIZE = 90_000_000
/** Sampling of the heap, in ms. */
const EVERY = 100

/** The app with more than 100,000 pairs in its project, and the worker that writes files. */
export async function openManyPairs(browser: BenchBrowser): Promise<{ page: Page; worker: WorkerSession }> {
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
  return { page, worker }
}

/** One call of a worker: its answer, how long it took, and what its heap and buffers held. */
export interface MeasuredCall {
  readonly answer: unknown
  readonly ms: number
  /** When the progress first told a phase, in ms from the call. */
  readonly phases: Readonly<Record<string, number>>
  readonly before: number
  readonly peak: number
  readonly after: number
}

/** Asks the ingest worker as the page does, and watches its heap meanwhile. */
export async function measureCall(
  page: Page,
  worker: WorkerSession,
  method: string,
  params: unknown,
  /** Collects garbage before each look at the heap: then `peak` is what is held, and `ms` says little. */
  collect = false,
): Promise<MeasuredCall> {
  const before = await heapOf(worker, true)
  await page.evaluate(() => {
    const probe = window.pairloomProbe
    probe?.calls.splice(0)
    if (probe !== undefined) for (const name of Object.keys(probe.phases)) Reflect.deleteProperty(probe.phases, name)
  })
  const result = page.evaluate(({ name, given }) => window.pairloomProbe?.ask('ingest', name, given), {
    name: method,
    given: params,
  })
  let peak = before
  const sampling = setInterval(
    () => {
      void heapOf(worker, collect).then(used => {
        peak = Math.max(peak, used)
      })
    },
    collect ? EVERY * 10 : EVERY,
  )
  const ms = await timeOf(page, method)
  clearInterval(sampling)
  const answer: unknown = await result
  const { calls, phases } = await noted(page)
  const start = calls.findLast(call => call.method === method)?.start ?? 0
  return {
    answer,
    ms,
    phases: Object.fromEntries(Object.entries(phases).map(([name, at]) => [name, at - start])),
    before,
    peak,
    after: await heapOf(worker, true),
  }
}
