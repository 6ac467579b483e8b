import type { Evidence, EvidenceKind } from '#core/synthesis/pair'

/** A stretch of one block: `how` says how it is marked. */
export interface Stretch {
  readonly text: string
  readonly how: EvidenceKind | null
}

/** A block of the passage. `lines` keeps its line breaks and indents; `prose` may be set anew. */
export interface Block {
  readonly start: number
  readonly kind: 'heading' | 'prose' | 'lines'
  /** 1 to 6 for headings, else 0. */
  readonly level: number
  readonly stretches: readonly Stretch[]
  readonly marked: boolean
}

const STRENGTH: Readonly<Record<EvidenceKind, number>> = { quoted: 3, fuzzy: 2, nearest: 1 }

const HEADING = /^ {0,3}(#{1,6})[ \t]+(?=\S)/

/** Lines whose breaks carry meaning: lists, tables, indented or quoted lines, code. */
const LAID_OUT = /^(?:\s{2,}|\t|\s*(?:[-*+•·]|\d{1,3}[.)、]|\|)\s*\S|>|```)/m

/** From this length on a line that is not the last looks wrapped by a fixed width. */
const WRAPPED = 45

/** Cuts a passage into blocks for reading, with evidence marked; every character stays but the marks of headings. */
export function partsOf(text: string, evidence: readonly Evidence[]): readonly Block[] {
  const marks = marksOf(text, evidence)
  const blocks: Block[] = []
  for (const { start, end } of paragraphsOf(text)) {
    const raw = text.slice(start, end)
    const heading = HEADING.exec(raw)
    const from = start + (heading?.[0].length ?? 0)
    const stretches = stretchesOf(text, from, end, marks)
    blocks.push({
      start,
      kind: heading !== null ? 'heading' : isProse(raw) ? 'prose' : 'lines',
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

/** Ranges between empty lines; a heading stands alone also when no empty line follows it. */
function paragraphsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = []
  let open: { start: number; end: number } | null = null
  let start = 0
  while (start < text.length) {
    const next = text.indexOf('\n', start)
    const lineEnd = next < 0 ? text.length : next
    const line = text.slice(start, lineEnd)
    const heading = HEADING.test(line)
    if (line.trim() === '' || heading) open = null
    if (line.trim() !== '') {
      const end = lineEnd - (line.endsWith('\r') ? 1 : 0)
      if (open === null) {
        open = { start, end }
        ranges.push(open)
      } else open.end = end
      if (heading) open = null
    }
    start = lineEnd + 1
  }
  return ranges
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

function stretchesOf(text: string, from: number, end: number, marks: readonly Mark[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let reached = from
  for (const mark of marks) {
    const start = Math.max(mark.start, reached)
    const stop = Math.min(mark.end, end)
    if (start >= stop) continue
    if (start > reached) stretches.push({ text: text.slice(reached, start), how: null })
    stretches.push({ text: text.slice(start, stop), how: mark.how })
    reached = stop
  }
  if (reached < end) stretches.push({ text: text.slice(reached, end), how: null })
  return stretches
}
