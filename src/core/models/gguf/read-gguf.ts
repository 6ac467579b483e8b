import { ARCHITECTURES } from '#core/models/gguf/architectures-data'
import { factsOf } from '#core/models/gguf/gguf-facts'
import type { GgufHeader } from '#core/models/gguf/gguf-header'
import { numberOf } from '#core/models/gguf/header-values'
import { parseHeader } from '#core/models/gguf/parse-header'
import type { ModelFile } from '#core/models/model-source'
import type { GgufFacts } from '#core/models/model'
import { ProblemError } from '#core/problem'

/** A file to read a model from; a split model is several of them. */
export interface GgufFile extends ModelFile {
  /** The bytes `[offset, offset + length)`, which lie within the file. */
  read(offset: number, length: number): Promise<Uint8Array>
}

export interface GgufModel {
  readonly facts: GgufFacts
  /** Of the first part, which holds everything but the other parts' tensors. */
  readonly header: GgufHeader
  /** Bytes of weights in all parts. */
  readonly weightBytes: number
}

const FIRST_BYTES = 4 << 20
/** The largest vocabularies take about 20 MB. A header beyond this is none. */
const LONGEST_HEADER = 128 << 20

/**
 * Reads what a GGUF says about itself and checks that all of its weights are there (rules GGUF1 to GGUF6): the engine
 * itself would load a broken file without a word, or end. `files` are all parts in order. Only headers are read. Throws
 * `not-a-model`, `model-damaged` and `architecture-unknown`.
 */
export async function readGguf(files: readonly GgufFile[]): Promise<GgufModel> {
  const [first, ...others] = await Promise.all(files.map(readHeader))
  if (first === undefined) throw new ProblemError({ kind: 'not-a-model', detail: 'no file' })
  const headers = [first, ...others]
  for (const [at, header] of headers.entries()) checkPart(header, files[at]?.name ?? '', at, files.length)
  const facts = factsOf(
    first,
    headers.flatMap(({ tensors }) => tensors),
    files[0]?.name ?? '',
  )
  if (!ARCHITECTURES.has(facts.architecture)) {
    throw new ProblemError({ kind: 'architecture-unknown', architecture: facts.architecture })
  }
  const weightBytes = headers.reduce((sum, { tensors }) => sum + tensors.reduce((all, { bytes }) => all + bytes, 0), 0)
  return { facts, header: first, weightBytes }
}

async function readHeader(file: GgufFile): Promise<GgufHeader> {
  let length = Math.min(FIRST_BYTES, file.size)
  for (;;) {
    const header = parseHeader(await file.read(0, length), file)
    if (typeof header !== 'number') {
      checkComplete(header, file)
      return header
    }
    if (header > LONGEST_HEADER) {
      throw new ProblemError({
        kind: 'model-damaged',
        file: file.name,
        detail: `its header has ${header} bytes or more`,
      })
    }
    length = Math.min(Math.max(header, length * 4), LONGEST_HEADER, file.size)
  }
}

function checkComplete({ tensors, dataStart }: GgufHeader, file: GgufFile): void {
  const last = tensors.at(-1)
  if (last === undefined) return
  const missing = dataStart + last.offset + last.bytes - file.size
  if (missing <= 0) return
  const detail = `${missing} of its ${file.size + missing} bytes are missing`
  throw new ProblemError({ kind: 'model-damaged', file: file.name, detail })
}

function checkPart(header: GgufHeader, file: string, at: number, files: number): void {
  const parts = numberOf(header, 'split.count') ?? 1
  const part = numberOf(header, 'split.no') ?? 0
  if (parts === files && part === at) return
  const detail =
    parts === 1 ? 'it is no part of a split model' : `it is part ${part + 1} of ${parts}; ${files} were given`
  throw new ProblemError({ kind: 'model-damaged', file, detail })
}
