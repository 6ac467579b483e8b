import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium, launchWithProfile, removeFolder, temporaryFolder } from '#test/support/launch-chromium'
import { makeEnglish } from '#test/support/make-text'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { addFiles, countStored, go, openApp, startPairs, waitForRunEnd, writePairs } from './app-page'

const ONE = 'The valve was closed because salt water had entered the condenser during the night.\n'
const HOLDS = 'Another tab holds this project.'

let app: ServedApp
let browser: Browser
let context: BrowserContext
let folder: string | null = null

beforeAll(async () => {
  app = await serveApp()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await app.close()
})

beforeEach(async () => {
  context = await browser.newContext({ locale: 'en-GB' })
})

afterEach(async () => {
  await context.close()
  if (folder !== null) await removeFolder(folder)
  folder = null
})

/**
 * Lets the site use `spare` bytes more than it does now; null lifts the limit. Chromium keeps an open database's remaining
 * room in mind for a while, so the limit holds from the next opening on: the page is loaded again.
 */
async function limitStorage(page: Page, spare: number | null): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const origin = new URL(app.url).origin
  const used = await page.evaluate(async () => {
    // What is kept for starts without a network takes room too: all of it first.
    await navigator.serviceWorker.ready
    return (await navigator.storage.estimate()).usage ?? 0
  })
  await session.send(
    'Storage.overrideQuotaForOrigin',
    spare === null ? { origin } : { origin, quotaSize: used + spare },
  )
  if (spare === null) return
  await page.goto(`${app.url}samples/LICENSE.txt`)
  await page.waitForTimeout(5_000)
  await page.goto(app.url)
  await page.getByText('Sources').first().waitFor()
  await page.locator('.waiting').waitFor({ state: 'detached' })
}

/** A context with a profile on disk: limits on storage do not bind one that lives in memory. */
async function onDisk(): Promise<BrowserContext> {
  await context.close()
  folder = await temporaryFolder()
  context = await launchWithProfile(folder, ['--lang=en-GB'])
  return context
}

describe('two tabs', () => {
  it('the second says who holds the project, reads along, and can take over', async () => {
    const first = await openApp(context, app.url)
    await addFiles(first.page, [{ name: 'a.txt', text: ONE }])
    const second = await openApp(context, app.url)
    await second.page.getByText(HOLDS).waitFor()
    await second.page.getByText('a.txt').first().waitFor()
    await second.page.getByRole('button', { name: 'Run here instead' }).first().click()
    await second.page.getByText(HOLDS).waitFor({ state: 'detached' })
    await first.page.getByText(HOLDS).waitFor()
    await writePairs(second.page)
    expect(await countStored(second.page)).toBe(1)
  })

  it('when the tab that holds it is closed, the other one takes over by itself', async () => {
    const first = await openApp(context, app.url)
    const second = await openApp(context, app.url)
    await second.page.getByText(HOLDS).waitFor()
    await first.page.close()
    await second.page.getByText(HOLDS).waitFor({ state: 'detached', timeout: 3_000 })
  })

  it('a run that is taken over in the middle goes on in the other tab, and nothing is written twice', async () => {
    const first = await openApp(context, app.url)
    await addFiles(first.page, [{ name: 'long.md', text: makeEnglish(12_000_000, 5) }])
    // Open before the run starts: on a fast machine the run would be over by the time that a page is loaded.
    const second = await openApp(context, app.url)
    const takeOver = second.page.getByRole('button', { name: 'Run here instead' }).first()
    await takeOver.waitFor()
    await startPairs(first.page)
    while ((await countStored(first.page)) === 0) await first.page.waitForTimeout(5)
    await takeOver.click()
    await first.page.getByText(HOLDS).waitFor()
    // Only a run with work left can be resumed.
    await go(second.page, 'write')
    await second.page.getByRole('button', { name: 'Resume this run' }).click()
    await waitForRunEnd(second.page)
    const passages = await second.page
      .getByText(/^\d[\d,]* of \d[\d,]* passages$/u)
      .first()
      .textContent()
    const [done, total] = (passages ?? '').match(/[\d,]+/gu) ?? []
    expect(done).toBe(total)
  })
})

