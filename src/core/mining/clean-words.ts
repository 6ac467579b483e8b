import { DOUBT } from '#core/mining/plain-text'

const DEBRIS = new RegExp(
  String.raw`[#*|[\]{}<>\x60\\^~=\u0000-\u001f\ufffd\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff\ufe0f\u{1f000}-\u{1faff}•·†‡§¶©®™${DOUBT}]` +
    String.raw`|:\/\/|www\.|\.{3}|…|@\w|\$(?!\d)|__|[a-z]_\d|--|\(\s*\)|[\p{Ll},] [.;](?:\s|$)|[\p{Ll})]{3,}\. \p{Ll}|\(\p{L}* ?\d{4}\): ?\d|（\s*）|[（(]\s*[，、；,;]|\s[-–—]\s*$|(?:^|\s)[-–—](?:\s*$)|\d\s+\d{3,}\s+\d{3,}\s+\d`,
  'u',
)

/** ASCII units that stand only in debris, or open it; the other marks depend on their neighbours. */
const SUSPECT = Uint8Array.from({ length: 128 }, (_, unit) =>
  unit < 32 || '#*|[]{}<>`\\^~=@$_('.includes(String.fromCharCode(unit)) ? 1 : 0,
)
const SPACE = 32

/** Whether a unit beyond ASCII is in no debris: common Han, Latin letters, quotes, full-width marks and brackets. */
function isHarmless(unit: number): boolean {
  if (unit >= 0x4e00 && unit < 0xa000) return true
  if (unit >= 0xc0 && unit < 0x250) return true
  if (unit >= 0x2018 && unit <= 0x201d) return true
  if (unit >= 0x3001 && unit <= 0x3011) return true
  return unit === 0xff0c || unit === 0xff1a || unit === 0xff1b || unit === 0xff01 || unit === 0xff1f || unit === 0xff09
}

/** Whether a unit can be part of debris where it stands. `solid` is the last unit before it that is no space. */
function isSuspect(text: string, i: number, unit: number, before: number, solid: number): boolean {
  if (unit >= 0x80) return unit === 0x2013 || unit === 0x2014 ? before === SPACE : !isHarmless(unit)
  if (unit >= 48 && unit <= 57) return before === SPACE && solid >= 48 && solid <= 57
  if (unit === 45) return before === SPACE || before === 45
  if (unit === 58) return text.charCodeAt(i + 1) === 47
  if (unit === 59) return before === SPACE
  if (unit === 46) {
    const after = text.charCodeAt(i + 1)
    return before === SPACE || before === 119 || after === SPACE || after === 46
  }
  return SUSPECT[unit] === 1
}

/** Whether words hold no trace of markup, code, formulas, addresses or drawing (rule MINE6). */
export function cleanWords(text: string): boolean {
  let letters = 0
  let digits = 0
  let suspect = false
  let before = SPACE
  let solid = SPACE
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 48 && unit <= 57) digits += 1
    else if (unit > 64 && unit !== 95) letters += 1
    suspect ||= isSuspect(text, i, unit, before, solid)
    before = unit
    if (unit !== SPACE) solid = unit
  }
  // Most words hold nothing that could be debris: they need not be searched for it.
  return letters > text.length * 0.6 && digits < text.length * 0.25 && !(suspect && DEBRIS.test(text))
}
