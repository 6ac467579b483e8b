import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#test/support/launch-chromium'
import { makeEnglish } from '#test/support/make-text'
import { type ServedFakeApp, serveFakeApp } from '#test/support/serve-fake-app'
import { addFiles, countStored, expectQuiet, go, openApp, type Watched } from './app-page'
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

/** A project with a few passages, and a model of that script chosen. */
async function open(script: string, characters = 12_000): Promise<Watched> {
  const watched = await openApp(await browser.newContext(), app.url)
  await addFiles(watched.page, [{ name: 'text.md', text: makeEnglish(characters, 5) }])
  await addModel(watched.page, `${script}.gguf`)
  await startModelRun(watched.page)
  return watched
}

const line = (page: Page) => page.getByRole('region', { name: 'Now' })
const done = (page: Page): Promise<void> => line(page).getByText('done', { exact: true }).waitFor()

describe('a run by a model', () => {
  it('writes pairs for every passage, and they stand in Review beside their words', async () => {
    const watched = await open('fake')
    const { page } = watched
    await done(page)
    expect(await countStored(page)).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'Review', exact: true }).first().click()
    await page.locator('mark').first().waitFor()
    expectQuiet(watched)
    await page.context().close()
  })

  it.each(['fake-lost-once', 'fake-dies-once', 'fake-lost-twice'])('%s: goes on by itself', async script => {
    const { page } = await open(script)
    await done(page)
    expect(await line(page).getByText('failed').count()).toBe(0)
    await page.context().close()
  })

  it.each([
    ['fake-lost', 'The run is paused: 3 passages in a row failed in the same way.'],
    ['fake-dies', 'The run is paused: 3 passages in a row failed in the same way.'],
  ])('%s: three in a row pause the run and say why; nothing is lost', async (script, sentence) => {
    const { page } = await open(script)
    await page.getByText(sentence).first().waitFor()
    await line(page).getByRole('button', { name: 'Resume' }).waitFor()
    await page.context().close()
  })

  it.each([
    ['fake-white-space', 'The model wrote nothing but white space.'],
    ['fake-wrong-language', 'The answer is in another language than the passage.'],
    ['fake-garbage', /gave no pair:/u],
    ['fake-overflow', 'The passage does not fit into the model’s context.'],
  ] as const)('%s: ends, and says why passages gave nothing', async (script, reason) => {
    const { page } = await open(script, 3_000)
    await done(page)
    await line(page).getByText(reason).waitFor()
    await page.context().close()
  })

  it('the same pair for ever ends as one pair a passage', async () => {
    const { page } = await open('fake-same-pair', 3_000)
    await done(page)
    expect(await countStored(page)).toBeGreaterThan(0)
    await page.context().close()
  })

  it('a model that talks garbage after loading is refused before it writes anything', async () => {
    const { page } = await open('fake-talks-garbage')
    await page.getByText('what it writes is no text').first().waitFor()
    expect(await countStored(page)).toBe(0)
    await page.context().close()
  })

  it('pause gives the device back at once, and going on loads the model again', async () => {
    const { page } = await open('fake-slow')
    await line(page).locator('pre').getByText('<QUE>').waitFor()
    await line(page).getByRole('button', { name: 'Pause' }).click()
    await line(page).getByRole('button', { name: 'Resume' }).waitFor()
    await go(page, 'models')
    await page.getByRole('button', { name: 'Load', exact: true }).first().waitFor()
    await go(page, 'write')
    await line(page).getByRole('button', { name: 'Resume' }).click()
    await line(page).locator('pre').getByText('<QUE>').waitFor()
    await page.context().close()
  })
})
