import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { dropPaths } from '#test/e2e/app-page'
import { makeEnglish } from '#test/support/make-text'
import { type BenchBrowser, noted, openBenchBrowser, timeOf } from './app/bench-browser'
import type { rawIngest } from './app/raw-ingest'
import { alone, type BenchRow, type BenchTable, median, megabytes, seconds, speed } from './app/row'
import { mixedText } from './app/texts'
import { heapOf, workerSessions } from './app/worker-sessions'

const SIZE = 100_000_000
const ROUNDS = 3
const SMALL_FILES = 2_000
const SMALL = 4_000
/** No task of the page's own thread may take longer, in ms. */
const LONGEST_TASK = 100
/** What the worker that reads may hold at most, above what it held before, in bytes. */
const HELD = 32_000_000
/** Between two looks at what it holds, in ms. */
const LOOK_EVERY = 50

declare global {
  interface Window {
    rawIngest?: typeof rawIngest
  }
}

/** Reads a file by hand on a blank page; gives ms. */
async function readRaw(page: Page, file: string): Promise<number> {
  await page.setInputFiles('input', file)
  return page.evaluate(async () => {
    const [given] = document.querySelector('input')?.files ?? []
    return given === undefined ? Number.NaN : ((await window.rawIngest?.(given)) ?? Number.NaN)
  })
}

/** Adds files as a person does; gives ms from the call to the reader to its answer. */
async function read(page: Page, add: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const probe = window.pairloomProbe
    probe?.calls.splice(0)
    probe?.longTasks.splice(0)
  })
  await add()
  return timeOf(page, 'ingest')
}

/**
 * Chooses files and looks at the next two seconds only; gives the longest task of the page's thread, in ms. The page must
 * be the only one of its browser: a second tab of the app reads along and takes no files.
 */
async function pickOnly(page: Page, names: readonly string[]): Promise<number> {
  const input = page.locator('input[type=file]').first()
  await input.waitFor({ state: 'attached' })
  await page.waitForTimeout(1_000)
  await page.evaluate(() => {
    // The browser itself takes long to tell a page that listens; to one that does not it tells nothing.
    document.querySelector('input[type=file]')?.addEventListener('change', () => undefined)
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver(list => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })
  await input.setInputFiles(names)
  await page.waitForTimeout(2_000)
  const found = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'tasks')))
  const tasks: number[] = JSON.parse(found)
  await page.close()
  return Math.max(0, ...tasks)
}

const taskWords = (ms: number): string => (ms === 0 ? 'none over 50 ms' : `${ms.toFixed(0)} ms`)

async function longest(page: Page): Promise<number> {
  return Math.max(0, ...(await noted(page)).longTasks.map(({ ms }) => ms))
}

async function openEmpty(browser: BenchBrowser): Promise<Page> {
  const app = await browser.openApp()
  await app.getByTestId('files').first().waitFor({ state: 'attached' })
  return app
}

/** The most that the reading worker holds while it reads a file, above what it held before, in bytes. */
async function heldWhile(app: Page, work: () => Promise<unknown>): Promise<number> {
  const worker = (await workerSessions(app)).get('ingest')
  if (worker === undefined) throw new Error('no ingest worker')
  const before = await heapOf(worker, true)
  let most = 0
  let reading = true
  const looks = async (): Promise<void> => {
    while (reading) {
      most = Math.max(most, (await heapOf(worker, true)) - before)
      await app.waitForTimeout(LOOK_EVERY)
    }
  }
  const looking = looks()
  await work()
  reading = false
  await looking
  return most
}

