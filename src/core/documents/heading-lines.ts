import { isBlank, isCapital, isDigit, isEastAsian, isLineEnd, unitSet } from '#core/text/characters'
import { hashLevel, indentEnd, isRule, isTableRow, listItemText } from '#core/text/line-start'

/** How far past the end of a line its classification may look, in code units. */
const LINE_LOOK = 512

/** Lines longer than this are never headings. */
export const LONGEST_HEADING = 300

export interface Heading {
  /** 1 is the outermost. */
  readonly level: number
  readonly title: string
  /** Lines that it takes up: an underline, or an overline and an underline, belong to it. */
  readonly lines: number
}

/** A line with its surroundings: `[start, end)` without the line end, and where the next line starts. */
export interface Line {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly next: number
  /** Whether a blank line, a heading or the start of the document stands before it. */
  readonly alone: boolean
}

const LATEX = /^\\(part|chapter|(?:sub){0,2}section|paragraph)\*?(?:\[[^\]]*\])?\{(.+?)\}?\s*(?:\\label\{[^}]*\}\s*)?$/u
const LATEX_LEVELS: ReadonlyMap<string, number> = new Map([
  ['part', 1],
  ['chapter', 2],
  ['section', 3],
  ['subsection', 4],
  ['subsubsection', 5],
  ['paragraph', 6],
])

const COUNT = String.raw`(?:\d{1,3}|[IVXLCDMivxlcdm]+|[A-Z]|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|[Ff]irst|[Ss]econd|[Tt]hird|FIRST|SECOND|THIRD))`
const KEYWORD = new RegExp(
  String.raw`^(?:(PART|Part|BOOK|Book|VOLUME|Volume)|(CHAPTER|Chapter|APPENDIX|Appendix|ACT|Act|LECTURE|Lecture|LESSON|Lesson|UNIT|Unit|CANTO|Canto|LETTER|Letter)|(SECTION|Section|SCENE|Scene|ARTICLE|Article))\s+(?:THE\s+|the\s+)?${COUNT}(?=$|[\s.:,—–-])[\s.:—–-]*`,
  'u',
)
const NAMED =
  /^(?:abstract|introduction|conclusions?|references|bibliography|acknowledge?ments?|preface|foreword|prologue|epilogue|contents|table of contents|index|glossary|summary|appendix|appendices|background|methods?|results|discussion|related work|afterword)$/iu
const NUMBERED = /^(\d{1,3}(?:\.\d{1,3}){0,5}|[A-Z](?:\.\d{1,3}){1,5}|[IVXLC]{1,7}(?=\.))(\.?)\s+(\S.*)$/u
const ZH_KEYWORD =
  /^第\s*[一二三四五六七八九十百千零〇两兩\d０-９]+\s*(?:([卷部编編篇集])|([章回讲講课課])|([节節幕]))(?=$|[\s:：.、—-])/u
const ZH_NAMED =
  /^(?:摘要|引言|前言|序|序言|自序|目录|目錄|结论|結論|结语|参考文献|參考文獻|致谢|附录|附錄|后记|後記|楔子|尾声|绪论|总结)$/u
