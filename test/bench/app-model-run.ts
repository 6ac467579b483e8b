import type { Page } from 'playwright'
import { addFiles } from '#test/e2e/app-page'
import { addModel, startModelRun } from '#test/e2e/model-page'
import { removeFolder, temporaryFolder } from '#test/support/launch-chromium'
import { makeEnglish } from '#test/support/make-text'
import { siteWithFakeEngine } from '#test/support/site-with-fake-engine'
import { noted, openBenchBrowser, site } from './app/bench-browser'
import { alone, type BenchTable, megabytes, seconds } from './app/row'
import { heapOf, type WorkerSession, workerSessions } from './app/worker-sessions'

/** Gives more passages than are written. */
const CHARACTERS = 8_000_000
const EARLY = 200
const LATE = 2_000
/** Bytes by which what lives may grow between the two. */
const FLAT = 10_000_000
/** ms; a task of the page's own thread that takes longer is felt. */
const LONGEST = 50

interface Look {
  /** Bytes that live in the run worker, and on the page. */
  readonly worker: number
  readonly page: number
  /** ms of the page's clock: before and after looking, which itself holds the page up. */
  readonly from: number
  readonly to: number
}

const clock = (page: Page): Promise<number> => page.evaluate(() => performance.now())

async function lookAfter(page: Page, worker: WorkerSession, passages: number): Promise<Look> {
  await page.waitForFunction(least => (window.pairloomProbe?.settled ?? 0) >= least, passages, {
    timeout: 0,
    polling: 200,
  })
  const from = await clock(page)
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return { worker: await heapOf(worker, true), page: usedSize, from, to: await clock(page) }
}

/**
 * A long run by a scripted engine that answers at once: 2,000 passages through the built app, with the screen open on which
 * a person watches what is written.
 */
export async function benchModelRun(): Promise<BenchTable> {
  const folder = await temporaryFolder()
  await siteWithFakeEngine(site, folder)
  const browser = await openBenchBrowser([], folder)
  try {
    const page = await browser.openApp()
    await addFiles(page, [{ name: 'book.txt', text: makeEnglish(CHARACTERS, 5) }])
    await addModel(page, 'fake.gguf')
    const worker = (await workerSessions(page)).get('run')
    if (worker === undefined) throw new Error('no run worker')
    const started = await clock(page)
    await startModelRun(page)
    const early = await lookAfter(page, worker, EARLY)
    const late = await lookAfter(page, worker, LATE)
    const { longTasks, streamed, calls } = await noted(page)
    const asked = calls.findLast(({ method }) => method === 'startRun')?.end ?? started
    const tasks = longTasks.filter(
      ({ start }) => (start > asked && start < early.from) || (start > early.to && start < late.from),
    )
    const longest = Math.max(0, ...tasks.map(({ ms }) => ms))
    const grown = late.worker - early.worker
    const pageGrown = late.page - early.page
    const between = `${megabytes(early.worker)} after ${String(EARLY)} passages, ${megabytes(late.worker)} after ${String(LATE)}`
    const onPage = `${megabytes(early.page)} and ${megabytes(late.page)}`
    const ms = late.from - asked
    return {
      name: `A run by a model over ${String(LATE)} passages, in the app`,
      rows: [
        alone('what lives in the run’s worker', between, `± ${megabytes(FLAT)}`, Math.abs(grown) <= FLAT),
        alone('what lives on the page at the same times', onPage, `± ${megabytes(FLAT)}`, Math.abs(pageGrown) <= FLAT),
        alone(
          `longest task of the page’s thread while the run streams (told ${String(streamed)} times in ${seconds(ms)})`,
          longest === 0 ? 'none over 50 ms' : `${longest.toFixed(0)} ms, ${String(tasks.length)} over 50 ms`,
          `≤ ${String(LONGEST)} ms`,
          longest <= LONGEST,
        ),
      ],
    }
  } finally {
    await browser.close()
    await removeFolder(folder)
  }
}
