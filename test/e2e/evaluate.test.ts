import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchChromium } from '#test/support/launch-chromium'
import { makeEnglish } from '#test/support/make-text'
import { type ServedFakeApp, serveFakeApp } from '#test/support/serve-fake-app'
import { addFiles, countStored, expectQuiet, go, openApp, storedPairs, type Watched } from './app-page'
import { addModel, startModelRun } from './model-page'

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

/** A project with pairs of which some failed. */
async function withPairs(model: string): Promise<Watched> {
  const watched = await openApp(await browser.newContext({ locale: 'en-GB' }), app.url)
  const { page } = watched
  await addFiles(page, [{ name: 'text.md', text: makeEnglish(240_000, 5) }])
  await addModel(page, model)
  await startModelRun(page)
  await page.getByRole('region', { name: 'Now' }).getByText('done', { exact: true }).waitFor({ timeout: 90_000 })
  expect(await countStored(page)).toBeGreaterThan(40)
  return watched
}

/** Marks all pairs of the check that is open by keys: every fifth one as wrong. */
async function markAll(page: Page): Promise<number> {
  const done = page.getByRole('region', { name: 'Pair' }).getByText('All marked')
  for (let marked = 0; ; marked++) {
    if (await done.isVisible()) return marked
    await page.keyboard.press(marked % 5 === 4 ? '2' : '1')
    await expect
      .poll(
        async () =>
          (await done.isVisible()) || (await page.locator('.marking').innerText()).includes(`${marked + 1} of`),
      )
      .toBe(true)
  }
}

it('EVALVIEW1: pairs are marked blind by keys alone, the figure stands on Export and outlives a reload', async () => {
  const watched = await withPairs('fake-planted.gguf')
  const { page } = watched
  await go(page, 'evaluate')
  await page.getByText('Not measured yet').waitFor()
  await page.getByRole('button', { name: /^Check \d+$/u }).click()
  await page.locator('.marking').waitFor()
  // What the checks said is nowhere to be seen.
  expect(await page.locator('.marking .pair-checks, .marking mark').count()).toBe(0)
  const marked = await markAll(page)
  expect(marked).toBeGreaterThanOrEqual(20)
  await page.getByRole('button', { name: 'Back to the figure' }).first().click()
  const line = page.getByText(/\d+ checked blind · \d+ right · \d+/u).first()
  const said = await line.innerText()
  await go(page, 'export')
  await page
    .getByText(/checked blind/u)
    .first()
    .waitFor()
  await page.reload()
  await go(page, 'evaluate')
  await page.getByText(said, { exact: true }).first().waitFor()
  expectQuiet(watched)
})

/** The number beside Export: what would be exported. */
async function exportable(page: Page): Promise<number> {
  const said = await page.locator('.side-nav a', { hasText: 'Export' }).locator('b').innerText()
  return Number(/\d+/u.exec(said.replaceAll(',', ''))?.[0])
}

async function judge(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'See what would change' }).click()
  const apply = page.getByRole('button', { name: /^Judge .* anew$/u })
  await apply.waitFor({ timeout: 60_000 })
  expect(await page.getByText(/ready → unsure|unsure → ready/u).count()).toBeGreaterThan(0)
  await apply.click()
  await page.getByText(/judged anew\./u).waitFor({ timeout: 60_000 })
}

/** Versions of the checks that the stored pairs name, and how many name one. */
async function versions(page: Page): Promise<{ different: ReadonlySet<string>; pairs: number }> {
  const named = (await storedPairs(page)).flatMap(row => row.match(/checksVersion\W+[\da-f]{16}/gu) ?? [])
  return { different: new Set(named), pairs: named.length }
}

it('JUDGE5, JUDGE8: other thresholds are tried before they are applied, hold after a reload, and can be taken back', async () => {
  const watched = await withPairs('fake-steady.gguf')
  const { page } = watched
  // This build names the code that judged its pairs, so that judging them anew need not repeat all of it.
  const judged = await versions(page)
  expect(judged.different.size).toBe(1)
  expect(judged.pairs).toBeGreaterThan(40)
  const before = await exportable(page)
  await go(page, 'evaluate')
  await page.getByLabel('Pairs of a task in a passage').fill('1')
  await judge(page)
  await expect.poll(() => exportable(page)).toBeLessThan(before)
  await page.reload()
  await go(page, 'evaluate')
  expect(await page.getByLabel('Pairs of a task in a passage').inputValue()).toBe('1')
  await page.getByRole('button', { name: 'Usual values' }).click()
  await judge(page)
  await expect.poll(() => exportable(page)).toBe(before)
  expect(await versions(page)).toEqual(judged)
  expectQuiet(watched)
})

it('EVALGATE1: a model judges pairs, is measured first, and its word stands among the checks', async () => {
  const watched = await withPairs('fake-steady.gguf')
  const { page } = watched
  await go(page, 'evaluate')
  await page.getByLabel('At most').fill('10')
  await page.getByRole('button', { name: 'Judge', exact: true }).click()
  await page.getByText('Grounded · Done').waitFor({ timeout: 90_000 })
  await page.getByText(/Noticed \d+ of \d+ planted faults/u).waitFor()
  await page.getByText(/10 judged before/u).waitFor()
  expectQuiet(watched)
})

it('COVER1: the map shows what is thin, and a passage can be topped up', async () => {
  const watched = await openApp(await browser.newContext({ locale: 'en-GB' }), app.url)
  const { page } = watched
  await addFiles(page, [{ name: 'text.md', text: makeEnglish(120_000, 9) }])
  await addModel(page, 'fake-steady.gguf')
  await go(page, 'models')
  await page.getByRole('button', { name: 'Load', exact: true }).first().click()
  await page
    .getByText(/loaded/u)
    .first()
    .waitFor()
  // A sample: most passages are not written yet.
  await go(page, 'write')
  await page.getByRole('radio', { name: 'A model on this device' }).check()
  await page.getByRole('button', { name: /^Write from a sample/u }).click()
  await page.getByRole('region', { name: 'Now' }).getByText('done', { exact: true }).waitFor({ timeout: 90_000 })
  const before = await countStored(page)
  await go(page, 'review')
  await page.locator('.review__pair .pair-head').waitFor()
  await page.keyboard.press('m')
  await page
    .getByText(/usable pairs in \d+ passages/u)
    .first()
    .waitFor()
  await page
    .getByRole('button', { name: /^Top up/u })
    .first()
    .click()
  await page.getByRole('button', { name: /^Write \d+ passages?$/u }).click()
  await expect.poll(() => countStored(page), { timeout: 90_000 }).toBeGreaterThan(before)
  expectQuiet(watched)
})
