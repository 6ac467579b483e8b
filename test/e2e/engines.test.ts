import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RECIPES } from '#core/synthesis/recipes'
import { launchChromium } from '#test/support/launch-chromium'
import { makeGguf } from '#test/support/make-gguf'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { addFiles, download, dropPaths, expectQuiet, go, openApp, type Watched } from './app-page'
import { chooseModel } from './model-page'

const MINUTE = 60_000
/** Weights whose answers vary; those of most seeds say one thing over and over. */
const TALKS = 5
const SOFTWARE_WEBGPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan']

const gguf = process.env['PAIRLOOM_GGUF']
const mlcFolder = process.env['PAIRLOOM_MLC_FOLDER']

const TOWER =
  'The tower at Skerry Point was built in 1759 of grey granite. It stood for 123 years, until the rock beneath it was worn away by the sea.\n'
const LAMP =
  'The lamp burned paraffin until 1934, when its keeper had it changed to electric light. The lens turns once in forty seconds.\n'

interface Row {
  readonly instruction: string
  readonly response: string
  readonly passage: { readonly text: string }
  readonly evidence: readonly { readonly start: number; readonly end: number }[]
  readonly document: { readonly name: string }
  readonly provenance: {
    readonly synthesizer: string
    readonly recipe: string
    readonly engine: string
    readonly model: string | null
    readonly prompt_sha256: string | null
    readonly reused: number | null
  }
}

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pairloom-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** Opens the app in a browser of its own, and watches what any of its threads asks another origin for. */
async function open(app: ServedApp, browser: Browser): Promise<Watched & { readonly seen: readonly string[] }> {
  const context = await browser.newContext({ acceptDownloads: true, locale: 'en-GB' })
  const foreign: string[] = []
  const seen: string[] = []
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    seen.push(request.url())
    if (protocol !== 'blob:' && protocol !== 'data:' && origin !== new URL(app.url).origin) foreign.push(request.url())
  })
  const watched = await openApp(context, app.url)
  return { ...watched, foreign, seen }
}

async function addPicked(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add this model' }).click()
  await page.getByText(/ was added\.$/u).waitFor({ timeout: MINUTE })
}

/** Loads what lies there and gives what the card of the loaded model says. */
async function load(page: Page, limit = MINUTE): Promise<string> {
  await page.getByRole('region', { name: 'On this device' }).getByRole('button', { name: 'Load', exact: true }).click()
  const loaded = page.getByRole('region', { name: 'Loaded' })
  await loaded.waitFor({ timeout: limit })
  return loaded.innerText()
}

/** Writes from everything with the loaded model; gives the card of the run when it is done. */
async function write(page: Page, limit: number): Promise<string> {
  await page.getByRole('button', { name: /^Write from (all|the passage)/u }).click()
  const card = page.getByRole('region', { name: 'Now' })
  await card.getByText('done', { exact: true }).waitFor({ timeout: limit })
  return card.innerText()
}

/** A recipe of the person's own, which asks for one short pair. */
async function addShortRecipe(page: Page, tokensPerPair: number): Promise<void> {
  const [first] = RECIPES
  const example = '<QUE> Of what was the bridge made? <ANS> Of oak. <SRC> made of oak </END>'
  const ask = `Number of pairs to write: {count}. A short question, a short answer, some words. For example:\n${example}`
  const words = { ask, shortAsk: ask, examples: [] }
  const recipe = {
    ...first,
    name: 'one-short-pair',
    title: { en: 'One short pair', zh: '一对' },
    pairs: { perTokens: 1_000, minimum: 1, maximum: 1 },
    sampling: { temperature: 0.3, topP: 0.9, tokensPerPair },
    words: { en: words, zh: words },
  }
  await page.getByTestId('recipe-file').setInputFiles({
    name: 'short.recipe.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(recipe)),
  })
  await page.getByRole('radio', { name: 'One short pair' }).waitFor()
  expect(await page.getByRole('radio', { name: 'One short pair' }).isChecked()).toBe(true)
}

