import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '#test/support/launch-chromium'
import { makeEnglish } from '#test/support/make-text'
import { type ServedFakeApp, serveFakeApp } from '#test/support/serve-fake-app'
import { addFiles, countStored, expectQuiet, openApp } from './app-page'
import { addModel, startModelRun } from './model-page'

/** Longer than an engine may be silent while it answers. */
const FROZEN_MS = 40_000

let app: ServedFakeApp
let browser: Browser

beforeAll(async () => {
  app = await serveFakeApp()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await app.close()
})

/** Stops every thread of every page for a while, as a browser does with tabs that it freezes and a machine that sleeps. */
async function freeze(ms: number): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const pages = processInfo.filter(({ type }) => type === 'renderer')
  expect(pages).not.toEqual([])
  for (const { id } of pages) process.kill(id, 'SIGSTOP')
  await sleep(ms)
  for (const { id } of pages) process.kill(id, 'SIGCONT')
}

// Windows cannot stop a process and let it go on.
it.skipIf(process.platform === 'win32')(
  'a tab that is frozen in the middle of an answer goes on with its run when it wakes, and loses nothing',
  async () => {
    const watched = await openApp(await browser.newContext({ locale: 'en-GB' }), app.url)
    const { page } = watched
    await addFiles(page, [{ name: 'text.md', text: makeEnglish(3_000, 5) }])
    await addModel(page, 'fake-slow.gguf')
    await startModelRun(page)
    const card = page.getByRole('region', { name: 'Now' })
    await card.locator('pre').getByText('<QUE>').waitFor()
    // The longest time that nothing ran in the page.
    await page.evaluate(() => {
      let last = performance.now()
      setInterval(() => {
        const now = performance.now()
        const { dataset } = document.documentElement
        dataset['gap'] = String(Math.max(Number(dataset['gap'] ?? 0), now - last))
        last = now
      }, 100)
    })
    await freeze(FROZEN_MS)
    await card.getByText('done', { exact: true }).waitFor({ timeout: 90_000 })
    const gap = await page.evaluate(() => Number(document.documentElement.dataset['gap']))
    expect(gap).toBeGreaterThan(FROZEN_MS - 1_000)
    const said = await card.innerText()
    expect(said).not.toContain('failed')
    expect(said).not.toContain('gave no pair')
    expect(await countStored(page)).toBeGreaterThan(0)
    expectQuiet(watched)
  },
)
