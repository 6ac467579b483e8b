import { createServer } from 'node:http'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '#test/support/launch-chromium'
import { serveApp } from '#test/support/serve-app'
import { addFiles, expectQuiet, go, openApp, writePairs } from './app-page'

let browser: Browser
let asked: string[] = []
let origin = ''
const stranger = createServer((request, response) => {
  asked.push(request.url ?? '')
  response.setHeader('access-control-allow-origin', '*')
  response.end('reached')
})

beforeAll(async () => {
  browser = await launchChromium()
  await new Promise<void>(resolve => stranger.listen(0, '127.0.0.1', resolve))
  const address = stranger.address()
  origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
})

afterAll(async () => {
  await browser.close()
  stranger.close()
})

describe.each([{ headers: true }, { headers: false }])('on a server with headers: $headers', ({ headers }) => {
  it('the main path asks no other origin for anything', async () => {
    const app = await serveApp({ headers })
    const watched = await openApp(await browser.newContext({ locale: 'en-GB' }), app.url)
    const { page } = watched
    await addFiles(page, [
      { name: 'a.txt', text: 'The valve was closed because salt water had entered the condenser during the night.\n' },
    ])
    await writePairs(page)
    for (const screen of ['review', 'export', 'corpus', 'models', 'storage', 'sources']) {
      await go(page, screen)
      await page.waitForTimeout(300)
    }
    expectQuiet(watched)
    await page.context().close()
    await app.close()
  })

  it('page and workers that try another origin are refused, and nothing reaches it', async () => {
    asked = []
    const app = await serveApp({ headers })
    const { page } = await openApp(await browser.newContext(), app.url)
    const attempt = `fetch(${JSON.stringify(`${origin}/secret`)}).then(() => 'reached', () => 'refused')`
    expect(await page.evaluate(attempt)).toBe('refused')
    const workers = page.workers()
    expect(workers.length).toBeGreaterThanOrEqual(2)
    for (const worker of workers) expect(await worker.evaluate(attempt)).toBe('refused')
    expect(asked).toEqual([])
    await page.context().close()
    await app.close()
  })
})

it('the stranger can be reached at all: without the policy the same request arrives', async () => {
  asked = []
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${origin}/page`)
  expect(await page.evaluate(`fetch('/secret').then(() => 'reached', () => 'refused')`)).toBe('reached')
  expect(asked).toContain('/secret')
})
