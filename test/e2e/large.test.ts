import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, removeFolder, temporaryFolder } from '#test/support/launch-chromium'
import { makeChinese, makeEnglish } from '#test/support/make-text'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { dropPaths, expectQuiet, go, openApp, type Watched } from './app-page'

/** Longer than this a person feels that the page does not answer, in ms. */
const LONGEST_TASK = 100
const FILES = 2_000

let app: ServedApp
let browser: Browser
let folder: string

beforeAll(async () => {
  app = await serveApp()
  browser = await launchChromium()
  folder = await temporaryFolder()
  const english = Array.from({ length: 8 }, (_, seed) => makeEnglish(2_000_000, seed))
  const chinese = Array.from({ length: 2 }, (_, seed) => makeChinese(700_000, seed))
  await writeFile(path.join(folder, 'book.txt'), [...english, ...chinese].join(''))
  await mkdir(path.join(folder, 'notes'))
  for (let seed = 0; seed < FILES; seed++) {
    await writeFile(path.join(folder, 'notes', `note-${String(seed)}.txt`), makeEnglish(400, seed))
  }
})

afterAll(async () => {
  await browser.close()
  await app.close()
  await removeFolder(folder)
})

/** Notes, from now on, tasks of the page's own thread over 50 ms and reads of blocks of text. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { tasks: new Array<number>(), blocks: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver(list => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the store that it was asked of, below
    const { get } = IDBObjectStore.prototype
    IDBObjectStore.prototype.get = function (key) {
      if (this.name === 'texts') seen.blocks++
      return get.call(this, key)
    }
  })
}

async function seen(page: Page): Promise<{ tasks: number[]; blocks: number }> {
  const text = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'seen')))
  const noted: { tasks: number[]; blocks: number } = JSON.parse(text)
  return noted
}

async function read(name: string): Promise<Watched> {
  const watched = await openApp(await browser.newContext({ locale: 'en-GB' }), app.url)
  const { page } = watched
  await watch(page)
  const reading = page.getByText(/^Reading \d+ of \d+/u)
  // Looked for from before the drop on: a fast machine shows it for moments only.
  await Promise.all([reading.waitFor(), dropPaths(page, [path.join(folder, name)])])
  await reading.waitFor({ state: 'detached', timeout: 90_000 })
  return watched
}

describe('much at once', () => {
  // A machine that is busy with something else can hold the page up for once; code of ours would do so every time.
  it('reads a file of 20 MB while the page goes on answering, and opens a passage of it by a few blocks', {
    retry: 2,
  }, async () => {
    const watched = await read('book.txt')
    const { page } = watched
    await page.getByText('book.txt').first().waitFor()
    expect(Math.max(0, ...(await seen(page)).tasks)).toBeLessThan(LONGEST_TASK)

    await go(page, 'write')
    await page.getByRole('button', { name: /^Write from a sample/u }).click()
    await page.getByText('20 of 20 passages').first().waitFor({ timeout: 60_000 })
    const before = (await seen(page)).blocks
    await go(page, 'review')
    await page.getByText(/^1 of \d+$/u).waitFor()
    await page.locator('[data-passage]').first().waitFor()
    const opened = (await seen(page)).blocks - before
    expect(opened).toBeGreaterThan(0)
    expect(opened).toBeLessThanOrEqual(4)
    expectQuiet(watched)
    await page.context().close()
  })

  it(`reads ${String(FILES)} files while the page goes on answering`, { retry: 2 }, async () => {
    const watched = await read('notes')
    const { page } = watched
    expect(Math.max(0, ...(await seen(page)).tasks)).toBeLessThan(LONGEST_TASK)
    await page.getByText(/2,000/u).first().waitFor()
    expectQuiet(watched)
    await page.context().close()
  })
})
