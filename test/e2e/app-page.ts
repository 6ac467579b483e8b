import type { BrowserContext, CDPSession, Page } from 'playwright'
import { expect } from 'vitest'

/** Requests that a page made to other origins than the app's. */
export interface Watched {
  readonly page: Page
  readonly foreign: string[]
  readonly errors: string[]
}

/** Opens the app in a new page and watches what it asks the network for and what it throws. */
export async function openApp(context: BrowserContext, url: string, hash = ''): Promise<Watched> {
  const page = await context.newPage()
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', request => {
    const target = request.url()
    if (!target.startsWith(url) && !target.startsWith('blob:') && !target.startsWith('data:')) foreign.push(target)
  })
  page.on('pageerror', error => errors.push(String(error)))
  // The pickers of the system cannot be driven; without them the app downloads and takes files from inputs.
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker')
    Reflect.deleteProperty(window, 'showDirectoryPicker')
  })
  await page.goto(`${url}${hash}`)
  await page.locator('.shell__screen').waitFor()
  await page.locator('.waiting').waitFor({ state: 'detached' })
  return { page, foreign, errors }
}

export interface TestFile {
  readonly name: string
  readonly text: string
}

/** Adds files through the file input of Sources and waits until they are read. */
export async function addFiles(page: Page, files: readonly TestFile[]): Promise<void> {
  await go(page, 'sources')
  await page
    .getByTestId('files')
    .first()
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
  for (const { name } of files) await page.getByText(name, { exact: true }).first().waitFor()
  await page.getByText(/^Reading \d+ of \d+/u).waitFor({ state: 'detached' })
}

/** Drops paths of this machine, folders too, as a person does with the mouse. */
export async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 300, data })
  }
  await session.detach()
}

export async function go(page: Page, screen: string, query = ''): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, `#/${screen}${query}`)
}

/** Starts quick pairs over everything and waits for the end. */
export async function writePairs(page: Page): Promise<void> {
  await startPairs(page)
  await waitForRunEnd(page)
}

export async function startPairs(page: Page): Promise<void> {
  await go(page, 'write')
  await page.getByRole('button', { name: /^(Write from (all|the passage)|Resume this run)/u }).click()
}

/** The newest run is done: its pairs can be reviewed from the card of the run. */
export async function waitForRunEnd(page: Page): Promise<void> {
  await page.getByText('These passages have been written with these settings.').waitFor({ timeout: 90_000 })
}

/** The rows of one exported file, as the person gets it. */
export async function download(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  const stream = await file.createReadStream()
  const parts: Buffer[] = []
  for await (const part of stream) if (part instanceof Buffer) parts.push(part)
  return { name: file.suggestedFilename(), text: Buffer.concat(parts).toString('utf8') }
}

/** Asks the project's table of pairs, straight in the database, from inside the page. */
async function askPairs<T>(page: Page, question: 'getAll' | 'count'): Promise<T> {
  const text = await page.evaluate(async ask => {
    const settled = <R>(request: IDBRequest<R>): Promise<R> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error(String(request.error)))
      })
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const name = names.find(entry => /^pairloom-(?!projects|models)/u.test(entry))
    const database = await settled(indexedDB.open(name ?? ''))
    const store = database.transaction('pairs').objectStore('pairs')
    const answer: unknown = ask === 'count' ? await settled(store.count()) : await settled(store.getAll())
    database.close()
    return JSON.stringify(answer)
  }, question)
  const answer: T = JSON.parse(text)
  return answer
}

/** Every pair of the project in key order, as stored: what a kill must not change. */
export async function storedPairs(page: Page): Promise<string[]> {
  return (await askPairs<unknown[]>(page, 'getAll')).map(row => JSON.stringify(row))
}

/** Passages that have pairs so far. */
export function countStored(page: Page): Promise<number> {
  return askPairs(page, 'count')
}

/** No request left for another origin, and nothing was thrown. */
export function expectQuiet({ foreign, errors }: Watched): void {
  expect(foreign).toEqual([])
  expect(errors).toEqual([])
}
