import type { Problem } from '#core/problem'

type Call<Params, Result, Progress = never> = { params: Params; result: Result; progress: Progress }

/** One file to fetch, and how to know that it is whole. */
export interface DownloadFile {
  readonly url: string
  /** Under which name its bytes are kept: an address in the named cache of web-llm, or a path in the folder of models. */
  readonly to:
    | { readonly cache: 'webllm/model' | 'webllm/config' | 'webllm/wasm'; readonly key: string }
    | { readonly path: string }
  /** null where nobody says. */
  readonly bytes: number | null
  readonly md5: string | null
}

export interface DownloadProgress {
  readonly bytes: number
  /** null while the size of a file is not known. */
  readonly totalBytes: number | null
  readonly file: number
  readonly files: number
  /** Measured over the last seconds; null before that. */
  readonly bytesPerSecond: number | null
  readonly msLeft: number | null
  /** Set once a file had to come from its start again, because its host could not go on in the middle of it. */
  readonly startedAgain?: boolean
}

/**
 * Page → download worker: the only code that may reach other hosts, and only for what the person asked for. It is handed
 * addresses, sizes and hashes; never a text of the person's.
 */
export type DownloadWorkerApi = {
  /** A text file of up to 16 MB (a manifest, a config), without keeping it. */
  readText: Call<{ url: string }, string>
  /** Size and whether ranges can be asked for; the first bytes as well, so that a model can say what it is. */
  probe: Call<{ url: string; firstBytes: number }, { bytes: number | null; ranges: boolean; head: ArrayBuffer }>
  /** Fetches all; what is there and whole is not fetched again, what broke off goes on where it stopped. */
  fetch: Call<
    { model: string; files: readonly DownloadFile[] },
    {
      bytes: number
      /** In the order asked for; the digest of those that are kept by path. */
      files: readonly { readonly bytes: number; readonly sha256: string | null }[]
    },
    DownloadProgress
  >
  /** Deletes what a broken-off fetch left behind. */
  discard: Call<{ model: string }, null>
}

export type DownloadWorkerEvents = { trouble: Problem }