const ZH_ITEM = /^(?:([一二三四五六七八九十]{1,3})、|[（(][一二三四五六七八九十]{1,3}[）)])\s*\S/u
const ENDS_SENTENCE = /[.,;:!?。，；：！？、…]["'”’」』)）]*$/u
const CAPTION =
  /^(?:figure|fig|table|source|note|listing|equation|photo|image|copyright|all rights)\b|^[图圖表]\s*\d|\([cC]\)/iu

/** 第, with which ordinal numbers start in Chinese. */
const FIRST_OF_ORDINALS = 0x7b2c

/** Most units of a heading that nothing marks; half of that in Chinese. */
const LONGEST_PLAIN = 80

/** Level of headings that only stand out by being short and alone. */
const SHORT_LEVEL = 7

function lineEndFrom(text: string, from: number, limit: number): number {
  let i = from
  while (i < limit && !isLineEnd(text.charCodeAt(i))) i++
  return i
}

function nextLineStart(text: string, end: number): number {
  return text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1
}

/** A title for the path: no marks of emphasis, no attributes, in memory of its own and not a view on a large text. */
function clean(title: string): string {
  const plain = title
    .replace(/\s*\{[#.][^}]*\}\s*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(\*\*|__)(.+)\1$/u, '$2')
  return plain.split('').join('')
}

/** What underlines of setext and reST headings are drawn with. */
export const isAdornment = unitSet('=-~^"\'`#*+._:')

/** The mark that a line is drawn with when it holds three or more of one mark and nothing else; '' otherwise. */
function adornment(text: string, start: number, end: number): string {
  if (end - start < 3 || !isAdornment(text.charCodeAt(start))) return ''
  const mark = text.charAt(start)
  let i = start
  while (i < end && text.charAt(i) === mark) i++
  return i === end || indentEnd(text, i, end) === end ? mark : ''
}

const ADORNMENT_LEVELS = '=-~^"'

/**
 * The heading that starts with this line, or null. Knows ATX and setext headings, reST over- and underlines, AsciiDoc
 * and wiki "== Title ==", LaTeX sections, and plain lines that stand alone and are numbered, named like a part of a
 * book, or short before a paragraph, in English and Chinese (rule CHUNK8).
 */
export function headingAt(line: Line): Heading | null {
  const { text, end } = line
  const at = indentEnd(text, line.start, end)
  if (end - at > LONGEST_HEADING || at === end) return null
  const code = text.charCodeAt(at)
  if (code === 0x23) {
    const level = hashLevel(text, at, end)
    if (level > 0) return { level, title: clean(text.slice(at + level, end).replace(/\s#+\s*$/u, '')), lines: 1 }
  }
  if (code === 0x5c) {
    const found = LATEX.exec(text.slice(at, end))
    if (found !== null) return { level: LATEX_LEVELS.get(found[1] ?? '') ?? 6, title: clean(found[2] ?? ''), lines: 1 }
  }
  if (code === 0x3d && line.alone) {
    const found = /^(={1,6})\s+([\p{L}\p{N}"“'‘*_`(].*?)(?:\s+\1)?\s*$/u.exec(text.slice(at, end))
    if (found !== null) return { level: found[1]?.length ?? 1, title: clean(found[2] ?? ''), lines: 1 }
  }
  return underlined(line, at) ?? plainHeading(line, at)
}

function underlined(line: Line, at: number): Heading | null {
  const { text, end, next } = line
  if (!line.alone || next <= end || next >= text.length) return null
  if (!isAdornment(text.charCodeAt(next)) && !isAdornment(text.charCodeAt(at))) return null
  const limit = Math.min(text.length, end + LINE_LOOK)
  const nextEnd = lineEndFrom(text, next, limit)
  const over = adornment(text, at, end)
  if (over !== '') {
    const third = nextLineStart(text, nextEnd)
    const thirdEnd = lineEndFrom(text, third, limit)
    const titled = nextEnd > next && nextEnd - next <= end - at + 4 && adornment(text, next, nextEnd) === ''
    if (!titled || adornment(text, third, thirdEnd) !== over || Math.abs(thirdEnd - third - (end - line.start)) > 2)
      return null
    const title = clean(text.slice(next, nextEnd))
    return title === '' ? null : { level: 1, title, lines: 3 }
  }
  const under = adornment(text, next, nextEnd)
  if (under === '' || isTableRow(text, at, end) || text.charCodeAt(at) === 0x3e) return null
  if (/^\[.*\]\s*$/u.test(text.slice(at, Math.min(end, at + 200)))) return null
  if (end - at > 120 || (listItemText(text, at, end) >= 0 && !isDigit(text.charCodeAt(at)))) return null
  if (under !== '=' && under !== '-' && nextEnd - next < end - at) return null
  const place = ADORNMENT_LEVELS.indexOf(under)
  return { level: place < 0 ? 5 : place + 1, title: clean(text.slice(at, end)), lines: 2 }
}

function isBlankLine(text: string, from: number, limit: number): boolean {
  const i = indentEnd(text, from, limit)
  return i >= limit || isLineEnd(text.charCodeAt(i))
}

/** Where the first line after `from` that is not blank starts, at its first character; -1 within the look. */
function nextText(text: string, from: number, limit: number): number {
  let i = from
  while (i < limit) {
    const code = text.charCodeAt(i)
    if (!isBlank(code) && !isLineEnd(code)) return i
    i++
  }
  return -1
}

function plainHeading(line: Line, at: number): Heading | null {
  const { text, next } = line
  const code = text.charCodeAt(at)
  const wide = isEastAsian(code)
  if (!line.alone && code !== FIRST_OF_ORDINALS) return null
  if (line.end - at > LONGEST_PLAIN + 20) return null
  let { end } = line
  while (end > at && isBlank(text.charCodeAt(end - 1))) end--
  if (end - at > (wide ? LONGEST_PLAIN / 2 : LONGEST_PLAIN)) return null
  if (code === FIRST_OF_ORDINALS) {
    const raw = text.slice(at, end)
    const found = ZH_KEYWORD.exec(raw)
    if (found !== null && !ENDS_SENTENCE.test(raw)) {
      return { level: found[1] !== undefined ? 1 : found[2] !== undefined ? 2 : 3, title: clean(raw), lines: 1 }
    }
  }
  const limit = Math.min(text.length, line.end + LINE_LOOK)
  if (!line.alone || !isBlankLine(text, next, limit)) return null
  const raw = text.slice(at, end)
  const keyword = KEYWORD.exec(raw)
  if (keyword !== null && (keyword[0].length === raw.length || !ENDS_SENTENCE.test(raw))) {
    return { level: keyword[1] !== undefined ? 1 : keyword[2] !== undefined ? 2 : 3, title: clean(raw), lines: 1 }
  }
  if (ENDS_SENTENCE.test(raw)) return null
  if (NAMED.test(raw) || ZH_NAMED.test(raw)) return { level: 2, title: clean(raw), lines: 1 }
  const following = nextText(text, next, limit)
  const followingEnd = following < 0 ? limit : lineEndFrom(text, following, limit)
  const zh = ZH_ITEM.exec(raw)
  if (zh !== null) {
    if (following >= 0 && ZH_ITEM.test(text.slice(following, Math.min(followingEnd, following + 8)))) return null
    return { level: zh[1] !== undefined ? 3 : 4, title: clean(raw), lines: 1 }
  }
  const numbered = NUMBERED.exec(raw)
  if (numbered !== null) {
    const title = numbered[3] ?? ''
    const first = title.charCodeAt(0)
    const deep = (numbered[1] ?? '').split('.').length
    const listed = deep === 1 && following >= 0 && listItemText(text, following, followingEnd) >= 0
    if (listed || end - at > 70 || !(isCapital(first) || isEastAsian(first))) return null
    return { level: Math.min(deep + 1, 6), title: clean(raw), lines: 1 }
  }
  return shortHeading(raw, text, following, followingEnd) ? { level: SHORT_LEVEL, title: clean(raw), lines: 1 } : null
}

/** A short line without an end mark, alone before a paragraph: "Early life", 早年经历. */
function shortHeading(raw: string, text: string, following: number, followingEnd: number): boolean {
  const first = raw.charCodeAt(0)
  const wide = isEastAsian(first)
  if (following < 0 || !(isCapital(first) || wide) || raw.length > (wide ? 25 : 60) || raw.length < 2) return false
  if (CAPTION.test(raw) || listItemText(raw, 0, raw.length) >= 0 || isRule(raw, 0, raw.length)) return false
  if (raw.split(/\s+/u).length > 9 || !/^[\p{L}\p{M}\p{N}\s'’“”"&:()（）《》「」·/-]*[\p{L}\p{N})）》」]$/u.test(raw))
    return false
  if (!/^[\p{L}\p{N}“"'‘「《（(*_]/u.test(text.charAt(following))) return false
  const shouted = raw === raw.toUpperCase() && raw !== raw.toLowerCase()
  const body = followingEnd - following
  return shouted ? body > 0 : body >= (isEastAsian(text.charCodeAt(following)) ? 25 : 50)
}
