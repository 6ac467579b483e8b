import { isBlank, isDigit, isEastAsian, unitSet } from '#core/text/characters'

/** What a line is by its first characters, seen without its neighbours. Offsets are those of the text. */

/** First character of the line that is not blank; `end` for an empty line. */
export function indentEnd(text: string, start: number, end: number): number {
  let i = start
  while (i < end && isBlank(text.charCodeAt(i))) i++
  return i
}

const isBullet = unitSet('-*+•‣◦▪●○■□·–—∙◆◇►▶')
const isCircledNumber = unitSet('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿')
const isChineseNumeral = unitSet('一二三四五六七八九十')
const isRomanNumeral = unitSet('ivx')

/** End of the number that an item starts with: up to three digits or Chinese numerals, a letter or a small Roman number. */
function itemNumberEnd(text: string, from: number, end: number): number {
  const code = text.charCodeAt(from)
  const counts = isDigit(code)
    ? isDigit
    : isChineseNumeral(code)
      ? isChineseNumeral
      : isRomanNumeral(code)
        ? isRomanNumeral
        : null
  let i = from
  if (counts === null) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? from + 1 : from
  while (i < end && i - from < 4 && counts(text.charCodeAt(i))) i++
  return i - from < 4 || counts === isRomanNumeral ? i : from
}

/** Where the text of a list item begins; -1 when the line at `at` (its first character that is not blank) is none. */
export function listItemText(text: string, at: number, end: number): number {
  if (at >= end) return -1
  const code = text.charCodeAt(at)
  if (isBullet(code)) {
    if (at + 1 >= end || !isBlank(text.charCodeAt(at + 1))) return -1
    const rest = indentEnd(text, at + 1, end)
    // "* * *" and "- - -" are rules between sections.
    return rest < end && (text.charCodeAt(rest) !== code || !isRule(text, at, end)) ? rest : -1
  }
  if (isCircledNumber(code)) return at + 1
  const bracket = code === 0x28 || code === 0xff08
  const from = bracket ? at + 1 : at
  const i = itemNumberEnd(text, from, end)
  if (i === from || i >= end) return -1
  const mark = text.charCodeAt(i)
  const rest = indentEnd(text, i + 1, end)
  if (rest >= end) return -1
  const apart = rest > i + 1 || isEastAsian(text.charCodeAt(rest))
  if (bracket) return mark === 0xff09 || (mark === 0x29 && apart) ? rest : -1
  if (mark === 0x3001 || mark === 0xff0e) return i + 1
  return (mark === 0x2e || mark === 0x29) && apart ? rest : -1
}

const isRuleMark = unitSet('-*_=~^"\'`#+.:—–─━═')

/** Whether the line is drawn with one mark only: "---", "* * *", "====". */
export function isRule(text: string, start: number, end: number): boolean {
  let mark = Number.NaN
  let count = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (isBlank(code)) continue
    if (count > 0 && code !== mark) return false
    mark = code
    count++
  }
  return count >= 3 && isRuleMark(mark)
}

/** Whether the line is a row of a table: it starts with a bar, or is drawn with "+--". */
export function isTableRow(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at) === 0x7c) return end - at > 1
  const next = text.charAt(at + 1)
  return text.charCodeAt(at) === 0x2b && (next === '-' || next === '=') && end - at > 3
}

/** Level of an ATX heading ("## Title") at `at`; 0 when it is none. */
export function hashLevel(text: string, at: number, end: number): number {
  let i = at
  while (i < end && text.charCodeAt(i) === 0x23) i++
  const level = i - at
  return level >= 1 && level <= 6 && isBlank(text.charCodeAt(i)) && indentEnd(text, i, end) < end ? level : 0
}

/** How many times the unit at `at` stands there in a row. */
export function runOf(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at)
  let i = at
  while (i < end && text.charCodeAt(i) === mark) i++
  return i - at
}

/** Length of a run of three or more backticks or tildes at `at`; 0 when there is none. */
export function fenceLength(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at)
  if (mark !== 0x60 && mark !== 0x7e) return 0
  const length = runOf(text, at, end)
  return length >= 3 ? length : 0
}
