import { ProblemError } from '#core/problem'
import type { DownloadFile } from '#messages/download-worker'
import { lengthOf, nameOf } from './ask-host'
import { wrongBeginning } from './file-kind'
import { ask, BrokenOff, endBody, type NetworkTools, readBody } from './network'
import type { PartialFile } from './partial-file'

/** What is known about a file that comes with one request after another. */
export interface Coming {
  /** Bytes of the whole file; null where neither manifest nor host says. */
  total: number | null
  /** Tag or date of the version that the first bytes are from. */
  version: string | null
  /** Whether what is there came with more than one request. */
  joined: boolean
}

export interface RestWatch {
  readonly onBytes: () => void
  /** What is there cannot be gone on with. */
  readonly onRestart: () => void
  /** The first bytes of a version are about to come. */
  readonly onVersion: (version: string | null) => Promise<void>
}

/**
 * One request for what is missing of a file. Where the host does not go on in the middle, or has another version by now,
 * the file is emptied and comes from its start (rule DOWN3).
 *
 * @throws BrokenOff, or ProblemError `download-refused`, `model-damaged`, `quota-full`, `cancelled`
 */
export async function fetchRest(
  signal: AbortSignal,
  tools: NetworkTools,
  file: DownloadFile,
  partial: PartialFile,
  coming: Coming,
  watch: RestWatch,
): Promise<void> {
  if (file.bytes !== null && partial.bytes() === file.bytes) return
  const from = partial.bytes()
  let response = await ask(signal, tools, file.url, from === 0 ? {} : { range: `bytes=${from}-` })
  if (from > 0 && !continues(response, from, coming)) {
    // A host that can give nothing from here on because the file ends here has given all of it.
    if (response.status === 416 && file.bytes === null && totalIn(response) === from) return
    await partial.restart()
    watch.onRestart()
    if (response.status !== 200) {
      await endBody(response)
      response = await ask(signal, tools, file.url)
    }
  }
  if (/^text\/html/iu.test(response.headers.get('content-type') ?? '')) {
    await endBody(response)
    throw damaged(file, 'a web page was sent in place of it')
  }
  const length = lengthOf(response)
  coming.total = file.bytes ?? (length === null ? null : partial.bytes() + length)
  coming.joined = partial.bytes() > 0
  if (!coming.joined) {
    coming.version = versionOf(response)
    await watch.onVersion(coming.version)
  }
  await readBody(signal, tools, response, piece => {
    if (partial.bytes() === 0) {
      const detail = wrongBeginning(nameOf(file.url), piece)
      if (detail !== null) throw damaged(file, detail)
    }
    if (file.bytes !== null && partial.bytes() + piece.length > file.bytes) {
      throw damaged(file, `it is longer than its ${file.bytes} bytes`)
    }
    partial.append(piece)
    // What was packed for the way is longer than what was announced.
    if (coming.total !== null && partial.bytes() > coming.total) coming.total = null
    watch.onBytes()
    return undefined
  })
  // A body that is shorter than announced ends in an error by itself; one that was not announced may just end.
  if (file.bytes !== null && partial.bytes() < file.bytes) throw new BrokenOff(null)
}

function versionOf(response: Response): string | null {
  return response.headers.get('etag') ?? response.headers.get('last-modified')
}

/** Size of the whole in the answer to a request for a part, where the host lets other sites read it. */
function totalIn(response: Response): number | null {
  const total = /\/(\d+)$/u.exec(response.headers.get('content-range') ?? '')?.[1]
  return total === undefined ? null : Number(total)
}

/** Whether an answer to a request for the rest is the rest of the same file. */
function continues(response: Response, from: number, { total, version }: Coming): boolean {
  if (response.status !== 206) return false
  const now = versionOf(response)
  if (version !== null && now !== null && now !== version) return false
  const start = /^bytes (\d+)-/u.exec(response.headers.get('content-range') ?? '')?.[1]
  if (start !== undefined && Number(start) !== from) return false
  const length = lengthOf(response)
  return total === null || length === null || from + length === total
}

export function damaged(file: DownloadFile, detail: string): ProblemError {
  return new ProblemError({ kind: 'model-damaged', file: nameOf(file.url), detail })
}
