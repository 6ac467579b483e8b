const TAB = 0x09
const CARRIAGE_RETURN = 0x0d
const ESCAPE = 0x1b
const SPACE = 0x20

/** First bytes of formats whose rest may look like text. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // zip and what is built on it
  [0x1f, 0x8b], // gzip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0xd0, 0xcf, 0x11, 0xe0], // Word, Excel and PowerPoint before 2007
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x50, 0x41, 0x52, 0x31], // Parquet
]

/** Fewer than these may be stray marks in a short text. */
const STRAY = 3

/** Whether bytes that are not UTF-16 belong to no text: a NUL, a known signature, or 2 % of control characters. */
export function looksBinary(head: Uint8Array): boolean {
  if (SIGNATURES.some(signature => signature.every((byte, at) => head[at] === byte))) return true
  let controls = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < SPACE && (byte < TAB || byte > CARRIAGE_RETURN) && byte !== ESCAPE) controls += 1
  }
  return controls > Math.max(STRAY, head.length / 50)
}
