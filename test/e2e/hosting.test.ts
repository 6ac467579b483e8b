import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { ensureBuilt } from '#cli/ensure-built.mjs'
import { launchChromium } from '#test/support/launch-chromium'
import { serveApp } from '#test/support/serve-app'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

type Rules = Record<string, Record<string, string>>

/** What `_headers` asks for, by path. */
function readHeadersFile(text: string): Rules {
  const rules: Rules = {}
  let current: Record<string, string> = {}
  for (const line of text.split('\n')) {
    if (line.startsWith('/')) rules[line] = current = {}
    const [, name, value] = /^ {2}([^:]+): (.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) current[name] = value
  }
  return rules
}

/** The same rules as Vercel and Firebase write them. */
const asRows = (rules: Rules, wildcard: string) =>
  Object.entries(rules).map(([address, headers]) => ({
    source: address.replace('*', wildcard),
    headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
  }))

describe('the built site on any host', () => {
  let site = ''
  let page = ''
  let rules: Rules = {}
  let browser: Browser
  /** Stands for the rest of the world. */
  let elsewhere: Server
  let elsewhereUrl = ''
  let reached = 0

  const built = (name: string) => readFile(path.join(site, name), 'utf8')

  beforeAll(async () => {
    site = await ensureBuilt('dist')
    page = await built('index.html')
    rules = readHeadersFile(await built('_headers'))
    browser = await launchChromium()
    elsewhere = createServer((_request, response) => {
      reached += 1
      response
        .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
        .end()
    })
    await new Promise<void>(resolve => elsewhere.listen(0, '127.0.0.1', resolve))
    const address = elsewhere.address()
    elsewhereUrl = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/` : ''
  })

  afterAll(async () => {
    await browser.close()
    elsewhere.close()
  })

  it('carries its policy first in the page, the same as in the header', () => {
    const [first = ''] = /<head>\s*<[^>]*>/.exec(page) ?? []
    const policy = /content="([^"]*)"/.exec(first)?.[1]?.replaceAll('&#39;', "'")
    expect(first).toContain('http-equiv="Content-Security-Policy"')
    expect(policy).toContain("connect-src 'self'")
    expect(rules['/']?.['Content-Security-Policy']).toBe(policy)
    expect(rules['/index.html']?.['Content-Security-Policy']).toBe(policy)
    expect(rules['/assets/*']?.['Content-Security-Policy']).toBe(policy)
  })

  it('asks every host for the same headers', async () => {
    expect(Object.keys(rules)).toContain('/*')
    expect(JSON.parse(await built('vercel.json'))).toEqual({ headers: asRows(rules, '(.*)') })
    expect(JSON.parse(await built('firebase.json'))).toMatchObject({ hosting: { headers: asRows(rules, '**') } })
  })

  it('refers to its own files by relative paths only', () => {
    const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(match => match[1] ?? '')
    expect(addresses.length).toBeGreaterThan(1)
    expect(addresses.filter(address => !address.startsWith('./'))).toEqual([])
  })

  it.each([true, false])('lets the page reach no other host (headers of the host: %s)', async headers => {
    const app = await serveApp({ headers })
    const tab = await browser.newPage()
    await tab.goto(app.url)
    // The other host is really there: only the policy keeps the page from it.
    expect((await fetch(elsewhereUrl)).status).toBe(200)
    const before = reached
    const outcome = await tab.evaluate(async address => {
      const fetched = await fetch(address).then(
        () => 'reached',
        () => 'blocked',
      )
      const image = await new Promise(resolve => {
        const element = new Image()
        element.onload = element.onerror = () => resolve(element.naturalWidth > 0 ? 'reached' : 'blocked')
        element.src = `${address}picture.png`
      })
      return { fetched, image, beacon: navigator.sendBeacon(`${address}beacon`), isolated: crossOriginIsolated }
    }, elsewhereUrl)
    await tab.close()
    await app.close()
    expect(outcome).toMatchObject({ fetched: 'blocked', image: 'blocked', isolated: headers })
    expect(reached - before).toBe(0)
  })
})
