import { ProblemError } from '#core/problem'

/** What a download needs from outside; tests hand in their own. */
export interface NetworkTools {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Pauses before each further attempt, in ms. Bytes that arrive start them anew. */
  readonly pauses: readonly number[]
  /** A host that sends nothing for so long has broken off, in ms. */
  readonly silenceMs: number
}

export const BROWSER_NETWORK: NetworkTools = {
  fetch: (url, init) => fetch(url, init),
  pauses: [500, 2000, 5000, 10_000],
  silenceMs: 30_000,
}

/** Answers that may be another one a little later. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504])

/** The connection failed, or the host asks to come back later: worth another attempt. */
export class BrokenOff extends Error {
  /** Status of the answer; null where there was none. */
  readonly status: number | null
  constructor(status: number | null) {
    super('broken off')
    this.name = 'BrokenOff'
    this.status = status
  }
}

export interface AskOptions {
  readonly method?: 'GET' | 'HEAD'
  /** Bytes to ask for, as the header takes them. */
  readonly range?: string
}

/**
 * Asks once. Nothing of the person's goes along: no cookies, no address of this page. A range that the host cannot give is
 * an answer like another (416).
 *
 * @throws BrokenOff, or ProblemError `download-refused`, `cancelled`
 */
export async function ask(
  signal: AbortSignal,
  tools: NetworkTools,
  url: string,
  { method = 'GET', range }: AskOptions = {},
): Promise<Response> {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), tools.silenceMs)
  let response: Response
  try {
    response = await tools.fetch(url, {
      method,
      signal: AbortSignal.any([signal, silence.signal]),
      // Kept in our own store; the browser's cache would hold gigabytes a second time.
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(range === undefined ? {} : { headers: { Range: range } }),
    })
  } catch {
    // Browsers tell no more than that it failed: no network, no such host, or one that lets no other site read from it.
    if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
    throw new BrokenOff(null)
  } finally {
    clearTimeout(timer)
  }
  if (response.ok || response.status === 416) return response
  await endBody(response)
  if (LATER.has(response.status)) throw new BrokenOff(response.status)
  throw new ProblemError({ kind: 'download-refused', url, status: response.status })
}

/** Tells the host to stop sending. */
export async function endBody(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => undefined)
}

/**
 * Reads a body piece by piece, until its end or until `onPiece` says `stop`. Silence is taken for a broken connection.
 *
 * @throws BrokenOff, or ProblemError `cancelled`, or what `onPiece` throws
 */
export async function readBody(
  signal: AbortSignal,
  tools: NetworkTools,
  response: Response,
  onPiece: (piece: Uint8Array<ArrayBuffer>) => 'stop' | undefined,
): Promise<void> {
  if (response.body === null) return
  const reader = response.body.getReader()
  const silence = new AbortController()
  let heard = performance.now()
  const watch = setInterval(
    () => {
      if (performance.now() - heard < tools.silenceMs) return
      silence.abort()
      void reader.cancel().catch(() => undefined)
    },
    Math.max(10, tools.silenceMs / 10),
  )
  try {
    for (;;) {
      const next = await reader.read().catch(() => null)
      if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
      if (next === null || silence.signal.aborted) throw new BrokenOff(null)
      if (next.done) return
      heard = performance.now()
      if (onPiece(next.value) === 'stop') return
    }
  } finally {
    clearInterval(watch)
    await reader.cancel().catch(() => undefined)
  }
}

/** How far something has come, for deciding whether another attempt is worth it. */
export interface Arriving {
  /** Whether the last attempt brought anything: then the pauses start anew. */
  readonly progressed: () => boolean
  /** Whether anything ever came from there: a host that never answered is given up sooner. */
  readonly arrived: () => boolean
}

const NOTHING: Arriving = { progressed: () => false, arrived: () => false }
/** Further attempts at a host that never answered: its address is wrong, or it lets no other site read from it. */
const ATTEMPTS_AT_STRANGERS = 2

/**
 * Does `work` again after each of the pauses while it breaks off.
 *
 * @throws BrokenOff when all attempts broke off, or what else `work` throws
 */
export async function withAttempts<T>(
  signal: AbortSignal,
  tools: NetworkTools,
  work: () => Promise<T>,
  { progressed, arrived }: Arriving = NOTHING,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (thrown) {
      if (!(thrown instanceof BrokenOff)) throw thrown
      if (progressed()) attempt = 0
      const stranger = thrown.status === null && !arrived()
      const pause = stranger && attempt >= ATTEMPTS_AT_STRANGERS ? undefined : tools.pauses[attempt]
      if (pause === undefined) throw thrown
      await wait(signal, pause)
    }
  }
}

function wait(signal: AbortSignal, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(new ProblemError({ kind: 'cancelled' }))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

/** What is said when attempts are over: the host's own answer, or how far it came. */
export function brokenOffProblem(
  thrown: unknown,
  url: string,
  { bytes, total }: { readonly bytes: number; readonly total: number | null },
): unknown {
  if (!(thrown instanceof BrokenOff)) return thrown
  if (bytes > 0) return new ProblemError({ kind: 'download-cut-off', url, bytes, total })
  if (thrown.status !== null) return new ProblemError({ kind: 'download-refused', url, status: thrown.status })
  return new ProblemError({ kind: 'download-unreachable', url })
}