describe('storage in trouble', () => {
  it('full: the run pauses and says why, nothing stored is lost, and it resumes', async () => {
    const { page } = await openApp(await onDisk(), app.url)
    await addFiles(page, [{ name: 'long.md', text: makeEnglish(2_000_000, 6) }])
    await limitStorage(page, 300_000)
    await startPairs(page)
    await page.getByText('The browser has no room left for this site.').first().waitFor()
    const before = await countStored(page)
    await limitStorage(page, null)
    await startPairs(page)
    await waitForRunEnd(page)
    expect(await countStored(page)).toBeGreaterThan(before)
  })

  it('full while reading: the file is refused with the reason, and what was there stays', async () => {
    const { page } = await openApp(await onDisk(), app.url)
    await addFiles(page, [{ name: 'small.txt', text: ONE }])
    await limitStorage(page, 300_000)
    const buffer = Buffer.from(makeEnglish(5_000_000, 7))
    await page.getByTestId('files').first().setInputFiles({ name: 'large.txt', mimeType: 'text/plain', buffer })
    await page
      .getByText(/no room left/u)
      .first()
      .waitFor()
    await page.getByText('small.txt').first().waitFor()
  })

  it('cleared while open: a recovery screen, not an empty list; a fresh start works', async () => {
    const { page } = await openApp(context, app.url)
    await addFiles(page, [{ name: 'a.txt', text: ONE }])
    const session = await context.newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin: new URL(app.url).origin, storageTypes: 'indexeddb' })
    await page.getByText('The data of this site was deleted').waitFor()
    await page.getByRole('button', { name: 'Restore a backup …' }).waitFor()
    await page.getByRole('button', { name: 'Start with an empty project' }).click()
    await page.getByRole('button', { name: 'Choose files' }).first().waitFor()
    await addFiles(page, [{ name: 'b.txt', text: ONE }])
  })

  it('cleared while closed: the same recovery screen at the next opening', async () => {
    const { page } = await openApp(context, app.url)
    await addFiles(page, [{ name: 'a.txt', text: ONE }])
    await page.goto(`${app.url}samples/LICENSE.txt`)
    const session = await context.newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin: new URL(app.url).origin, storageTypes: 'indexeddb' })
    await page.goto(app.url)
    await page.getByText('The data of this site was deleted').waitFor()
    await page.getByRole('button', { name: 'Start with an empty project' }).click()
    await page.getByRole('button', { name: 'Choose files' }).first().waitFor()
  })

  it('a newer version in another tab: this tab stops writing and says so, also after a reload', async () => {
    const { page } = await openApp(context, app.url)
    await addFiles(page, [{ name: 'a.txt', text: ONE }])
    const other = await context.newPage()
    await other.goto(`${app.url}samples/LICENSE.txt`)
    await other.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
      const name = names.find(entry => /^pairloom-(?!projects)/u.test(entry)) ?? ''
      await new Promise<void>((resolve, reject) => {
        const open = indexedDB.open(name, 100_000)
        open.onsuccess = () => {
          open.result.close()
          resolve()
        }
        open.onerror = () => reject(new Error(String(open.error)))
      })
    })
    await page.getByText('Pairloom was updated in another tab').waitFor()
    await page.getByRole('button', { name: 'Reload' }).click()
    await page.getByText(/opened by a newer Pairloom/u).waitFor()
  })
})

it('removed and restored: pairs hide with their document and come back', async () => {
  const { page } = await openApp(context, app.url)
  await addFiles(page, [{ name: 'a.txt', text: ONE }])
  await writePairs(page)
  await go(page, 'sources')
  await page
    .getByRole('button', { name: /a\.txt/u })
    .last()
    .click()
  await page.getByText('Remove', { exact: true }).click()
  await page.getByText('removed').first().waitFor()
  await go(page, 'review')
  await page.getByText('No pairs yet').waitFor()
  await go(page, 'sources')
  await page
    .getByRole('button', { name: /a\.txt/u })
    .last()
    .click()
  await page.getByText('Restore', { exact: true }).click()
  await go(page, 'review')
  await page.getByText(/^1 of \d+$/u).waitFor()
})
