import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Document, Json } from '#core/documents/document'
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from '#core/export/export-plan'
import type { ExportPair } from '#core/export/export-row'
import type { PassageText } from '#core/ports/project-store'
import type { Hash } from '#core/ports/hash'
import type { Pair } from '#core/synthesis/pair'
import { provenanceOf } from '#test/support/provenance'

export const hash: Hash = {
  sha256: text => createHash('sha256').update(text, 'utf8').digest('hex'),
  stream() {
    const digest = createHash('sha256')
    return { update: text => void digest.update(text, 'utf8'), digest: () => digest.digest('hex') }
  },
}

export function document(order = 0, more: Partial<Document> = {}): Document {
  return {
    order,
    source: order,
    name: `notes/part ${order}.txt`,
    row: null,
    sha256: hash.sha256(String(order)),
    length: 4000,
    language: 'en',
    title: null,
    pages: null,
    meta: null,
    removed: false,
    ...more,
  }
}

function pair(more: Partial<Pair> = {}): Pair {
  return {
    id: hash.sha256(JSON.stringify([more.instruction, more.response, more.passage])),
    instruction: 'What keeps the valve shut?',
    response: 'A spring of steel.',
    options: null,
    reasoning: null,
    task: 'definition',
    form: 'open',
    needsPassage: false,
    evidence: [{ start: 0, end: 5, how: 'quoted' }],
    language: 'en',
    passage: { start: 0, end: 40, headings: ['Valves'] },
    chain: { id: 'c0', round: 0, shots: [] },
    provenance: provenanceOf({ run: 'r0' }),
    checks: [{ name: 'completeness', result: 'pass', reason: 'complete' }],
    decision: null,
    state: 'ready',
    original: null,
    ...more,
  }
}

/** The text fits the range of the pair's passage, as it does in a project. */
export function exportPair(more: Partial<Pair> = {}, about: Document = document(), text?: string): ExportPair {
  const plain = pair(more)
  const { start, end, headings } = plain.passage
  const passageText = text ?? 'A spring of steel keeps the valve shut.\n'.padEnd(end - start, '.').slice(0, end - start)
  return {
    pair: { ...plain, passage: { start, end: start + passageText.length, headings } },
    document: about,
    passageText,
  }
}

export function passage(text: string, start = 0, about: Document = document()): PassageText {
  return { document: about, start, end: start + text.length, headings: ['Valves'], language: 'en', text }
}

export function options(more: Partial<ExportOptions> = {}): ExportOptions {
  return { ...DEFAULT_EXPORT_OPTIONS, ...more }
}

/** Texts that break careless writers: patterns of `replace`, tags, fences, line separators, halves of surrogate pairs. */
export const hostileText = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 8 }),
          fc.constantFrom(
            '$&',
            '$1',
            "$'",
            '</s>',
            '<think>',
            '"""',
            '""""',
            '```',
            '\n',
            '\r\n',
            '\u0000',
            '\u0085',
            '\u2028',
            '\u2029',
            '\ufeff',
            '\ud83d',
            '\ude00',
            '\\ud800',
            '\\',
            '"',
            '😀',
            '选项：',
            '{"a":1}',
            '__proto__',
            '| --- |',
          ),
        ),
        { maxLength: 12 },
      )
      .map(parts => parts.join('')),
  },
)

const scalar: fc.Arbitrary<Json> = fc.oneof(hostileText, fc.integer(), fc.boolean(), fc.constant(null))
const json: fc.Arbitrary<Json> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(hostileText, scalar),
)

export const hostilePair: fc.Arbitrary<ExportPair> = fc
  .record({
    instruction: hostileText,
    response: hostileText,
    passage: hostileText,
    name: hostileText,
    heading: hostileText,
    options: fc.option(fc.array(hostileText, { maxLength: 4 })),
    reasoning: fc.option(hostileText),
    needsPassage: fc.boolean(),
    language: fc.constantFrom('en' as const, 'zh' as const, 'other' as const),
    edited: fc.boolean(),
    meta: fc.option(fc.dictionary(hostileText, json, { maxKeys: 3 })),
    order: fc.nat(20),
  })
  .map(({ passage, name, heading, edited, meta, order, ...words }) =>
    exportPair(
      {
        ...words,
        passage: { start: 7, end: 7, headings: [heading] },
        original: edited ? { instruction: words.response, response: words.instruction } : null,
        checks: [{ name: 'language', result: 'doubt', reason: heading, score: 0.5, ranges: [{ start: 0, end: 1 }] }],
        evidence: [{ start: 0, end: 1, how: 'fuzzy', score: 0.75 }],
      },
      document(order, { name, meta }),
      passage,
    ),
  )
