import { DOUBT } from '#core/mining/plain-text'

const DEBRIS = new RegExp(
  String.raw`[#*|[\]{}<>\x60\\^~=\u0000-\u001f\ufffd\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2b00-\u2bff\ufe0f\u{1f000}-\u{1faff}•·†‡§¶©®™${DOUBT}]` +
    String.raw`|:\/\/|www\.|\.{3}|…|@\w|\$(?!\d)|__|[a-z]_\d|--|\(\s*\)|[\p{Ll},] [.;](?:\s|$)|[\p{Ll})]{3,}\. \p{Ll}|\(\p{L}* ?\d{4}\): ?\d|（\s*）|[（(]\s*[，、；,;]|\s[-–—]\s*$|(?:^|\s)[-–—](?:\s*$)|\d\s+\d{3,}\s+\d{3,}\s+\d`,
  'u',
)

/** Whether words hold no trace of markup, code, formulas, addresses or drawing (rule MINE6). */
export function cleanWords(text: string): boolean {
  if (DEBRIS.test(text)) return false
  let letters = 0
  let digits = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 48 && unit <= 57) digits += 1
    else if (unit > 64 && unit !== 95) letters += 1
  }
  return letters > text.length * 0.6 && digits < text.length * 0.25
}
