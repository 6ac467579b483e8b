import { createServer as createVite } from 'vite'
import type { BrowserContext, Page } from 'playwright'
import { launchWithProfile, removeFolder, temporaryFolder } from '#test/support/launch-chromium'
import { ensureBuilt, PROJECT } from '#cli/ensure-built.mjs'
import { serveFolder } from '#cli/static-server.mjs'
import { installProbe, type Probe } from './probe'

// Here and not later: what runs a part of the bench can load more modules only until this one is there.
export const site = await ensureBuilt('dist')

/** A Chromium with a profile on disk: an incognito one would keep its databases in memory. */
export interface BenchBrowser {
  readonly context: BrowserContext
  readonly folder: string
  /** The built app, on its screen or at a hash. */
  openApp(hash?: string): Promise<Page>
  /** A blank page with a file input and, as properties of its window, what a module of this folder exports. */
  openBlank(module: string): Promise<Page>
  close(): Promise<void>
}

/** @param root the folder of the built app, or of one like it */
export async function openBenchBrowser(flags: readonly string[] = [], root: string = site): Promise<BenchBrowser> {
  const [app, folder] = await Promise.all([serveFolder({ root, port: 0, headers: true }), temporaryFolder()])
  const vite = await createVite({
    root: PROJECT,
    logLevel: 'warn',
    server: { port: 0, host: '127.0.0.1', hmr: false },
    plugins: [
      {
        name: 'pairloom:blank-page',
        configureServer: server => {
          server.middlewares.use('/blank', (_request, response) => {
            response.setHeader('Content-Type', 'text/html')
            response.end('<!doctype html><title>bench</title><input type="file" multiple />')
          })
        },
      },
    ],
  })
  await vite.listen()
  const context = await launchWithProfile(folder, ['--enable-precise-memory-info', ...flags])
  return {
    context,
    folder,
    openApp: async (hash = '') => {
      const page = await context.newPage()
      await page.addInitScript(() => {
        Reflect.deleteProperty(window, 'showSaveFilePicker')
        Reflect.deleteProperty(window, 'showDirectoryPicker')
      })
      await page.addInitScript(installProbe)
      await page.goto(`${app.url}${hash}`)
      return page
    },
    openBlank: async module => {
      const page = await context.newPage()
      await page.goto(new URL('/blank', vite.resolvedUrls?.local[0]).href)
      await page.evaluate(`import('/test/bench/app/${module}.ts').then(all => Object.assign(window, all))`)
      return page
    },
    close: async () => {
      await context.close()
      await vite.close()
      await app.close()
      await removeFolder(folder)
    },
  }
}

export type Noted = Omit<Probe, 'ask'>

/** What the page's probe noted so far. */
export async function noted(page: Page): Promise<Noted> {
  const text = await page.evaluate(() => JSON.stringify(window.pairloomProbe))
  const probe: Noted = JSON.parse(text)
  return probe
}

/** Waits for the answer to the last call of a method; gives how long it took, in ms. */
export async function timeOf(page: Page, method: string): Promise<number> {
  await page.waitForFunction(
    name => window.pairloomProbe?.calls.some(call => call.method === name && call.end !== null) === true,
    method,
    { timeout: 0, polling: 50 },
  )
  const call = (await noted(page)).calls.findLast(({ method: name }) => name === method)
  return (call?.end ?? Number.NaN) - (call?.start ?? 0)
}

/** Waits until the run in hand is done; gives when it was asked for, how long it took and how many pairs it wrote. */
export async function waitForRun(page: Page): Promise<{ start: number; ms: number; pairs: number }> {
  await page.waitForFunction(() => (window.pairloomProbe?.runEnds.length ?? 0) > 0, undefined, {
    timeout: 0,
    polling: 50,
  })
  const { calls, runEnds } = await noted(page)
  const start = calls.findLast(({ method }) => method === 'startRun')?.start ?? Number.NaN
  const end = runEnds[0]
  return { start, ms: (end?.at ?? Number.NaN) - start, pairs: end?.pairs ?? 0 }
}
