import type { Language } from '#core/documents/document'
import {
  AFTER_CLOCK,
  ALWAYS_INSIDE,
  BEFORE_NUMBER,
  LABELLED,
  OFTEN_INSIDE,
  OFTEN_INSIDE_CAPITAL,
  SENTENCE_OPENERS,
} from '#core/text/abbreviations'
import {
  isBlank,
  isCapital,
  isDigit,
  isEastAsian,
  isLetter,
  isLineEnd,
  isSmallLetter,
  isWhite,
  skipWhite,
  unitSet,
} from '#core/text/characters'

/** How far a decision looks to either side, in code units. */
const SENTENCE_LOOK = 64

/** Ends a sentence by itself, whatever follows: 。！？；｡ and the stops of scripts without capitals. */
const STRONG = '。！？；｡।॥؟۔።။។༎'
/** Ends a sentence when what follows agrees. */
const WEAK = '.!?…‼⁇⁈⁉．'
const isCloser = unitSet('"\'”’)]}»›」』】》〉）］｝〕〗〞＂＇*_')
const isOpener = unitSet('"\'“‘([{«‹「『【《〈（［｛〔〖¿¡*_—–-')
const isContinuation = unitSet(',;:，、：；')

const isBracket = unitSet('(（')
const isColon = unitSet(';:；：')
const isQuote = unitSet('"”’»')

const NOT_END = 0
const WEAK_END = 1
const STRONG_END = 2

/** Kind of each code unit, for the scan over a text. */
const KIND = new Uint8Array(0x10000)
for (const mark of STRONG) KIND[mark.charCodeAt(0)] = STRONG_END
for (const mark of WEAK) KIND[mark.charCodeAt(0)] = WEAK_END

/** Whether a sentence might end at this unit; cheap, for scanning. */
export function mayEndSentence(code: number): boolean {
  return (KIND[code] ?? NOT_END) !== NOT_END
}

/** After closing quotes, brackets, emphasis and note marks ("[12]", "²") that touch the sentence. */
function afterClosers(text: string, from: number, to: number): number {
  let i = from
  while (i < to) {
    const code = text.charCodeAt(i)
    if (isCloser(code) || (code >= 0x2070 && code <= 0x2079) || (code >= 0xb2 && code <= 0xb3) || code === 0xb9) {
      i++
      continue
    }
    if (code !== 0x5b) break
    if (!/^\[[\d^a-z, –-]+\]/u.test(text.slice(i, Math.min(to, i + 24)))) break
    i = text.indexOf(']', i) + 1
  }
  return i
}

/** The letters and inner stops right before `at`, as written. */
function wordBefore(text: string, at: number, from: number): string {
  let i = at
  while (i > from && at - i < 24) {
    const code = text.charCodeAt(i - 1)
    if (!isLetter(code) && code !== 0x2e) break
    i--
  }
  return text.slice(i, at).replace(/^\.+/u, '')
}

function wordFrom(text: string, at: number, to: number): string {
  let i = at
  while (i < to && i - at < 24 && isLetter(text.charCodeAt(i))) i++
  return text.slice(at, i)
}

/** Whether nothing but white space stands between `at` and the start of its line, sentence or clause. */
function opensUnit(text: string, at: number, from: number): boolean {
  let i = at
  while (i > from && (isBlank(text.charCodeAt(i - 1)) || isBracket(text.charCodeAt(i - 1)))) i--
  if (i <= from) return true
  const code = text.charCodeAt(i - 1)
  return isLineEnd(code) || (i < at && (mayEndSentence(code) || isColon(code)))
}

