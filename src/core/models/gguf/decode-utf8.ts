/** The text of `bytes[start, end)` in UTF-8; what is not UTF-8 becomes U+FFFD. (This room has no decoder of its own.) */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  let at = start
  while (at < end) {
    const first = bytes[at++] ?? 0
    if (first < 0x80) {
      text += String.fromCharCode(first)
      continue
    }
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
    let code = first < 0xc2 || first > 0xf4 ? -1 : first & (0x3f >> more)
    let read = 0
    while (code >= 0 && read < more && at + read < end && ((bytes[at + read] ?? 0) & 0xc0) === 0x80) {
      code = (code << 6) | ((bytes[at + read] ?? 0) & 0x3f)
      read++
    }
    const whole =
      code >= (SMALLEST[more] ?? 0) && read === more && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    text += whole ? String.fromCodePoint(code) : '\ufffd'
    if (whole) at += more
  }
  return text
}

/** The smallest code point that needs so many bytes after its first. */
const SMALLEST = [0, 0x80, 0x800, 0x10000]
