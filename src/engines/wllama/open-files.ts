import type { GgufFile } from '#core/models/gguf/read-gguf'
import type { GgufSource } from '#core/models/model-source'
import { ProblemError } from '#core/problem'

/** The files of a source as what they are in a browser. Throws `model-missing` where they are not. */
export function openFiles(source: GgufSource): {
  readonly blobs: readonly Blob[]
  readonly files: readonly GgufFile[]
} {
  const blobs = source.files.filter(file => file instanceof Blob)
  if (blobs.length === 0 || blobs.length < source.files.length) {
    throw new ProblemError({ kind: 'model-missing', model: source.model })
  }
  const files = blobs.map(blob => ({
    name: blob.name,
    size: blob.size,
    read: (offset: number, length: number) => readBlob(blob, offset, length, source.model),
  }))
  return { blobs, files }
}

/** A file on disk may be gone or changed since it was chosen; then it cannot be read. */
async function readBlob(blob: Blob, offset: number, length: number, model: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer())
  } catch {
    throw new ProblemError({ kind: 'model-missing', model })
  }
}
