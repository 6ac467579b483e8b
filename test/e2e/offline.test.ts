import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '#cli/ensure-built.mjs'
import { serveFolder } from '#cli/static-server.mjs'
import { launchChromium } from '#test/support/launch-chromium'
import { makeEnglish } from '#test/support/make-text'
import { serveApp } from '#test/support/serve-app'
import { addFiles, expectQuiet, go, openApp, startPairs, type Watched, waitForRunEnd } from './app-page'

let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  browser = await launchChromium()
})

afterEach(async () => {
  await context.close()
})

afterAll(async () => {
  await browser.close()
})

/** Opens the app, and waits until it is kept for later. */
async function openKept(url: string): Promise<Watched> {
  context = await browser.newContext()
  const watched = await openApp(context, url)
  await watched.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  return watched
}

describe('without the host', () => {
  it.each([true, false])('starts, reads, writes and shows every screen (headers of the host: %s)', async headers => {
    const app = await serveApp({ headers })
    const watched = await openKept(app.url)
    const { page } = watched
    await app.close()
    await page.reload()
    await page.locator('.shell__screen').waitFor()
    // A host that sends no headers gets its isolation from the kept copy.
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
    await addFiles(page, [{ name: 'a.txt', text: makeEnglish(20_000, 3) }])
    await startPairs(page)
    await waitForRunEnd(page)
    for (const screen of ['review', 'export', 'corpus', 'models', 'storage', 'sources']) {
      await go(page, screen)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    }
    expectQuiet(watched)
  })

  it('a newer version waits until the person lets it start, and never while a run goes on', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'pairloom-'))
    await cp(await ensureBuilt('dist'), folder, { recursive: true })
    const app = await serveFolder({ root: folder, port: 0 })
    const { page } = await openKept(app.url)
    await addFiles(page, [{ name: 'long.txt', text: makeEnglish(6_000_000, 3) }])
    for (const [name, from, to] of [
      ['service-worker.js', /[0-9a-f]{16}(?=\\nindex)/u, 'ffff'],
      ['index.html', /<title>/u, '<title data-newer>'],
    ] as const) {
      const text = await readFile(path.join(folder, name), 'utf8')
      const changed = text.replace(from, to)
      expect(changed).not.toBe(text)
      await writeFile(path.join(folder, name), changed)
    }
    await startPairs(page)
    await page
      .getByRole('region', { name: 'The run' })
      .getByText(/^[1-9][\d,]* of/u)
      .waitFor()
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update()
    })
    const waiting = (): Promise<boolean> =>
      page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)
    // It has to fetch every file of the app first, while a run is at work.
    await expect.poll(waiting, { timeout: 30_000 }).toBe(true)
    await page.getByRole('button', { name: 'Pause' }).first().click()
    const reload = page.getByText('A newer version is ready.')
    await reload.waitFor()
    await page.getByRole('button', { name: 'Resume' }).first().click()
    await reload.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Pause' }).first().click()
    await page.getByRole('button', { name: 'Reload' }).click()
    await page.locator('title[data-newer]').waitFor({ state: 'attached' })
    await app.close()
    await rm(folder, { recursive: true })
  })
})
