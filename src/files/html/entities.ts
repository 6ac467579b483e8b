/** Decodes character references in text. */
export type DecodeEntities = (text: string) => string

/** Named ones that browsers also take without a semicolon, as far as they turn up in real pages. */
const BARE = /^(amp|lt|gt|quot|nbsp)$/

/** Makes a decoder from a way to look up named references (`hellip` → `…`, null when there is none); remembers answers. */
export function entityDecoder(lookUp: (name: string) => string | null): DecodeEntities {
  const known = new Map<string, string | null>()
  const named = (name: string): string | null => {
    const answer = known.get(name)
    if (answer !== undefined) return answer
    const found = lookUp(name)
    known.set(name, found)
    return found
  }
  return text =>
    text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z][a-z0-9]*))(;?)/gi, (whole, hex, decimal, name, semicolon) => {
      if (typeof hex === 'string') return ofCode(Number.parseInt(hex, 16))
      if (typeof decimal === 'string') return ofCode(Number.parseInt(decimal, 10))
      if (typeof name !== 'string' || (semicolon === '' && !BARE.test(name))) return String(whole)
      return named(name) ?? String(whole)
    })
}

function ofCode(code: number): string {
  // Pages that say &#150; mean the Windows code page, as browsers assume.
  if (code >= 0x80 && code < 0xa0) return new TextDecoder('windows-1252').decode(Uint8Array.of(code))
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
  return valid ? String.fromCodePoint(code) : '\ufffd'
}
