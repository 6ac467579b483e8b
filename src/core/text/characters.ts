/** Tests on single UTF-16 code units. All take a code as `charCodeAt` gives it; NaN (past the end) passes none. */

/** A quick test for membership in a set of units, given as a string of single-unit characters. */
export function unitSet(marks: string): (code: number) => boolean {
  const members = new Uint8Array(0x10000)
  for (let i = 0; i < marks.length; i++) members[marks.charCodeAt(i)] = 1
  return code => members[code] === 1
}

export function isLineEnd(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029
}

/** White space within a line. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680 ||
    code === 0xfeff
  )
}

export function isWhite(code: number): boolean {
  return isBlank(code) || isLineEnd(code)
}

export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}

export function isCapital(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a
  return /^\p{Lu}$/u.test(String.fromCharCode(code))
}

export function isSmallLetter(code: number): boolean {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a
  return /^\p{Ll}$/u.test(String.fromCharCode(code))
}

export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  return /^\p{L}$/u.test(String.fromCharCode(code))
}

/** Han, kana and their punctuation: scripts written without spaces between words. */
export function isEastAsian(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff01 && code <= 0xff5e)
  )
}

/** Where white space that starts at `from` ends, at most `to`. */
export function skipWhite(text: string, from: number, to: number): number {
  let i = from
  while (i < to && isWhite(text.charCodeAt(i))) i++
  return i
}
