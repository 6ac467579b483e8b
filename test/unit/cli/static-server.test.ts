import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { byteRange, serveFolder } from '#cli/static-server.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const HEADERS_FILE = `/*
  Cross-Origin-Opener-Policy: same-origin

/assets/*
  Cache-Control: public, max-age=31536000, immutable
`

describe('the static server', () => {
  let folder = ''
  let served: Awaited<ReturnType<typeof serveFolder>>
  let bare: Awaited<ReturnType<typeof serveFolder>>

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'served-'))
    await writeFile(path.join(folder, 'secret.txt'), 'secret')
    const root = path.join(folder, 'site')
    await mkdir(path.join(root, 'assets'), { recursive: true })
    await writeFile(path.join(root, '_headers'), HEADERS_FILE)
    await writeFile(path.join(root, 'index.html'), '<!doctype html>')
    await writeFile(path.join(root, 'assets', 'index.html'), 'assets')
    await writeFile(path.join(root, 'assets', 'a b.wasm'), '0123456789')
    await writeFile(path.join(root, 'assets', 'worker.mjs'), '')
    served = await serveFolder({ root, port: 0 })
    bare = await serveFolder({ root, port: 0, headers: false })
  })

  afterAll(async () => {
    await Promise.all([served.close(), bare.close()])
    await rm(folder, { recursive: true, force: true })
  })

  const get = (target: string, init: RequestInit = {}) => fetch(new URL(target, served.url), init)

  /** Sends the target as it stands; `fetch` would tidy `..` away before it leaves. */
  const raw = (target: string) =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      request({ host: '127.0.0.1', port: served.port, path: target }, response => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (body += part))
        response.on('end', () => resolve({ status: response.statusCode, body }))
      })
        .on('error', reject)
        .end()
    })

  it('listens on this machine only', () => {
    expect(served.url).toBe(`http://127.0.0.1:${served.port}/`)
  })

  it('sends the page with its type and the headers of the file', async () => {
    const response = await get('/')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(response.headers.get('cache-control')).toBeNull()
    expect(await response.text()).toBe('<!doctype html>')
  })

  it('sends wasm and module scripts with the types that browsers insist on', async () => {
    const wasm = await get('/assets/a%20b.wasm')
    expect(wasm.headers.get('content-type')).toBe('application/wasm')
    expect(wasm.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await get('/assets/worker.mjs')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it('sends none of these headers when asked to', async () => {
    const response = await fetch(new URL('/assets/a%20b.wasm', bare.url))
    expect(response.status).toBe(200)
    expect([...response.headers.keys()].sort()).toEqual([
      'accept-ranges',
      'connection',
      'content-length',
      'content-type',
      'date',
      'keep-alive',
    ])
  })

  it('sends a part of a file', async () => {
    const response = await get('/assets/a%20b.wasm', { headers: { Range: 'bytes=2-4' } })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe('bytes 2-4/10')
    expect(await response.text()).toBe('234')
  })

  it('refuses a part that is not there', async () => {
    const response = await get('/assets/a%20b.wasm', { headers: { Range: 'bytes=10-' } })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */10')
  })

  it.each([
    ['bytes=0-', { start: 0, end: 9 }],
    ['bytes=3-99', { start: 3, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=4-2', undefined],
    ['bytes=0-1,3-4', undefined],
    ['lines=0-1', undefined],
    [undefined, undefined],
  ])('reads the range %s of ten bytes', (header, expected) => {
    expect(byteRange(header, 10)).toEqual(expected)
  })

  it('answers a second visit without the body', async () => {
    const tag = (await get('/')).headers.get('etag') ?? ''
    const again = await get('/', { headers: { 'If-None-Match': tag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it('answers HEAD without the body, and nothing but GET and HEAD', async () => {
    const head = await get('/', { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe('15')
    expect(await head.text()).toBe('')
    expect((await get('/', { method: 'POST' })).status).toBe(405)
  })

  it('leads from a folder to its page', async () => {
    const response = await get('/assets')
    expect(response.url).toBe(new URL('/assets/', served.url).href)
    expect(await response.text()).toBe('assets')
  })

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt', '/%00', '/%'])(
    'gives nothing outside its folder for %s',
    async target => {
      const { status, body } = await raw(target)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(body).not.toContain('secret')
    },
  )

  it('says so when there is no such file', async () => {
    expect((await get('/gone.js')).status).toBe(404)
  })

  it('rejects when the port is taken', async () => {
    await expect(serveFolder({ root: folder, port: served.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
