/** Decodes character references in text. */
export type DecodeEntities = (text: string) => string

/** Named ones that browsers also take without a semicolon, as far as they turn up in real pages. */
const BARE = /^(amp|lt|gt|quot|nbsp)$/

/** Makes a decoder from a way to look up references by name (`hellip` → `…`, `#150` → `–`, null when there is none); remembers answers. */
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
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal)
      if (name === undefined) return isControl(code) ? (named(`#${String(code)}`) ?? ofCode(code)) : ofCode(code)
      if (typeof name !== 'string' || (semicolon === '' && !BARE.test(name))) return whole
      return named(name) ?? whole
    })
}

/** Pages that use these mean the Windows code page, as browsers assume. */
function isControl(code: number): boolean {
  return code >= 0x80 && code < 0xa0
}

function ofCode(code: number): string {
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
  return valid ? String.fromCodePoint(code) : '\ufffd'
}
