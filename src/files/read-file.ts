import { ProblemError } from '#core/problem'
import { namePartsOf } from '#files/extension'
import { openReading } from '#files/open-reading'
import { formatOf, PLAIN_TEXT } from '#files/readers'
import type { DocumentSink, GivenFile, ReadOptions, ReadSummary } from '#files/reading'

/** Extensions whose bytes should be text, whatever they are; other unknown files that are binary are of no known kind. */
const TEXT_EXTENSIONS: ReadonlySet<string> = new Set(['', 'txt', 'text', 'md', 'markdown', 'rst', 'tex', 'log'])

/**
 * Reads one file and hands its documents to the sink. Whatever can be refused is refused before the first document.
 * Throws ProblemError: a `ReadProblem` about the file, or `cancelled` when the signal aborts; what the sink throws goes
 * through.
 */
export async function readFile(
  signal: AbortSignal,
  file: GivenFile,
  options: ReadOptions,
  sink: DocumentSink,
): Promise<ReadSummary> {
  if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
  if (file.blob.size === 0) throw new ProblemError({ kind: 'empty-file' })
  const { extension } = namePartsOf(file.name)
  const format = formatOf(extension)
  let documents = 0
  const counting: DocumentSink = {
    document: document => {
      if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
      documents += 1
      return sink.document(document)
    },
    begin: head => sink.begin(head),
    text: piece => sink.text(piece),
    end: () => {
      documents += 1
      return sink.end()
    },
    discard: () => sink.discard(),
    progress: progress => {
      sink.progress(progress)
    },
  }
  const reading = openReading(signal, file, options, counting)
  try {
    const read = await format.load()
    const { encoding, column, columns } = await read(reading)
    return { kind: format.kind, encoding, column, columns, documents, warnings: reading.warnings.list() }
  } catch (failure) {
    if (failure instanceof ProblemError && failure.problem.kind === 'binary-file' && !TEXT_EXTENSIONS.has(extension)) {
      if (format === PLAIN_TEXT) throw new ProblemError({ kind: 'unsupported-kind', extension })
    }
    throw failure
  }
}
