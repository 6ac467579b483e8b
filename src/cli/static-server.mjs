import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'

/** The machine itself only: no other machine on the network can reach the server. */
const HOST = '127.0.0.1'

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/x-ndjson; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
}

/**
 * Serves a folder over HTTP on 127.0.0.1: GET and HEAD, byte ranges, entity tags, `index.html` for folders, and the
 * headers that the folder's own `_headers` file asks for.
 *
 * @param {object} options
 * @param {string} options.root Folder to serve.
 * @param {number} options.port 0 for any free one.
 * @param {boolean} [options.headers] False sends none but those a transfer needs, as the barest static host does.
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} Rejects with EADDRINUSE or EACCES.
 */
export async function serveFolder({ root, port, headers = true }) {
  const rules = headers ? await readHeaderRules(path.join(root, '_headers')) : []
  const server = createServer((request, response) => {
    answer(path.resolve(root), rules, headers, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, HOST, resolve)
    })
  )
  const address = server.address()
  const actual = address !== null && typeof address === 'object' ? address.port : port
  const close = () =>
    /** @type {Promise<void>} */ (
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    )
  return { url: `http://${HOST}:${actual}/`, port: actual, close }
}

/**
 * @typedef {{ matches: RegExp, headers: [string, string][] }} HeaderRule
 *
 * @param {string} root
 * @param {readonly HeaderRule[]} rules
 * @param {boolean} ownHeaders
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, rules, ownHeaders, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  const pathname = pathOf(request.url ?? '/')
  const file = pathname === undefined ? undefined : inside(root, pathname)
  if (pathname === undefined || file === undefined) {
    response.writeHead(400).end()
    return
  }
  const found = await stat(file).catch(() => undefined)
  if (found?.isDirectory() === true && !pathname.endsWith('/')) {
    // Only the last name goes into the address: a path that began with two slashes would lead to another host.
    response.writeHead(301, { Location: `./${encodeURIComponent(path.posix.basename(pathname))}/` }).end()
    return
  }
  const target = found?.isDirectory() === true ? path.join(file, 'index.html') : file
  const entry = target === file ? found : await stat(target).catch(() => undefined)
  for (const [name, value] of rules.flatMap(rule => (rule.matches.test(pathname) ? rule.headers : []))) {
    response.setHeader(name, value)
  }
  if (entry?.isFile() !== true) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n')
    return
  }
  response.setHeader('Content-Type', TYPES[path.extname(target).toLowerCase()] ?? 'application/octet-stream')
  response.setHeader('Accept-Ranges', 'bytes')
  if (ownHeaders) {
    const tag = `"${entry.size.toString(36)}-${Math.trunc(entry.mtimeMs).toString(36)}"`
    response.setHeader('ETag', tag)
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304).end()
      return
    }
  }
  send(target, entry.size, request, response)
}

/**
 * @param {string} file
 * @param {number} size
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function send(file, size, request, response) {
  const range = byteRange(request.headers.range, size)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end()
    return
  }
  if (range !== undefined) response.setHeader('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
  const length = range === undefined ? size : range.end - range.start + 1
  response.writeHead(range === undefined ? 200 : 206, { 'Content-Length': length })
  if (request.method === 'HEAD' || length === 0) {
    response.end()
    return
  }
  createReadStream(file, range)
    .on('error', () => response.destroy())
    .pipe(response)
}

/**
 * One range of bytes, both ends inclusive. Undefined when the whole file is to be sent: no header, one that cannot be
 * read, or several ranges, which a server may ignore (RFC 9110, 14.2).
 *
 * @param {string | undefined} header
 * @param {number} size
 * @returns {{ start: number, end: number } | 'unsatisfiable' | undefined}
 */
export function byteRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (match === null || (match[1] === '' && match[2] === '')) return undefined
  const first = match[1] === '' ? undefined : Number(match[1])
  const last = match[2] === '' ? undefined : Number(match[2])
  if (first === undefined) {
    const suffix = last ?? 0
    return suffix === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - suffix), end: size - 1 }
  }
  if (last !== undefined && last < first) return undefined
  return first >= size ? 'unsatisfiable' : { start: first, end: Math.min(last ?? size - 1, size - 1) }
}

/**
 * @param {string} url Target of the request line.
 * @returns {string | undefined} Decoded path; undefined when it cannot be decoded.
 */
function pathOf(url) {
  try {
    const decoded = decodeURIComponent(url.replace(/[?#].*$/s, ''))
    return decoded.startsWith('/') && !decoded.includes('\0') ? decoded : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {string} root
 * @param {string} pathname
 * @returns {string | undefined} The file; undefined when the path leads out of the folder.
 */
function inside(root, pathname) {
  const file = path.resolve(root, `.${pathname.replaceAll('\\', '/')}`)
  return file === root || file.startsWith(root + path.sep) ? file : undefined
}

/**
 * @param {string} file Written as Netlify and Cloudflare Pages read it: a path, then indented `Name: value` lines.
 * @returns {Promise<HeaderRule[]>} Empty when there is no such file.
 */
async function readHeaderRules(file) {
  const text = await readFile(file, 'utf8').catch(() => '')
  /** @type {HeaderRule[]} */
  const rules = []
  for (const line of text.split('\n')) {
    const header = /^\s+([^:\s]+):\s*(.*)$/.exec(line)
    if (header !== null) rules.at(-1)?.headers.push([header[1] ?? '', header[2] ?? ''])
    else if (line.startsWith('/')) rules.push({ matches: pattern(line.trim()), headers: [] })
  }
  return rules
}

/** @param {string} glob */
function pattern(glob) {
  return new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`)
}