async function largeFiles(browser: BenchBrowser): Promise<BenchRow[]> {
  const bytes = Buffer.from(mixedText(SIZE, 1))
  const app = await openEmpty(browser)
  const bookOf = async (name: string): Promise<string> => {
    const file = path.join(browser.folder, `book-${name}.txt`)
    await writeFile(file, Buffer.concat([Buffer.from(`Book ${name}\n\n`), bytes]))
    return file
  }
  const raw = await browser.openBlank('raw-ingest')
  const choose = (file: string): Promise<void> => app.getByTestId('files').first().setInputFiles(file)
  const ours: number[] = []
  const peer: number[] = []
  const tasks: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const file = await bookOf(String(round))
    const sides = [
      async () => ours.push(await read(app, () => choose(file))),
      async () => peer.push(await readRaw(raw, file)),
    ]
    for (const side of round % 2 === 0 ? sides : sides.reverse()) await side()
    tasks.push(await longest(app))
  }
  // In a reading of its own: collecting garbage all the while takes time.
  const last = await bookOf('last')
  const held = await heldWhile(app, () => read(app, () => choose(last)))
  const [a, b] = [median(ours), median(peer)]
  const task = Math.max(...tasks)
  return [
    {
      metric: `${megabytes(bytes.length)} of text read, chunked and stored`,
      ours: `${seconds(a)}, ${speed(bytes.length, a).toFixed(1)} MB/s`,
      peer: `${seconds(b)} decode + SHA-256 + the same blocks in raw IndexedDB`,
      ratio: a / b,
      goal: '≤ 3 × the peer',
      met: a <= 3 * b,
    },
    alone(
      `longest task of the page's thread while it reads ${megabytes(bytes.length)}`,
      taskWords(task),
      `≤ ${LONGEST_TASK} ms`,
      task <= LONGEST_TASK,
    ),
    alone(
      `most that the reading worker holds while it reads ${megabytes(bytes.length)}`,
      megabytes(held),
      `≤ ${megabytes(HELD)}`,
      held <= HELD,
    ),
  ]
}

async function smallFiles(browser: BenchBrowser): Promise<BenchRow[]> {
  const app = await openEmpty(browser)
  const folder = path.join(browser.folder, 'small')
  await mkdir(folder)
  const names = Array.from({ length: SMALL_FILES }, (_, i) => path.join(folder, `note-${String(i)}.txt`))
  for (const [seed, name] of names.entries()) await writeFile(name, makeEnglish(SMALL, seed))
  const many = `${String(SMALL_FILES)} files`
  const ms = await read(app, () => dropPaths(app, [folder]))
  const dropped = await longest(app)
  await app.close()
  const bare: number[] = []
  const picked: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await pickOnly(await browser.openBlank('raw-ingest'), names))
    picked.push(await inOwnBrowser(async other => pickOnly(await openEmpty(other), names)))
  }
  const [ours, peer] = [median(picked), median(bare)]
  return [
    alone(
      `${many} of ${String(SMALL / 1_000)} kB dropped, read, chunked and stored`,
      `${seconds(ms)}, ${((1_000 * SMALL_FILES) / ms).toFixed(0)} files/s`,
      '≥ 50 files/s',
      ms <= 20 * SMALL_FILES,
    ),
    alone(
      `longest task of the page's thread while ${many} of a dropped folder are read`,
      taskWords(dropped),
      `≤ ${LONGEST_TASK} ms`,
      dropped <= LONGEST_TASK,
    ),
    {
      metric: `the same at the start of reading ${many} chosen in the dialog`,
      ours: taskWords(ours),
      peer: `${taskWords(peer)} on an empty page that listens to the same input`,
      ratio: peer === 0 ? null : ours / peer,
      goal: `≤ ${LONGEST_TASK} ms more than the empty page`,
      met: ours <= peer + LONGEST_TASK,
    },
  ]
}

async function inOwnBrowser<T>(work: (browser: BenchBrowser) => Promise<T>): Promise<T> {
  const browser = await openBenchBrowser()
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

/** Reading in the built app, in a Chromium with its profile on disk, beside the least that it takes by hand. */
export async function benchIngest(): Promise<BenchTable> {
  return { name: 'Reading', rows: [...(await inOwnBrowser(smallFiles)), ...(await inOwnBrowser(largeFiles))] }
}
