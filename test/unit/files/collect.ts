import { readFile } from '#files/read-file'
import type { DocumentHead, DocumentSink, ReadOptions, ReadProgress, ReadSummary, WholeDocument } from '#files/reading'
import { type Problem, problemOf } from '#core/problem'

export interface Collected {
  readonly summary: ReadSummary
  readonly documents: readonly WholeDocument[]
  readonly calls: readonly string[]
  readonly progress: readonly ReadProgress[]
}

/** A sink that keeps everything, and the order of its calls. */
export class CollectingSink implements DocumentSink {
  readonly documents: WholeDocument[] = []
  readonly calls: string[] = []
  readonly seen: ReadProgress[] = []
  readonly pieces: string[] = []
  #head: DocumentHead | null = null

  document(document: WholeDocument): void {
    this.calls.push('document')
    this.documents.push(document)
  }
  begin(head: DocumentHead): void {
    this.calls.push('begin')
    this.#head = head
  }
  text(piece: string): void {
    this.calls.push('text')
    this.pieces.push(piece)
  }
  end(): void {
    this.calls.push('end')
    if (this.#head !== null) this.documents.push({ ...this.#head, text: this.pieces.join('') })
  }
  discard(): void {
    this.calls.push('discard')
  }
  progress(progress: ReadProgress): void {
    this.seen.push(progress)
  }
}

export type Bytes = string | Uint8Array<ArrayBuffer>

const never = new AbortController().signal

export async function read(name: string, bytes: Bytes | Blob, options: Partial<ReadOptions> = {}): Promise<Collected> {
  const sink = new CollectingSink()
  const blob = bytes instanceof Blob ? bytes : new Blob([bytes])
  const summary = await readFile(never, { name, blob }, { html: 'main', ...options }, sink)
  return { summary, documents: sink.documents, calls: sink.calls, progress: sink.seen }
}

/** The one text of a file that is one document. */
export async function textOf(name: string, bytes: Bytes | Blob, options: Partial<ReadOptions> = {}): Promise<string> {
  const { documents } = await read(name, bytes, options)
  if (documents.length !== 1) throw new RangeError(`${String(documents.length)} documents`)
  return documents[0]?.text ?? ''
}

/** The problem that reading ends with, and what the sink was told. */
export async function problem(
  name: string,
  bytes: Bytes | Blob,
  options: Partial<ReadOptions> = {},
): Promise<{ readonly problem: Problem | null; readonly calls: readonly string[] }> {
  const sink = new CollectingSink()
  const blob = bytes instanceof Blob ? bytes : new Blob([bytes])
  try {
    await readFile(never, { name, blob }, { html: 'main', ...options }, sink)
    return { problem: null, calls: sink.calls }
  } catch (thrown) {
    return { problem: problemOf(thrown), calls: sink.calls }
  }
}

export function hex(digits: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(digits.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
}
