import { ProblemError, problemOf } from '#core/problem'
import type { DownloadFile, DownloadProgress, DownloadWorkerApi } from '#messages/download-worker'
import { whileFetching, whileFilling } from '#storage/models/model-locks'
import { type FetchedFile, type FetchTools, fetchFile } from './fetch-file'

/** Two at a time: while one is checked and put in its place the other one comes. */
const LANES = 2
/** Progress goes to the page at most this often, and speed is measured over this time, in ms. */
const REPORT_EVERY = 250
const MEASURED_OVER = 6000

/**
 * Fetches all files of a model. When one fails the others stop; what came stays.
 *
 * @throws ProblemError as `fetchFile`
 */
export async function fetchModel(
  signal: AbortSignal,
  tools: FetchTools,
  model: string,
  files: readonly DownloadFile[],
  report: (progress: DownloadProgress) => void,
): Promise<DownloadWorkerApi['fetch']['result']> {
  return whileFetching(signal, model, () =>
    whileFilling(signal, async () => {
      const progress = startProgress(files, report)
      const failed = new AbortController()
      const either = AbortSignal.any([signal, failed.signal])
      const fetched: FetchedFile[] = []
      let next = 0
      const failures: ProblemError[] = []
      const lane = async (): Promise<void> => {
        for (let index = next++; index < files.length; index = next++) {
          const file = files[index]
          if (file === undefined || either.aborted) return
          try {
            fetched[index] = await fetchFile(either, tools, model, file, progress.watch(index))
            progress.done()
          } catch (thrown) {
            failures.push(thrown instanceof ProblemError ? thrown : new ProblemError(problemOf(thrown)))
            failed.abort()
          }
        }
      }
      await Promise.all(Array.from({ length: LANES }, lane))
      if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
      const [first] = failures
      if (first !== undefined) throw first
      progress.tell()
      return {
        bytes: fetched.reduce((sum, { bytes }) => sum + bytes, 0),
        files: fetched.map(({ bytes, sha256 }) => ({ bytes, sha256 })),
      }
    }),
  )
}

function startProgress(files: readonly DownloadFile[], report: (progress: DownloadProgress) => void) {
  const bytes = files.map(() => 0)
  const totals = files.map(file => file.bytes)
  /** Bytes that came over the network by when. */
  let samples: { readonly at: number; readonly came: number }[] = []
  let came = 0
  let done = 0
  let startedAgain = false
  let told = Number.NEGATIVE_INFINITY
  const tell = (): void => {
    const now = performance.now()
    told = now
    samples = [...samples.filter(({ at }) => now - at < MEASURED_OVER), { at: now, came }]
    const [first] = samples
    const seconds = (now - (first?.at ?? now)) / 1000
    const rate = seconds >= 1 ? (came - (first?.came ?? 0)) / seconds : null
    const all = bytes.reduce((sum, value) => sum + value, 0)
    const total = totals.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0)
    report({
      bytes: all,
      totalBytes: total,
      file: Math.min(done + 1, files.length),
      files: files.length,
      bytesPerSecond: rate,
      msLeft: rate === null || rate === 0 || total === null ? null : ((total - all) / rate) * 1000,
      ...(startedAgain ? { startedAgain } : {}),
    })
  }
  const tellSometimes = (): void => {
    if (performance.now() - told >= REPORT_EVERY) tell()
  }
  return {
    tell,
    done: () => {
      done += 1
      tellSometimes()
    },
    watch: (index: number) => {
      // What is there from before did not come now.
      let before: number | null = null
      return {
        onBytes: (value: number, total: number | null) => {
          if (before !== null) came += Math.max(0, value - before)
          before = value
          bytes[index] = value
          totals[index] = files[index]?.bytes ?? total
          tellSometimes()
        },
        onRestart: () => {
          before = 0
          bytes[index] = 0
          startedAgain = true
          tell()
        },
      }
    },
  }
}