/** Whether the full stop at `at` belongs to what stands before it: an abbreviation, an initial or an item number. */
function stopIsInside(text: string, at: number, next: number, from: number, to: number, language: Language): boolean {
  const nextCode = text.charCodeAt(next)
  const word = wordBefore(text, at, from)
  if (word === '') {
    let i = at
    while (i > from && isDigit(text.charCodeAt(i - 1))) i--
    if (i === at) return false
    if (at - i <= 3 && opensUnit(text, i, from)) return true
    return language === 'other' && at - i <= 2
  }
  const lower = word.toLowerCase()
  const nextWord = wordFrom(text, next, to)
  const opener =
    SENTENCE_OPENERS.has(nextWord.toLowerCase()) && text.charCodeAt(next + nextWord.length) !== 0x2e && nextWord !== ''
  if (ALWAYS_INSIDE.has(lower)) return true
  if (BEFORE_NUMBER.has(lower)) {
    if (isDigit(nextCode) || /^[IVXLC]+$/u.test(nextWord) || /^\(?\d/u.test(text.slice(next, next + 2))) return true
  }
  if (lower === 'a.m' || lower === 'p.m') return AFTER_CLOCK.has(nextWord.toLowerCase())
  if (OFTEN_INSIDE.has(lower)) return !opener
  if (word !== lower && OFTEN_INSIDE_CAPITAL.has(lower)) return !opener
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return !opener
  const start = at - word.length
  if (word.length === 1) {
    if (opensUnit(text, start, from)) return true
    if (isSmallLetter(word.charCodeAt(0))) return word === 'v' || isDigit(nextCode)
    let k = start
    while (k > from && isBlank(text.charCodeAt(k - 1))) k--
    if (k === start) return isOpener(text.charCodeAt(k - 1))
    const owner = wordBefore(text, k, from)
    if (LABELLED.has(owner.toLowerCase())) return false
    if (word === 'I' && owner !== '') return false
    return !opener
  }
  return /^[ivxlc]{2,5}$/iu.test(word) && opensUnit(text, start, from)
}

/** Whether a comma or the like follows, so that the sentence goes on after its quote: “走吧！”，他说。 */
function continues(text: string, end: number, to: number): boolean {
  return end < to && isContinuation(text.charCodeAt(end))
}

/** `……` ends a sentence in Chinese, but not right after a word or two: there somebody hesitates. */
function isHesitation(text: string, at: number, end: number, low: number, high: number): boolean {
  if (continues(text, end, high)) return true
  if (end >= high || isWhite(text.charCodeAt(end))) return false
  for (let k = at - 1; k >= at - 4; k--) {
    const code = k < low ? 0x0a : text.charCodeAt(k)
    if (mayEndSentence(code) || isContinuation(code) || isOpener(code) || isWhite(code)) return true
  }
  return false
}

/**
 * Where the sentence ends that the mark at `at` closes, with its closing quotes and brackets; -1 when none ends there.
 * Looks at no more than `SENTENCE_LOOK` units on either side, within `[from, to)`; `from` must be the start of a line, a
 * sentence or a passage. Of several marks in a row only the first one counts (rules TEXT4 to TEXT7).
 */
export function sentenceEnd(text: string, at: number, from: number, to: number, language: Language): number {
  if (at > from && mayEndSentence(text.charCodeAt(at - 1))) return -1
  const low = Math.max(from, at - SENTENCE_LOOK)
  const high = Math.min(to, at + SENTENCE_LOOK)
  let strong = false
  let i = at
  while (i < high) {
    const kind = KIND[text.charCodeAt(i)] ?? NOT_END
    if (kind === NOT_END) break
    if (kind === STRONG_END) strong = true
    i++
  }
  const single = i - at === 1
  const end = afterClosers(text, i, high)
  if (strong) return continues(text, end, high) ? -1 : end
  if (end >= to) return end
  const first = text.charCodeAt(at)
  const stop = single && (first === 0x2e || first === 0xff0e)
  const before = at > low ? text.charCodeAt(at - 1) : Number.NaN
  const after = text.charCodeAt(end)
  if (stop && isDigit(before) && (isDigit(after) || isEastAsian(after))) return -1
  if (isEastAsian(before)) {
    if (first === 0x2026) return isHesitation(text, at, end, low, high) ? -1 : end
    if (!stop || isEastAsian(after) || isWhite(after)) return continues(text, end, high) ? -1 : end
  }
  if (isEastAsian(after)) {
    if (continues(text, end, high)) return -1
    return stop && !/^\p{L}{3,}$/u.test(wordBefore(text, at, low)) ? -1 : end
  }
  if (!isWhite(after)) return isQuote(text.charCodeAt(end - 1)) && isCapital(after) ? end : -1
  let next = skipWhite(text, end, high)
  while (next < high && isOpener(text.charCodeAt(next))) next++
  next = skipWhite(text, next, high)
  if (next >= high) return end
  const code = text.charCodeAt(next)
  if (isContinuation(code) || (isCloser(code) && !isOpener(code))) return -1
  if (isSmallLetter(code) && !isCapital(text.charCodeAt(next + 1))) return -1
  if (stop && stopIsInside(text, at, next, low, high, language)) return -1
  return end
}