/** Rows of a download of records in every state, as the person gets them. */
async function exportRows(page: Page): Promise<readonly Row[]> {
  await go(page, 'export', '?states=kept,ready,unsure,failed')
  const { text } = await download(page, () =>
    page
      .getByRole('button', { name: /^Export/u })
      .last()
      .click(),
  )
  return text
    .trimEnd()
    .split('\n')
    .map((line): Row => {
      const row: Row = JSON.parse(line)
      return row
    })
}

/** What the app itself counted, over all threads that see text; the panel asks them every two seconds. */
async function privacyFigures(page: Page): Promise<{ own: number; other: number; refused: number }> {
  await page.getByRole('button', { name: 'See why' }).first().click()
  const panel = page.getByRole('dialog', { name: 'Why nothing leaves' })
  await page.waitForTimeout(4_500)
  const [own = -1, other = -1, refused = -1] = (await panel.locator('.privacy__counts dd').allInnerTexts()).map(Number)
  await panel.getByRole('button', { name: 'Close' }).click()
  return { own, other, refused }
}

/** Pairs stand in Review, those that failed a check too (a small model writes many); gives the number of them. */
async function pairsInReview(page: Page): Promise<number> {
  await go(page, 'review', '?show=all')
  const place = page.getByText(/^1 of \d+$/u)
  await place.waitFor()
  return Number((await place.innerText()).split(' ').at(-1))
}

describe('with the real CPU engine', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser.close()
  })

  it('a GGUF that is dropped writes pairs that can be reviewed and exported; without the host it starts, loads and writes again', async () => {
    const app = await serveApp()
    const watched = await open(app, browser)
    const { page } = watched
    await addFiles(page, [{ name: 'tower.txt', text: TOWER }])
    await go(page, 'models')
    await page.getByRole('heading', { name: 'Your own model' }).waitFor()
    const file = path.join(folder, 'tiny.gguf')
    await writeFile(file, makeGguf({ seed: TALKS }))
    await dropPaths(page, [file])
    await addPicked(page)
    await load(page)
    // What the engine's own thread asks for is among what is watched.
    expect(watched.seen.some(url => /wllama[^/]*\.wasm$/u.test(url))).toBe(true)

    await chooseModel(page)
    await addShortRecipe(page, 200)
    const card = await write(page, MINUTE)
    expect(card).toMatch(/1 of 1 passage/u)
    expect(await pairsInReview(page)).toBe(1)

    const rows = await exportRows(page)
    expect(rows).toHaveLength(1)
    for (const { provenance, passage, evidence, instruction, response } of rows) {
      expect(instruction.trim() && response.trim()).not.toBe('')
      expect(provenance).toMatchObject({ synthesizer: 'chat', recipe: 'one-short-pair', engine: 'wllama' })
      expect(provenance.model).toMatch(/^tiny/u)
      expect(provenance.prompt_sha256).toMatch(/^[0-9a-f]{64}$/u)
      // The second attempt, which is held to the form, reads the prompt of the first again from memory.
      expect(provenance.reused).toBeGreaterThan(20)
      expect(passage.text).toBe(TOWER)
      for (const { start, end } of evidence) expect(passage.text.slice(start, end)).not.toBe('')
    }
    const counted = await privacyFigures(page)
    expect(counted).toMatchObject({ other: 0, refused: 0 })
    expect(counted.own).toBeGreaterThan(0)

    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await app.close()
    await page.reload()
    await page.locator('.shell__screen').waitFor()
    await addFiles(page, [{ name: 'lamp.txt', text: LAMP }])
    await go(page, 'models')
    expect(await load(page)).toContain('tokens of context')
    await chooseModel(page)
    await page.getByRole('radio', { name: 'One short pair' }).check()
    const second = await write(page, MINUTE)
    expect(second).toMatch(/2 of 2 passages/u)
    const again = await exportRows(page)
    expect(new Set(again.map(row => row.document.name))).toEqual(new Set(['tower.txt', 'lamp.txt']))
    expect(new Set(again.map(row => row.provenance.model)).size).toBe(1)
    expect(await privacyFigures(page)).toMatchObject({ other: 0, refused: 0 })
    expectQuiet(watched)
    await page.context().close()
  })

  it.skipIf(gguf === undefined)(
    'a real model writes about a passage (PAIRLOOM_GGUF)',
    // Such a small model may lose the thread: what it writes differs from machine to machine.
    { timeout: 10 * MINUTE, retry: 2 },
    async () => {
      const app = await serveApp()
      const watched = await open(app, browser)
      const { page } = watched
      await addFiles(page, [{ name: 'tower.txt', text: TOWER }])
      await go(page, 'models')
      await page.getByTestId('model-files').setInputFiles(gguf ?? '')
      await addPicked(page)
      expect(await load(page, 3 * MINUTE)).toMatch(/CPU|processor|thread/iu)
      await chooseModel(page)
      await addShortRecipe(page, 80)
      await write(page, 6 * MINUTE)
      expect(await pairsInReview(page)).toBe(1)
      const [row] = await exportRows(page)
      expect(row?.provenance).toMatchObject({ engine: 'wllama', recipe: 'one-short-pair' })
      console.info(`${row?.provenance.model ?? ''}: ${row?.instruction ?? ''} → ${row?.response ?? ''}`)
      expect(await privacyFigures(page)).toMatchObject({ other: 0, refused: 0 })
      expectQuiet(watched)
      await page.context().close()
      await app.close()
    },
  )
})

