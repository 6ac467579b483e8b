/** Code units looked at. */
const SAMPLE = 4096

/**
 * Tells UTF-16 from a binary file: which byte order makes at least `least` of the bytes letters of running text; null when
 * neither does.
 */
export function utf16Of(head: Uint8Array, least: number): 'utf-16le' | 'utf-16be' | null {
  const even = head.subarray(0, Math.min(head.length & ~1, 2 * SAMPLE))
  if (even.length < 2) return null
  const little = plausibleShare(new TextDecoder('utf-16le').decode(even))
  const big = plausibleShare(new TextDecoder('utf-16be').decode(even))
  if (Math.max(little, big) < least) return null
  return little >= big ? 'utf-16le' : 'utf-16be'
}

/** Share of code units that running text is made of: Latin, Greek, Cyrillic, Hebrew, Arabic, kana, Han, Hangul. */
function plausibleShare(text: string): number {
  let plausible = 0
  let spaces = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09) spaces += 1
    const written =
      (unit >= 0x20 && unit < 0x7f) ||
      (unit >= 0xa0 && unit < 0x0700) ||
      (unit >= 0x2010 && unit < 0x2070) ||
      (unit >= 0x3000 && unit < 0x3100) ||
      (unit >= 0x4e00 && unit < 0x9fff) ||
      (unit >= 0xac00 && unit < 0xe000) ||
      (unit >= 0xff00 && unit < 0xff70)
    if (written || unit === 0x09 || unit === 0x0a || unit === 0x0d) plausible += 1
  }
  // Han alone is weak evidence: the bytes of a binary file often fall there. Text that long has a space or a line end.
  return text.length > 64 && spaces === 0 ? 0 : plausible / text.length
}
