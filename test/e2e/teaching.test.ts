import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#test/support/launch-chromium'
import { makeEnglish } from '#test/support/make-text'
import { type ServedFakeApp, serveFakeApp } from '#test/support/serve-fake-app'
import { addFiles, expectQuiet, go, openApp } from './app-page'
import { addModel, startModelRun } from './model-page'

let browser: Browser
let app: ServedFakeApp

beforeAll(async () => {
  browser = await launchChromium()
  app = await serveFakeApp()
})

afterAll(async () => {
  await browser.close()
  await app.close()
})

describe('teaching by keeping', () => {
  it('TEACHVIEW1, TEACHVIEW3, TEACHVIEW5: what was kept is offered, compared, shown in the prompt, and named by what it taught', async () => {
    const watched = await openApp(await browser.newContext(), app.url)
    const { page } = watched
    // Short passages: the context of the scripted engine holds two thousand tokens.
    const files = Array.from({ length: 8 }, (_, i) => ({ name: `text-${i}.md`, text: makeEnglish(700, 5 + i) }))
    await addFiles(page, files)
    await addModel(page, 'fake.gguf')
    await startModelRun(page)
    const now = page.getByRole('region', { name: 'Now' })
    await now.getByText('done', { exact: true }).waitFor()
    expect(await page.getByRole('switch', { name: 'Teach with my kept pairs' }).count()).toBe(0)

    await now.getByRole('button', { name: 'Review', exact: true }).click()
    await page.locator('mark').first().waitFor()
    for (let pair = 0; pair < 6; pair++) {
      await page.keyboard.press('k')
      await page.waitForTimeout(150)
    }
    await go(page, 'write')
    const teach = page.locator('.teach')
    await teach.waitFor()
    const words = (await teach.textContent()) ?? ''
    expect(words).toMatch(/pairs? that you kept or edited/u)
    const instruction = (await teach.locator('.tryout__instruction').first().textContent()) ?? ''
    expect(instruction.length).toBeGreaterThan(5)

    await page.getByText('Compare with and without my examples').click()
    await page.getByLabel('Passages', { exact: true }).fill('3')
    await page.getByRole('button', { name: 'Write with both' }).click()
    await page.getByText('All of them are written by both.').waitFor()
    expect(await page.locator('.compare__table caption').textContent()).toBe('Over 3 of 3 passages, written by both')

    await teach.locator('input').first().check()
    await page.getByRole('button', { name: /^Write from all/u }).click()
    await page.getByText('with your examples').first().waitFor()
    await now.getByText('done', { exact: true }).waitFor()
    await go(page, 'review')
    await page
      .getByText(/^Written with \d+ other passages? in sight/u)
      .first()
      .waitFor()
    expectQuiet(watched)
    await page.context().close()
  })
})
