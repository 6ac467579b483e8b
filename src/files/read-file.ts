import { ProblemError } from '#core/problem'
import type { DocumentSink, GivenFile, ReadOptions, ReadSummary } from '#files/reading'

/**
 * Reads one file and hands its documents to the sink. Whatever can be refused is refused before the first document.
 * Throws ProblemError: a `ReadProblem` about the file, `cancelled` when the signal aborts, or what the sink threw.
 */
export function readFile(
  signal: AbortSignal,
  file: GivenFile,
  options: ReadOptions,
  sink: DocumentSink,
): Promise<ReadSummary> {
  return Promise.reject(new ProblemError({ kind: 'unexpected', detail: [signal, file, options, sink].join(' ') }))
}
