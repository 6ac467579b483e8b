import { isUnspaced } from '#core/mining/characters'
import type { Range } from '#core/synthesis/pair'

/** Stands in plain text for something that words cannot replace (an image, a formula, a broken word): its sentence is skipped. */
export const DOUBT = '\uFFFC'

/** Words without inline markup, and the way back to the passage. */
export interface PlainText {
  readonly text: string
  /** The range of the passage that a range of the words came from. */
  source(range: Range): Range
}

const SPECIAL = /\s{2,}|[\n\r\t\u00a0\u200b\ufeff\u00ad]|`+|\*+|_+|!?\[|\]|<|&|:[a-z]{2,12}:(?=`)/gu
/** How far a bracket or tag may reach; keeps hostile input linear. */
const REACH = 400
/** A name of code in front of a bracket: `sys.argv`, `my_list`, `` `items` ``. */
const INDEXED = /[\p{L}\p{N}][._]\p{L}[\p{L}\p{N}_]*$|`$/u
/** Code units that are looked at for such a name. */
const REACH_BACK = 40
const CITATION = /^(?:\^?[\w ,;–-]{1,12}|citation needed|need citation|\d[\d,\s–-]{0,20}|注\s?\d{0,2}|来源请求)$/iu
const SOFT_TAG =
  /^<\/?(?:b|i|em|strong|code|span|kbd|u|mark|small|font|tt|samp|var|dfn|q|abbr|cite)(?:\s[^<>]{0,200})?>/iu
const WORD = /[\p{L}\p{N}]/u

/**
 * The words of a range of a passage: emphasis, links, code marks and citation numbers taken off, lines joined. What cannot be put
 * in words becomes DOUBT (rule MINE4).
 */
export function plainText(passage: string, range: Range): PlainText {
  const first = firstSpecial(passage, range)
  if (first === range.end) {
    return {
      text: passage.slice(range.start, range.end),
      source: ({ start, end }) => ({ start: range.start + start, end: range.start + end }),
    }
  }
  const pieces: string[] = []
  /** Where each piece starts: in the words, and in the passage. */
  const starts: number[] = []
  const sources: number[] = []
  /** Where the text of an open link ends, and where reading goes on after its target. */
  const targets = new Map<number, number>()
  let length = 0
  let from = range.start

  const put = (words: string, source: number): void => {
    if (words === '') return
    pieces.push(words)
    starts.push(length)
    sources.push(source)
    length += words.length
  }
  const keepTo = (end: number): void => {
    if (end > from) put(passage.slice(from, end), from)
  }
  const dropSpace = (): void => {
    const last = pieces.at(-1)
    if (last === undefined || last.length < 2 || !last.endsWith(' ')) return
    pieces[pieces.length - 1] = last.slice(0, -1)
    length -= 1
  }
  const lastUnit = (): number => pieces.at(-1)?.charCodeAt((pieces.at(-1)?.length ?? 1) - 1) ?? 0

  SPECIAL.lastIndex = first
  for (let match = SPECIAL.exec(passage); match !== null && match.index < range.end; match = SPECIAL.exec(passage)) {
    const at = match.index
    const mark = match[0]
    keepTo(at)
    const skipped = skip(passage, at, mark, range.end, targets)
    if (skipped.citation) dropSpace()
    from = skipped.to
    const on = skipped.on ?? from
    if (skipped.put === ' ') {
      const before = lastUnit()
      const after = passage.charCodeAt(from)
      const broken = before === 45 && mark.includes('\n')
      if (broken) put(DOUBT, at)
      else if (before !== 32 && !(mark.includes('\n') && (isUnspaced(before) || isUnspaced(after)))) put(' ', at)
    } else put(skipped.put, at)
    SPECIAL.lastIndex = on
  }
  keepTo(range.end)

  const text = pieces.join('')
  return {
    text,
    source: wanted => ({ start: sourceOf(wanted.start), end: sourceOf(Math.max(wanted.start, wanted.end - 1)) + 1 }),
  }

  function sourceOf(offset: number): number {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return Math.min(range.end - 1, (sources[low] ?? range.start) + offset - (starts[low] ?? 0))
  }
}

const SPECIAL_UNITS: ReadonlySet<number> = new Set(
  Array.from('\n\r\t\u00a0\u200b\ufeff\u00ad`*_[]<&!:', char => char.charCodeAt(0)),
)
const IS_SPECIAL = Uint8Array.from({ length: 128 }, (_, unit) => (SPECIAL_UNITS.has(unit) ? 1 : 0))

