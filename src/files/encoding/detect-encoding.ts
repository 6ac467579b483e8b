import { legacyScore, WIDE_ENCODINGS } from '#files/encoding/legacy-score'

/** Below it a text in an encoding of two bytes a letter would be made of letters that nobody writes. */
const RUNNING_TEXT = 0.95

/** What chardet calls by a narrower name than files need: Windows code pages hold more than their ISO forerunners. */
const WIDER: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
}

/**
 * Encoding of bytes that are neither UTF-8 nor UTF-16. Encodings with two bytes a letter are told apart by how common
 * their letters would be, which holds for texts of a few letters; the others by chardet's letter statistics.
 */
export async function detectLegacyEncoding(sample: Uint8Array): Promise<string> {
  const scored = WIDE_ENCODINGS.map(encoding => ({ encoding, score: legacyScore(sample, encoding) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score >= RUNNING_TEXT) return best.encoding
  const { analyse } = await import('chardet')
  for (const { name, confidence } of analyse(sample)) {
    const encoding = WIDER[name] ?? name
    if (confidence > 10 && knownSingleByte(encoding)) return encoding.toLowerCase()
  }
  return best.score > 0.6 ? best.encoding : 'windows-1252'
}

function knownSingleByte(label: string): boolean {
  return /^(windows-125\d|windows-874|iso-8859-\d+|koi8-r)$/i.test(label)
}

/**
 * Whether the sample is UTF-8 with some broken letters rather than another encoding: twice as many of its letters above
 * ASCII decode as do not.
 */
export function mostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample)
  let sound = 0
  let broken = 0
  for (const letter of text) {
    if (letter === '\ufffd') broken += 1
    else if (letter > '\u007f') sound += 1
  }
  return sound >= 2 * broken
}

/** Share of the sample that does not decode, of all that is above ASCII. */
export function undecodableShare(sample: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding).decode(sample)
  let sound = 0
  let broken = 0
  for (const letter of text) {
    // C1 controls are what a byte without a letter becomes in the Windows code pages.
    if (letter === '\ufffd' || (letter >= '\u0080' && letter < '\u00a0')) broken += 1
    else if (letter > '\u007f') sound += 1
  }
  return broken === 0 ? 0 : broken / (sound + broken)
}
