import { ProblemError } from '#core/problem'
import type { DownloadWorkerApi } from '#messages/download-worker'
import { ask, brokenOffProblem, endBody, type NetworkTools, readBody, withAttempts } from './network'

/** A manifest of a very large model takes 2 MB. */
const LONGEST_TEXT = 16 << 20

function tooLong(url: string): ProblemError {
  return new ProblemError({ kind: 'model-damaged', file: nameOf(url), detail: 'it is too long to be a manifest' })
}

/** The last part of an address, for people. */
export function nameOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '')
  } catch {
    return url
  }
}

/** A text of up to 16 MB. Throws `download-refused`, `download-unreachable`, `model-damaged`, `cancelled`. */
export async function readText(signal: AbortSignal, tools: NetworkTools, url: string): Promise<string> {
  return whole(url, () =>
    withAttempts(signal, tools, async () => {
      const pieces: Uint8Array<ArrayBuffer>[] = []
      let length = 0
      const response = await ask(signal, tools, url)
      await readBody(signal, tools, response, piece => {
        length += piece.length
        if (length > LONGEST_TEXT) throw tooLong(url)
        pieces.push(piece)
        return undefined
      })
      return new Blob(pieces).text()
    }),
  )
}

/**
 * How large a file is, whether its host can go on in the middle of it, and how it begins. Nothing is kept.
 *
 * @throws ProblemError `download-refused`, `download-unreachable`, `cancelled`
 */
export async function probeFile(
  signal: AbortSignal,
  tools: NetworkTools,
  url: string,
  firstBytes: number,
): Promise<DownloadWorkerApi['probe']['result']> {
  return whole(url, () =>
    withAttempts(signal, tools, async () => {
      const head = new Uint8Array(firstBytes)
      let filled = 0
      const response = await ask(signal, tools, url, { range: `bytes=0-${firstBytes - 1}` })
      const ranges = response.status === 206
      if (response.status === 416) await endBody(response)
      else {
        await readBody(signal, tools, response, piece => {
          const fits = piece.subarray(0, firstBytes - filled)
          head.set(fits, filled)
          filled += fits.length
          return filled === firstBytes ? 'stop' : undefined
        })
      }
      const bytes = ranges ? (rangeTotal(response) ?? (await sizeOf(signal, tools, url))) : lengthOf(response)
      return { bytes, ranges, head: head.slice(0, filled).buffer }
    }),
  )
}

/** Size by the header of a part, where the host lets other sites read it. */
function rangeTotal(response: Response): number | null {
  const total = /\/(\d+)$/u.exec(response.headers.get('content-range') ?? '')?.[1]
  return total === undefined ? null : Number(total)
}

/** Length of the body as announced; what is packed for the way has another length, and then none is known. */
export function lengthOf(response: Response): number | null {
  const length = response.headers.get('content-length')
  if (length === null || response.headers.get('content-encoding') !== null) return null
  return Number(length)
}

async function sizeOf(signal: AbortSignal, tools: NetworkTools, url: string): Promise<number | null> {
  // A host that answers no such question still gives the file.
  const response = await ask(signal, tools, url, { method: 'HEAD' }).catch(() => null)
  return response === null ? null : lengthOf(response)
}

async function whole<T>(url: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    throw brokenOffProblem(thrown, url, { bytes: 0, total: null })
  }
}