describe('with the real GPU engine, on a graphics processor made of the processor', () => {
  it.skipIf(mlcFolder === undefined)(
    'a model out of a folder writes about a passage (PAIRLOOM_MLC_FOLDER)',
    { timeout: 14 * MINUTE, retry: 1 },
    async () => {
      const browser = await launchChromium(SOFTWARE_WEBGPU)
      const app = await serveApp()
      const watched = await open(app, browser)
      const { page } = watched
      await addFiles(page, [{ name: 'tower.txt', text: TOWER }])
      await go(page, 'models')
      await page.getByText(/computed by the processor/u).waitFor()
      await page.getByTestId('model-files').setInputFiles(await smallContext(mlcFolder ?? ''))
      await addPicked(page)
      expect(await load(page, 5 * MINUTE)).toMatch(/1,024\s+tokens of context/u)
      await chooseModel(page)
      await addShortRecipe(page, 72)
      const card = await write(page, 10 * MINUTE)
      expect(card).toMatch(/1 of 1 passage/u)
      expect(await pairsInReview(page)).toBe(1)
      const [row] = await exportRows(page)
      expect(row?.provenance).toMatchObject({ engine: 'webllm', recipe: 'one-short-pair' })
      expect(row?.provenance.prompt_sha256).toMatch(/^[0-9a-f]{64}$/u)
      console.info(`${row?.provenance.model ?? ''}: ${row?.instruction ?? ''} → ${row?.response ?? ''}`)
      expect(await privacyFigures(page)).toMatchObject({ other: 0, refused: 0 })
      expectQuiet(watched)
      await browser.close()
      await app.close()
    },
  )
})

/** The files of a folder for a context of 1024 tokens, and without a system message of its own: it reads three a second. */
async function smallContext(source: string): Promise<string[]> {
  const names = (await readdir(source, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
  const target = path.join(folder, 'mlc')
  await rm(target, { recursive: true, force: true })
  await mkdir(target)
  const files: string[] = []
  for (const { name, parentPath } of names) {
    if (!name.includes('.')) continue
    const to = path.join(target, name)
    if (name === 'mlc-chat-config.json') {
      const config: Record<string, unknown> = JSON.parse(await readFile(path.join(parentPath, name), 'utf8'))
      const text = JSON.stringify({ ...config, context_window_size: 1024 })
      await writeFile(to, text.replace(/"system_message":"[^"]*"/u, '"system_message":""'))
    } else await symlink(path.join(parentPath, name), to)
    files.push(to)
  }
  return files
}
