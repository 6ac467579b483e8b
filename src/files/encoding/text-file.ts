import { ProblemError } from '#core/problem'
import { looksBinary } from '#files/encoding/binary'
import { ByteSample } from '#files/encoding/byte-sample'
import { detectLegacyEncoding, mostlyUtf8, undecodableShare } from '#files/encoding/detect-encoding'
import { utf16Of } from '#files/encoding/utf16'
import type { Reading } from '#files/reader'
import type { ReadProgress } from '#files/reading'

/** Bytes decoded at a time, which keeps pieces below 4 Mi code units. */
const STEP = 2 << 20

/** Share of running text that makes bytes UTF-16: with a byte order mark that does not decode fully, and without one. */
const MARKED = 0.5
const UNMARKED = 0.95

/** A text that was checked and can now be read. */
export interface TextFile {
  readonly encoding: string
  /** Unpacked bytes. */
  readonly bytes: number
  /** The text in pieces; well-formed, without a byte order mark. Notes characters that had to be replaced. */
  pieces(phase: ReadProgress['phase']): AsyncIterable<string>
}

/**
 * Goes over all bytes before anything is handed out: size, encoding, and whether it is text at all. `declared` may give
 * an encoding that the file states about itself; it counts where the bytes are not Unicode. Throws `empty-file`,
 * `no-text`, `binary-file`, `too-large`, `damaged-file` (gzip), `file-gone`.
 */
export async function openText(
  reading: Reading,
  declared: (head: Uint8Array) => string | null = () => null,
): Promise<TextFile> {
  const check = await inspect(reading)
  const { sample } = check
  if (sample.length === 0) throw new ProblemError({ kind: 'empty-file' })
  const encoding = await chooseEncoding(reading, check, declared)
  const unicode = encoding.startsWith('utf-')
  if (check.blank && (unicode || check.sound)) throw new ProblemError({ kind: 'no-text' })
  return {
    encoding,
    bytes: sample.length,
    pieces: phase => decode(reading, encoding, phase, !(check.sound && encoding === check.encoding)),
  }
}

interface Inspection {
  readonly sample: ByteSample
  /** What the bytes were tried as: the byte order mark's encoding, else UTF-8. */
  readonly encoding: string
  readonly marked: boolean
  /** Whether all bytes decoded. */
  readonly sound: boolean
  /** Whether nothing but white space was seen as far as bytes decoded. */
  readonly blank: boolean
}

async function inspect(reading: Reading): Promise<Inspection> {
  const sample = new ByteSample()
  let encoding = 'utf-8'
  let marked = false
  let trial: TextDecoder | null = null
  let blank = true
  let sound = true
  /** Decodes what comes next; gives its length in code units, 0 where it does not decode. */
  const attempt = (decoder: TextDecoder, slice?: Uint8Array): number => {
    if (!sound) return 0
    try {
      const piece = slice === undefined ? decoder.decode() : decoder.decode(slice, { stream: true })
      blank &&= !/\S/.test(piece)
      return piece.length
    } catch {
      sound = false
      blank = false
      return 0
    }
  }
  for await (const slice of reading.bytes.slices('checking')) {
    if (trial === null) {
      const mark = byteOrderMark(slice)
      marked = mark !== null
      encoding = mark ?? 'utf-8'
      trial = new TextDecoder(encoding, { fatal: true })
    }
    // As many code units as bytes: in UTF-8 that is ASCII.
    sample.add(slice, attempt(trial, slice) === slice.length)
    if (sample.length > reading.limits.decoded) {
      throw new ProblemError({ kind: 'too-large', limitBytes: reading.limits.decoded })
    }
  }
  if (trial !== null) attempt(trial)
  if (reading.bytes.broken) {
    if (sample.length === 0) throw new ProblemError({ kind: 'damaged-file', format: 'gzip', detail: 'nothing unpacks' })
    reading.warnings.note({ kind: 'truncated', decodedBytes: sample.length })
  }
  return { sample, encoding, marked, sound, blank }
}

function byteOrderMark(head: Uint8Array): string | null {
  const [a, b, c] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return null
}

async function chooseEncoding(
  { options }: Reading,
  { sample, encoding, marked, sound }: Inspection,
  declared: (head: Uint8Array) => string | null,
): Promise<string> {
  if (options.encoding !== undefined) return new TextDecoder(options.encoding).encoding
  const head = sample.head()
  if (!marked && head.includes(0)) {
    const utf16 = utf16Of(head, UNMARKED)
    if (utf16 !== null) return utf16
  }
  const binary = encoding.startsWith('utf-16')
    ? !sound && utf16Of(head.subarray(2), MARKED) === null
    : looksBinary(head)
  if (binary) throw new ProblemError({ kind: 'binary-file' })
  if (sound || marked) return encoding
  const foreign = sample.foreign()
  const stated = declared(head)
  if (stated !== null && undecodableShare(foreign, stated) < 0.1) return stated
  const found = mostlyUtf8(foreign) ? 'utf-8' : await detectLegacyEncoding(foreign)
  if (found !== 'utf-8' && undecodableShare(foreign, found) > 0.1) throw new ProblemError({ kind: 'binary-file' })
  return found
}

async function* decode(
  reading: Reading,
  encoding: string,
  phase: ReadProgress['phase'],
  count: boolean,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding)
  let replaced = 0
  const noted = (piece: string) => {
    if (count) replaced += countReplaced(piece)
    return piece
  }
  for await (const slice of reading.bytes.slices(phase)) {
    for (let start = 0; start < slice.length; start += STEP) {
      const piece = noted(decoder.decode(slice.subarray(start, start + STEP), { stream: true }))
      if (piece !== '') yield piece
    }
  }
  const rest = noted(decoder.decode())
  if (rest !== '') yield rest
  if (replaced > 0) reading.warnings.note({ kind: 'replaced-characters', count: replaced })
}

function countReplaced(piece: string): number {
  let count = 0
  for (let at = piece.indexOf('\ufffd'); at >= 0; at = piece.indexOf('\ufffd', at + 1)) count += 1
  return count
}
