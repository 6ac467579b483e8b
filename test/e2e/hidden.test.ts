import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DetachedChromium, spawnChromium } from '#test/support/launch-chromium'
import { makeEnglish } from '#test/support/make-text'
import { type ServedFakeApp, serveFakeApp } from '#test/support/serve-fake-app'
import { addFiles, countStored, expectQuiet, openApp } from './app-page'
import { addModel, startModelRun } from './model-page'

/** Long enough for timers of a hidden page to be slowed down to one a second. */
const WATCHED_MS = 15_000

let app: ServedFakeApp
let chromium: DetachedChromium

beforeAll(async () => {
  app = await serveFakeApp()
  chromium = await spawnChromium(path.join(app.folder, 'profile'), ['--lang=en-GB'])
})

afterAll(async () => {
  await chromium.kill()
  await app.close()
})

/** Passages written in a while; the scripted engine writes at a fixed pace. */
async function writtenIn(page: Page, ms: number): Promise<number> {
  const before = await countStored(page)
  await sleep(ms)
  return (await countStored(page)) - before
}

const visibility = (page: Page): Promise<string> => page.evaluate(() => document.visibilityState)

it('a run by a model writes as fast in a hidden tab, and asks for the screen again when it is seen', async () => {
  const context = chromium.browser.contexts()[0] ?? expect.fail('the browser has no context')
  await context.addInitScript(() => {
    const real = navigator.wakeLock.request.bind(navigator.wakeLock)
    navigator.wakeLock.request = async type => {
      const { dataset } = document.documentElement
      dataset['asked'] = String(Number(dataset['asked'] ?? 0) + 1)
      const lock = await real(type)
      dataset['awake'] = 'yes'
      lock.addEventListener('release', () => {
        dataset['awake'] = 'no'
      })
      return lock
    }
  })
  const watched = await openApp(context, app.url)
  const { page } = watched
  const told = (name: string): Promise<string | undefined> =>
    page.evaluate(key => document.documentElement.dataset[key], name)
  await addFiles(page, [{ name: 'text.md', text: makeEnglish(400_000, 5) }])
  await addModel(page, 'fake-steady.gguf')
  await startModelRun(page)
  await page.getByRole('region', { name: 'Now' }).locator('pre').getByText('<QUE>').waitFor()
  expect(await visibility(page)).toBe('visible')
  const seen = await writtenIn(page, WATCHED_MS)
  expect(seen).toBeGreaterThan(5)
  expect(await told('asked')).toBe('1')
  expect(await told('awake')).toBe('yes')

  const other = await context.newPage()
  await other.bringToFront()
  await expect.poll(() => visibility(page)).toBe('hidden')
  const hidden = await writtenIn(page, WATCHED_MS)
  expect(hidden / seen).toBeGreaterThan(0.7)
  expect(await told('awake')).toBe('no')

  await page.bringToFront()
  await expect.poll(() => visibility(page)).toBe('visible')
  await expect.poll(() => told('asked')).toBe('2')
  await page.getByRole('button', { name: 'Pause', exact: true }).first().click()
  await page.getByRole('button', { name: 'Resume', exact: true }).first().waitFor()
  await expect.poll(() => told('awake')).toBe('no')
  expectQuiet(watched)
})
