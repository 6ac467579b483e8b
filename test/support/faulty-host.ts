import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** How a host misbehaves for one file. */
export interface Fault {
  /** Answers with this status. */
  readonly status?: number
  /** Only the first so many requests are refused or cut; then all is well. */
  readonly times?: number
  /** Ends the connection after so many bytes of the body. */
  readonly cutAfter?: number
  /** Sends only so many bytes a second, in pieces. */
  readonly bytesPerSecond?: number
  /** Sends this many bytes and then nothing more. */
  readonly silentAfter?: number
  /** Takes no notice of ranges. */
  readonly noRanges?: boolean
  /** Lets no other site read it. */
  readonly noCors?: boolean
  /** Sends a page to sign in at, with status 200. */
  readonly page?: boolean
  /** The same, without saying that it is a page. */
  readonly disguisedPage?: boolean
  /** A tag of the version; changes with it. */
  readonly etag?: string
  /** Says nothing of the size. */
  readonly noLength?: boolean
}

export interface FaultyHost {
  /** With a slash at its end. */
  readonly url: string
  /** Path and range of each request, in order. */
  readonly asked: { readonly path: string; readonly range: string | null }[]
  put(path: string, bytes: Uint8Array, fault?: Fault): void
  fault(path: string, fault: Fault): void
  close(): Promise<void>
}

const FAULT_HEADER = 'x-fault'
const PAGE = '<!doctype html><title>Sign in to this network</title>'

/** A web server with faults to order. Other sites may read from it, as from the hubs of models. */
export async function startFaultyHost(): Promise<FaultyHost> {
  const files = new Map<string, { bytes: Uint8Array; fault: Fault; served: number }>()
  const asked: FaultyHost['asked'] = []
  const put = (path: string, bytes: Uint8Array, fault: Fault = {}): void => {
    files.set(path, { bytes, fault, served: 0 })
  }
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    // No connection is used twice: one that a fault ended would end another test.
    response.setHeader('connection', 'close')
    const path = decodeURIComponent((request.url ?? '').replace(/^\//u, '').replace(/\?.*$/u, ''))
    if (request.method === 'OPTIONS' || request.method === 'PUT') {
      order(request, response, (bytes, fault) => put(path, bytes, fault))
      return
    }
    if (path === 'asked') {
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end(JSON.stringify(asked))
      return
    }
    const file = files.get(path)
    asked.push({ path, range: request.headers.range ?? null })
    if (file?.fault.noCors !== true) response.setHeader('access-control-allow-origin', '*')
    if (file === undefined) {
      response.writeHead(404).end()
      return
    }
    file.served += 1
    const { bytes } = file
    const fault: Fault = file.served > (file.fault.times ?? Number.POSITIVE_INFINITY) ? {} : file.fault
    if (fault.status !== undefined) {
      response.writeHead(fault.status).end()
      return
    }
    if (fault.page === true || fault.disguisedPage === true) {
      const type = fault.page === true ? 'text/html; charset=utf-8' : 'application/octet-stream'
      response.writeHead(200, { 'content-type': type }).end(request.method === 'HEAD' ? '' : PAGE)
      return
    }
    const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/u.exec(request.headers.range ?? '') ?? []
    const ranged = from !== '' && fault.noRanges !== true
    if (ranged && Number(from) >= bytes.length) {
      response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end()
      return
    }
    const part = ranged ? bytes.subarray(Number(from), to === '' ? bytes.length : Number(to) + 1) : bytes
    if (file.fault.etag !== undefined) {
      response.setHeader('etag', `"${file.fault.etag}"`)
      response.setHeader('access-control-expose-headers', 'etag')
    }
    response.writeHead(ranged ? 206 : 200, {
      'content-type': 'application/octet-stream',
      ...(fault.noLength === true ? {} : { 'content-length': part.length }),
    })
    if (request.method === 'HEAD') response.end()
    else send(response, part, fault)
  }
  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    put,
    fault: (path, fault) => {
      const file = files.get(path)
      if (file !== undefined) files.set(path, { ...file, fault, served: 0 })
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A test in a browser puts a file by a request, with its fault in a header. */
function order(
  request: IncomingMessage,
  response: ServerResponse,
  put: (bytes: Uint8Array, fault: Fault) => void,
): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-methods', 'PUT')
  response.setHeader('access-control-allow-headers', FAULT_HEADER)
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    const fault: Fault = JSON.parse(String(request.headers[FAULT_HEADER] ?? '{}'))
    if (request.method === 'PUT') put(Buffer.concat(pieces), fault)
    response.writeHead(204).end()
  })
}

function send(response: ServerResponse, bytes: Uint8Array, fault: Fault): void {
  if (fault.cutAfter !== undefined) {
    response.write(bytes.subarray(0, fault.cutAfter), () => {
      // A reader loses what it has not taken when the end comes: it is given the time.
      setTimeout(() => response.socket?.end(), 250)
    })
    return
  }
  if (fault.silentAfter !== undefined) {
    response.write(bytes.subarray(0, fault.silentAfter))
    return
  }
  if (fault.bytesPerSecond === undefined) {
    response.end(bytes)
    return
  }
  const step = Math.max(1, Math.floor(fault.bytesPerSecond / 20))
  let at = 0
  const timer = setInterval(() => {
    response.write(bytes.subarray(at, at + step))
    at += step
    if (at < bytes.length) return
    clearInterval(timer)
    response.end()
  }, 50)
  response.on('close', () => clearInterval(timer))
}

export function md5Of(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex')
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
