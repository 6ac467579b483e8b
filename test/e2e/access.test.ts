import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#test/support/launch-chromium'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { expectQuiet, go, openApp, waitForRunEnd, writePairs } from './app-page'
import { violations } from './axe'

let app: ServedApp
let browser: Browser

beforeAll(async () => {
  app = await serveApp()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await app.close()
})

async function withSample(page: Page): Promise<void> {
  await page.locator('.first__acts button').last().click()
  await page.getByText('tea.zh.md').first().waitFor()
  await writePairs(page)
}

describe.each([
  { look: 'light', colorScheme: 'light', locale: 'en-GB', viewport: { width: 1360, height: 840 } },
  { look: 'dark', colorScheme: 'dark', locale: 'en-GB', viewport: { width: 1360, height: 840 } },
  { look: 'narrow', colorScheme: 'light', locale: 'en-GB', viewport: { width: 360, height: 780 } },
  { look: 'Chinese', colorScheme: 'dark', locale: 'zh-CN', viewport: { width: 1360, height: 840 } },
] as const)('$look', ({ look, colorScheme, locale, viewport }) => {
  it('every screen is clean for axe, and no wider or taller than the window', async () => {
    const context = await browser.newContext({ colorScheme, locale, viewport, reducedMotion: 'reduce' })
    const { page } = await openApp(context, app.url)
    const found: string[] = (await violations(page)).map(line => `home ${line}`)
    await page.locator('.first__acts button').last().click()
    await page.getByText('tea.zh.md').first().waitFor()
    if (look !== 'Chinese') await writePairs(page)
    for (const screen of ['sources', 'write', 'review', 'export', 'corpus', 'evaluate', 'models', 'storage']) {
      await go(page, screen)
      await page.waitForTimeout(700)
      found.push(...(await violations(page)).map(line => `${screen} ${line}`))
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (wider > 0) found.push(`${screen} is ${wider} px wider than the window`)
      // Screens scroll inside of themselves: a second scroll bar would only show what lies below them, which is nothing.
      const taller = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
      if (taller > 0) found.push(`${screen} is ${taller} px taller than the window`)
    }
    expect(found).toEqual([])
    await context.close()
  })
})

it('the main path by keyboard alone', async () => {
  const context = await browser.newContext({ locale: 'en-GB', acceptDownloads: true })
  const watched = await openApp(context, app.url)
  const { page } = watched
  /** Tabs until the named control has the focus, then presses it. */
  const press = async (name: RegExp): Promise<void> => {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
      })
      if (name.test(focused)) {
        await page.keyboard.press('Enter')
        return
      }
    }
    throw new Error(`no control ${String(name)} was reached by Tab`)
  }
  await press(/^Try a sample$/u)
  await page.getByText('tea.zh.md').first().waitFor()
  await page.keyboard.press('2')
  await page.getByText(/^\d+ passages of \d+ documents$/u).waitFor()
  await press(/^Write from all/u)
  await waitForRunEnd(page)
  await page.keyboard.press('3')
  await page.getByText(/^1 of \d+$/u).waitFor()
  await page.keyboard.press('k')
  await page.getByText(/^Kept 1$/u).waitFor()
  await page.keyboard.press('d')
  await page.getByText(/^Dropped 1$/u).waitFor()
  await page.keyboard.press('z')
  await page.getByText(/^Dropped 0$/u).waitFor()
  await page.keyboard.press('4')
  await page.getByRole('button', { name: 'Export', exact: true }).waitFor()
  const downloaded = page.waitForEvent('download')
  await press(/^Export$/u)
  expect((await downloaded).suggestedFilename()).toBe('dataset.jsonl')
  expectQuiet(watched)
  await context.close()
})

it('from opening the page to the first kept pair of a dropped file in under ten seconds', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const started = performance.now()
  const { page } = await openApp(context, app.url)
  await withSample(page)
  await go(page, 'review')
  await page.getByText(/^1 of \d+$/u).waitFor()
  await page.keyboard.press('k')
  await page.getByText(/^Kept 1$/u).waitFor()
  expect(performance.now() - started).toBeLessThan(10_000)
  await context.close()
})
