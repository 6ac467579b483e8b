import type { CheckResult, Evidence, EvidenceKind, Range as Place } from '#core/synthesis/pair'

/** What a check points at: drawn in a style of its own, and highlighted while the person looks at that check. */
export interface Flag extends Place {
  readonly result: CheckResult
  readonly lit: boolean
}

/** A stretch of one block: `how` says how it is marked as evidence, `flag` what a check says of it. */
export interface Stretch {
  readonly text: string
  readonly how: EvidenceKind | null
  readonly flag?: Pick<Flag, 'result' | 'lit'>
}

/** A block of the passage. `lines` and `code` keep their line breaks and indents; `prose` may be set anew. */
export interface Block {
  readonly start: number
  /** Where its first stretch begins in the text: behind the mark of a heading. */
  readonly from: number
  readonly kind: 'heading' | 'prose' | 'lines' | 'code'
  /** 1 to 6 for headings, else 0. */
  readonly level: number
  readonly stretches: readonly Stretch[]
  readonly marked: boolean
}

const STRENGTH: Readonly<Record<EvidenceKind, number>> = { quoted: 3, fuzzy: 2, nearest: 1 }

const HEADING = /^ {0,3}(#{1,6})[ \t]+(?=\S)/

/** Lines whose breaks carry meaning: lists, tables, indented or quoted lines, code. */
const LAID_OUT = /^(?:\s{2,}|\t|\s*(?:[-*+•·]|\d{1,3}[.)、]|\|)\s*\S|>|```)/m

/** The line that opens or closes fenced code: its mark, and what stands behind it. */
const FENCE = /^[ \t]*(`{3,}|~{3,})[ \t]*([^\s`]*)/

/** From this length on a line that is not the last looks wrapped by a fixed width. */
const WRAPPED = 45

/** Cuts a passage into blocks for reading, with evidence marked; every character stays but the marks of headings. */
export function partsOf(text: string, evidence: readonly Evidence[], flags: readonly Flag[] = []): readonly Block[] {
  const marks = marksOf(text, evidence)
  const blocks: Block[] = []
  for (const { start, end, code } of paragraphsOf(text)) {
    const raw = text.slice(start, end)
    const heading = code ? null : HEADING.exec(raw)
    const from = start + (heading?.[0].length ?? 0)
    const stretches = stretchesOf(text, from, end, marks, flags)
    blocks.push({
      start,
      from,
      kind: code ? 'code' : heading !== null ? 'heading' : isProse(raw) ? 'prose' : 'lines',
      level: heading?.[1]?.length ?? 0,
      stretches,
      marked: stretches.some(stretch => stretch.how !== null),
    })
  }
  return blocks
}

function isProse(raw: string): boolean {
  if (LAID_OUT.test(raw)) return false
  return raw.split('\n').every((line, place, all) => place === all.length - 1 || line.length >= WRAPPED)
}

interface Range {
  readonly start: number
  end: number
  readonly code: boolean
}

interface Line {
  readonly start: number
  /** Without its line break. */
  readonly end: number
  readonly words: string
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start)
    const after = next < 0 ? text.length : next
    const end = after - (after > start && text[after - 1] === '\r' ? 1 : 0)
    lines.push({ start, end, words: text.slice(start, end) })
    start = after + 1
  }
  return lines
}

/** Ranges between empty lines; a heading stands alone also when no empty line follows it, and fenced code is one range. */
function paragraphsOf(text: string): readonly Range[] {
  const lines = linesOf(text)
  const ranges: Range[] = []
  let open: Range | null = null
  let codeEnd = -1
  for (const [at, { start, end, words }] of lines.entries()) {
    if (at <= codeEnd) continue
    const closing = fenceEnd(lines, at)
    if (closing !== null) {
      codeEnd = closing.at
      open = null
      ranges.push({ start, end: closing.end, code: true })
      continue
    }
    const heading = HEADING.test(words)
    if (words.trim() === '' || heading) open = null
    if (words.trim() === '') continue
    if (open === null) {
      open = { start, end, code: false }
      ranges.push(open)
    } else open.end = end
    if (heading) open = null
  }
  return ranges
}

/** The line that closes the code which a line opens; null where it opens none, or where a passage begins inside code. */
function fenceEnd(lines: readonly Line[], at: number): { readonly at: number; readonly end: number } | null {
  const mark = FENCE.exec(lines[at]?.words ?? '')?.[1]
  if (mark === undefined) return null
  for (let next = at + 1; next < lines.length; next += 1) {
    const line = lines[next]
    const fence = line === undefined ? null : FENCE.exec(line.words)
    if (line === undefined || fence === null || fence[1]?.[0] !== mark[0]) continue
    return fence[2] === '' && (fence[1]?.length ?? 0) >= mark.length ? { at: next, end: line.end } : null
  }
  return null
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly how: EvidenceKind
}

/** Marks that do not overlap: where evidence does, the stronger kind shows. */
function marksOf(text: string, evidence: readonly Evidence[]): readonly Mark[] {
  const inside = evidence
    .map(({ start, end, how }) => ({ start: Math.max(0, start), end: Math.min(text.length, end), how }))
    .filter(mark => mark.start < mark.end)
  const edges = [...new Set(inside.flatMap(mark => [mark.start, mark.end]))].sort((a, b) => a - b)
  const marks: { start: number; end: number; how: EvidenceKind }[] = []
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const [start, end] = [edges[i] ?? 0, edges[i + 1] ?? 0]
    let how: EvidenceKind | null = null
    for (const mark of inside)
      if (mark.start <= start && mark.end >= end && (how === null || STRENGTH[mark.how] > STRENGTH[how])) how = mark.how
    if (how === null) continue
    const last = marks.at(-1)
    if (last !== undefined && last.end === start && last.how === how) last.end = end
    else marks.push({ start, end, how })
  }
  return marks
}

const GRAVITY: Readonly<Record<CheckResult, number>> = { fail: 3, doubt: 2, pass: 1 }

/** What checks say of a stretch that no edge of a flag cuts: the worst, highlighted where any of them is. */
function flagAt(flags: readonly Flag[], start: number, end: number): Pick<Flag, 'result' | 'lit'> | undefined {
  const here = flags.filter(flag => flag.start <= start && flag.end >= end && (flag.lit || flag.result !== 'pass'))
  if (here.length === 0) return undefined
  const worst = here.reduce((a, b) => (GRAVITY[b.result] > GRAVITY[a.result] ? b : a))
  return { result: worst.result, lit: here.some(flag => flag.lit) }
}

function stretchesOf(
  text: string,
  from: number,
  end: number,
  marks: readonly Mark[],
  flags: readonly Flag[],
): readonly Stretch[] {
  const [marked, flagged] = [marks, flags].map(list => list.filter(one => one.start < end && one.end > from))
  const inside = [...(marked ?? []), ...(flagged ?? [])].flatMap(one => [one.start, one.end])
  const edges = [...new Set([from, end, ...inside])].filter(edge => edge >= from && edge <= end).sort((a, b) => a - b)
  const stretches: Stretch[] = []
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const [start, stop] = [edges[i] ?? from, edges[i + 1] ?? end]
    const how = marks.find(mark => mark.start <= start && mark.end >= stop)?.how ?? null
    const flag = flagAt(flags, start, stop)
    stretches.push({ text: text.slice(start, stop), how, ...(flag !== undefined && { flag }) })
  }
  return stretches
}