/** Where the first unit stands that may be a mark; the end of the range if there is none. */
function firstSpecial(passage: string, { start, end }: Range): number {
  let blank = false
  for (let i = start; i < end; i++) {
    const unit = passage.charCodeAt(i)
    if (unit === 32) {
      if (blank) return i - 1
      blank = true
      continue
    }
    blank = false
    if (unit < 128 ? IS_SPECIAL[unit] === 1 : SPECIAL_UNITS.has(unit) || unit === 0x3000) return i
  }
  return end
}

interface Skip {
  readonly to: number
  readonly put: string
  readonly citation: boolean
  /** Where marks are looked for again; what stands before it is code. */
  readonly on?: number
}

/** What stands in the words for a mark at `at`, and where reading goes on. */
function skip(passage: string, at: number, mark: string, end: number, targets: Map<number, number>): Skip {
  const after = at + mark.length
  const drop = { to: after, put: '', citation: false }
  const keep = { ...drop, put: mark }
  const first = mark.charCodeAt(0)
  if (first === 0x200b || first === 0xfeff) return drop
  if (first === 0xad) return { ...drop, put: DOUBT }
  if (/\s/u.test(mark.charAt(0))) return { ...drop, put: ' ' }
  if (mark.startsWith(':')) return drop
  if (mark.startsWith('`')) return code(passage, at, mark, end, targets) ?? drop
  if (mark.startsWith('*') || mark.startsWith('_')) return emphasis(passage, at, after) ? drop : keep
  if (mark === ']') {
    const to = targets.get(at)
    return to === undefined ? keep : { ...drop, to }
  }
  if (mark === '&') {
    const entity = /^&(amp|nbsp|quot|#39);/u.exec(passage.slice(at, at + 8))?.[1]
    if (entity === undefined) return keep
    const put = entity === 'amp' ? '&' : entity === 'nbsp' ? ' ' : entity === 'quot' ? '"' : "'"
    return { ...drop, to: at + entity.length + 2, put }
  }
  if (mark === '<') {
    const tag = SOFT_TAG.exec(passage.slice(at, Math.min(end, at + 240)))?.[0]
    return tag === undefined ? keep : { ...drop, to: at + tag.length }
  }
  return bracket(passage, at, mark, end, targets)
}

/** What stands between backticks stays as it is. */
function code(passage: string, at: number, mark: string, end: number, targets: Map<number, number>): Skip | null {
  const after = at + mark.length
  if (targets.get(at) === after) return null
  const length = passage.slice(after, Math.min(end, after + REACH)).indexOf(mark)
  if (length < 1) return null
  const close = after + length
  targets.set(close, close + mark.length)
  return { to: after, put: '', citation: false, on: close }
}

/** Asterisks that hug a word are emphasis; those with space on both sides are not. Underscores within a word are part of it. */
function emphasis(passage: string, at: number, after: number): boolean {
  const before = passage.charAt(at - 1)
  const next = passage.charAt(after)
  if (passage.charAt(at) === '_') return after - at < 3 && !(WORD.test(before) && WORD.test(next)) && before !== next
  return (next !== '' && !/\s/u.test(next)) || (before !== '' && !/\s/u.test(before))
}

function bracket(passage: string, at: number, mark: string, end: number, targets: Map<number, number>): Skip {
  const open = at + mark.length
  const doubt = { to: open, put: DOUBT, citation: false }
  const length = passage.slice(open, Math.min(end, open + REACH)).indexOf(']')
  if (length === -1) return doubt
  const close = open + length
  const inner = passage.slice(open, close)
  const next = passage.charAt(close + 1)
  if (next === '(' || next === '[') {
    const target = passage.slice(close + 1, Math.min(end, close + REACH)).indexOf(next === '(' ? ')' : ']')
    if (target === -1 || mark === '![' || inner.includes('[')) return doubt
    targets.set(close, close + target + 2)
    return { to: open, put: '', citation: false }
  }
  // An index of a list in code is no citation: without it the sentence would speak of the whole list.
  if (inner === '0' || INDEXED.test(passage.slice(Math.max(0, at - REACH_BACK), at))) return doubt
  // A footnote or citation number goes; any other bracket holds words that cannot simply be left out.
  if (CITATION.test(inner) && /\d|citation|来源|\^/iu.test(inner)) return { to: close + 1, put: '', citation: true }
  return doubt
}
