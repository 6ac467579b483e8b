import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '#cli/ensure-built.mjs'
import type { DownloadFile } from '#messages/download-worker'
import { type FaultyHost, md5Of, startFaultyHost } from '#test/support/faulty-host'
import { launchChromium } from '#test/support/launch-chromium'
import { noise } from '#test/support/noise'
import { type ServedApp, serveApp } from '#test/support/serve-app'
import { openApp } from './app-page'

const WHOLE = noise(4_000_000)
const KEY = 'https://hub.example/m/resolve/main/'

let browser: Browser
let host: FaultyHost
let script = ''

beforeAll(async () => {
  browser = await launchChromium()
  host = await startFaultyHost()
  const [file = ''] = await readdir(path.join(await ensureBuilt('dist'), 'download'))
  script = `download/${file}`
})

afterAll(async () => {
  await browser.close()
  await host.close()
})

function shard(name: string): DownloadFile {
  const to = { cache: 'webllm/model', key: KEY + name } as const
  return { url: host.url + name, to, bytes: WHOLE.length, md5: md5Of(WHOLE) }
}

/** Starts the worker as the app does, and fetches; gives what the worker answered last, or its progress beyond a limit. */
function fetchIn(page: Page, files: readonly DownloadFile[], until = Number.POSITIVE_INFINITY): Promise<unknown> {
  return page.evaluate(
    ([url, params, limit]) =>
      new Promise(resolve => {
        const worker = new Worker(new URL(url, location.href), { type: 'module' })
        worker.addEventListener('message', ({ data }: MessageEvent<{ type: string; value: { bytes: number } }>) => {
          if (data.type !== 'progress') resolve(data)
          else if (data.value.bytes > limit) resolve(data.value.bytes)
        })
        worker.addEventListener('error', () => resolve('the worker did not start'))
        worker.postMessage({ type: 'call', id: 1, method: 'fetch', params })
      }),
    [script, { model: 'm', files }, until] as const,
  )
}

const cachedBytes = (page: Page, name: string): Promise<number> =>
  page.evaluate(
    async key => (await (await (await caches.open('webllm/model')).match(key))?.arrayBuffer())?.byteLength ?? 0,
    KEY + name,
  )

describe.each([{ headers: true }, { headers: false }])(
  'downloads, on a server with headers: $headers',
  ({ headers }) => {
    let app: ServedApp
    let page: Page

    beforeAll(async () => {
      app = await serveApp({ headers })
      page = (await openApp(await browser.newContext({ locale: 'en-GB' }), app.url)).page
    })
    afterAll(async () => {
      await page.context().close()
      await app.close()
    })

    it('DOWN10: the worker reaches the host that the page itself may not reach, and checks what it fetched', async () => {
      host.put('a.bin', WHOLE)
      const reach = `fetch(${JSON.stringify(`${host.url}a.bin`)}).then(() => 'reached', () => 'refused')`
      expect(await page.evaluate(reach)).toBe('refused')
      expect(await fetchIn(page, [shard('a.bin')])).toMatchObject({ type: 'value', value: { bytes: WHOLE.length } })
      expect(await cachedBytes(page, 'a.bin')).toBe(WHOLE.length)
    })

    it('DOWN2: after a reload in the middle a download goes on where it stopped', async () => {
      host.put('slow.bin', WHOLE, { bytesPerSecond: 2_000_000 })
      const came = await fetchIn(page, [shard('slow.bin')], 2_500_000)
      expect(came).toBeGreaterThan(2_500_000)
      await page.reload()
      host.put('slow.bin', WHOLE)
      expect(await fetchIn(page, [shard('slow.bin')])).toMatchObject({ type: 'value' })
      const ranges = host.asked.filter(({ path: name }) => name === 'slow.bin').map(({ range }) => range)
      expect(ranges.at(-1)).toMatch(/^bytes=\d{6,}-$/u)
      expect(await cachedBytes(page, 'slow.bin')).toBe(WHOLE.length)
    })
  },
)
