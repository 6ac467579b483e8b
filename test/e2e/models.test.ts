import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#test/support/launch-chromium'
import { makeGguf } from '#test/support/make-gguf'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { addFiles, expectQuiet, go, openApp, type Watched } from './app-page'

const LOAD_LIMIT = 60_000
/** Weights whose answers vary; those of most seeds say one thing over and over. */
const TALKS = 5

let browser: Browser
let app: ServedApp

beforeAll(async () => {
  browser = await launchChromium()
  app = await serveApp()
})

afterAll(async () => {
  await browser.close()
  await app.close()
})

async function openModels(): Promise<Watched> {
  const watched = await openApp(await browser.newContext({ locale: 'en-GB' }), app.url)
  await go(watched.page, 'models')
  await watched.page.getByRole('heading', { name: 'Your own model' }).waitFor()
  return watched
}

const panel = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true })

async function pick(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .getByTestId('model-files')
    .setInputFiles([{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }])
}

async function addModel(page: Page, seed = TALKS): Promise<void> {
  await pick(page, 'tiny.gguf', makeGguf({ seed }))
  await page.getByRole('button', { name: 'Add this model' }).click()
  await page.getByText('tiny llama was added.').waitFor()
}

/** Folders and files under the site's own file system, by path. */
function ownFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<string[]> => {
      const found: string[] = []
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'file') found.push(path + name)
        else if (handle instanceof FileSystemDirectoryHandle) found.push(...(await walk(handle, `${path}${name}/`)))
      }
      return found
    }
    return walk(await navigator.storage.getDirectory(), '')
  })
}

describe('a model of the person’s own', () => {
  it('MODELS4, MODELS5, MODELS9, MODELS10: is looked at, added, loaded, tried on a passage, unloaded and deleted', async () => {
    const watched = await openModels()
    const { page } = watched
    await addFiles(page, [
      {
        name: 'lamp.txt',
        text: 'Pine was plentiful but its resin coated the glass with soot within an hour. Therefore the first keepers burned oak, which had to be carried from forty miles inland.\n',
      },
    ])
    await go(page, 'models')

    await pick(page, 'tiny.gguf', makeGguf({ seed: TALKS }))
    const facts = page.getByRole('region', { name: 'What it says about itself' })
    await facts.getByText('tiny llama').waitFor()
    const said = await facts.innerText()
    expect(said).toContain('2,048 tokens')
    expect(said).toMatch(/Architecture\s+llama/u)
    expect(said).toMatch(/Size\s+524 kB/u)
    expect(said).toMatch(/takes about .* and fits/u)
    expect(said).toContain('Licence not known')
    expect(await ownFiles(page)).toEqual([])
    await page.getByRole('button', { name: 'Add this model' }).click()
    await page.getByText('tiny llama was added.').waitFor()
    await page.getByText('1 model, 524 kB in all').waitFor()
    expect(await ownFiles(page)).toHaveLength(1)

    await panel(page, 'On this device').getByRole('button', { name: 'Load' }).click()
    const loaded = panel(page, 'Loaded')
    await loaded.waitFor({ timeout: LOAD_LIMIT })
    expect(await loaded.innerText()).toMatch(/[\d.]+\s+tokens\/s written/u)
    expect(await loaded.innerText()).toMatch(/2,048\s+tokens of context/u)
    await page.getByText(/^Measured here: reads [\d.,]+, writes [\d.,]+ tokens a second/u).waitFor()

    const trial = panel(page, 'Try it on one passage')
    await trial.getByText('Pine was plentiful').waitFor()
    await trial.getByText('The exact prompt').click()
    await trial.getByText('tokens, counted by the model’s own vocabulary').waitFor()
    expect(await trial.locator('.prompt').innerText()).toContain('Pine was plentiful')
    await trial.getByRole('button', { name: 'Write from this passage' }).click()
    await trial.getByRole('button', { name: 'Write again' }).waitFor({ timeout: LOAD_LIMIT })
    await trial.getByText(/^[\d,]+ tokens read, [\d,]+ written/u).waitFor()
    await trial.getByText('Its answer, word for word').click()
    expect((await trial.locator('.trial__raw').innerText()).trim().length).toBeGreaterThan(10)

    await loaded.getByRole('button', { name: 'Unload' }).click()
    await page.getByText('No model is loaded. Quick pairs need none.').waitFor()
    await page.getByRole('button', { name: 'Delete tiny llama …' }).click()
    await page.getByRole('button', { name: 'Delete the model' }).click()
    await page.getByText('No model lies here yet.').waitFor()
    expect(await ownFiles(page)).toEqual([])
    expectQuiet(watched)
    await page.context().close()
  })

  it('MODELS5: a model that is loaded can be deleted: it is unloaded first', async () => {
    const watched = await openModels()
    const { page } = watched
    await addModel(page)
    await panel(page, 'On this device').getByRole('button', { name: 'Load' }).click()
    await panel(page, 'Loaded').waitFor({ timeout: LOAD_LIMIT })
    await page.getByRole('button', { name: 'Delete tiny llama …' }).click()
    await page.getByText('It is loaded, and is unloaded first.').waitFor()
    await page.getByRole('button', { name: 'Delete the model' }).click()
    await page.getByText('No model lies here yet.').waitFor()
    await page.getByText('No model is loaded. Quick pairs need none.').waitFor()
    expect(await ownFiles(page)).toEqual([])
    expectQuiet(watched)
    await page.context().close()
  })

  it('MODELS6: one that writes no text is not loaded, which is said, and it can be put away', async () => {
    const watched = await openModels()
    const { page } = watched
    await addModel(page, 42)
    await panel(page, 'On this device').getByRole('button', { name: 'Load' }).click()
    const alert = page.getByRole('alert')
    await alert.getByText('tiny llama is not loaded.').waitFor({ timeout: LOAD_LIMIT })
    expect(await alert.innerText()).toContain('what it writes is no text')
    expect(await alert.innerText()).toContain('No pair was written with it.')
    await alert.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByText('No model is loaded. Quick pairs need none.').waitFor()
    expectQuiet(watched)
    await page.context().close()
  })

  it.each([
    { fault: 'bad-magic', words: 'This is not a model that can be loaded here.' },
    { fault: 'truncated', words: 'The file broken.gguf is damaged or not whole.' },
  ] as const)(
    'MODELS9: a file with the fault $fault is refused in words, before anything is copied',
    async ({ fault, words }) => {
      const watched = await openModels()
      const { page } = watched
      await pick(page, 'broken.gguf', makeGguf({ fault }))
      await page.getByRole('alert').getByText(words).waitFor()
      expect(await page.getByRole('button', { name: 'Add this model' }).count()).toBe(0)
      expect(await ownFiles(page)).toEqual([])
      // The next one is taken all the same.
      await addModel(page)
      expectQuiet(watched)
      await page.context().close()
    },
  )

  it('MODELS11: lies there after a reload, and in the tab that only follows it can be seen but not changed', async () => {
    const watched = await openModels()
    const { page } = watched
    await addModel(page)
    await page.reload()
    await page.getByText('1 model, 524 kB in all').waitFor()
    const second = await openApp(page.context(), app.url)
    await go(second.page, 'models')
    await second.page.getByText('1 model, 524 kB in all').waitFor()
    expect(await panel(second.page, 'On this device').getByRole('button', { name: 'Load' }).isDisabled()).toBe(true)
    expect(await second.page.getByRole('button', { name: 'Delete tiny llama …' }).isDisabled()).toBe(true)
    await page.context().close()
  })
})
