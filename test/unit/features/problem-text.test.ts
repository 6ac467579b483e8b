import { describe, expect, it } from 'vitest'
import type { Problem, ReadWarning } from '#core/problem'
import { problemDetail, problemSentences, problemText, warningText } from '#features/problem-text'

/** One of each kind; the compiler holds the list complete. */
const PROBLEMS: { readonly [K in Problem['kind']]: Extract<Problem, { kind: K }> } = {
  'empty-file': { kind: 'empty-file' },
  'no-text': { kind: 'no-text' },
  'binary-file': { kind: 'binary-file' },
  'unsupported-kind': { kind: 'unsupported-kind', extension: 'xls' },
  'too-large': { kind: 'too-large', limitBytes: 268_435_456 },
  'pdf-encrypted': { kind: 'pdf-encrypted' },
  'pdf-no-text-layer': { kind: 'pdf-no-text-layer', pages: 38 },
  'damaged-file': { kind: 'damaged-file', format: 'docx', detail: 'no document.xml' },
  'no-gpu': { kind: 'no-gpu', need: 'f16', detail: 'x' },
  'gpu-lost': { kind: 'gpu-lost', detail: 'x' },
  'out-of-memory': { kind: 'out-of-memory', detail: 'x' },
  'engine-gone': { kind: 'engine-gone', detail: 'x' },
  'engine-hangs': { kind: 'engine-hangs', seconds: 30 },
  'model-talks-garbage': { kind: 'model-talks-garbage', sample: '@@@@' },
  'context-overflow': { kind: 'context-overflow', promptTokens: 5_402, contextTokens: 4_096 },
  'engine-refused': { kind: 'engine-refused', detail: 'x' },
  'run-keeps-failing': { kind: 'run-keeps-failing', times: 3, last: { kind: 'gpu-lost', detail: 'x' } },
  'model-missing': { kind: 'model-missing', model: 'm' },
  'not-a-model': { kind: 'not-a-model', detail: 'x' },
  'model-damaged': { kind: 'model-damaged', file: 'a.gguf', detail: 'x' },
  'model-too-large': { kind: 'model-too-large', bytes: 4_400_000_000, limitBytes: 4_294_967_296 },
  'architecture-unknown': { kind: 'architecture-unknown', architecture: 'zebra' },
  'library-mismatch': { kind: 'library-mismatch', detail: 'x' },
  'download-refused': { kind: 'download-refused', url: 'https://a.example/x', status: 404 },
  'download-unreachable': { kind: 'download-unreachable', url: 'https://a.example/x' },
  'download-cut-off': { kind: 'download-cut-off', url: 'https://a.example/x', bytes: 10, total: 20 },
  'recipe-damaged': { kind: 'recipe-damaged', detail: 'x' },
  'file-gone': { kind: 'file-gone' },
  'no-text-column': { kind: 'no-text-column', columns: ['id', 'price'] },
  'no-instructions': { kind: 'no-instructions', columns: ['id', 'score'] },
  'already-here': { kind: 'already-here', name: 'a.csv', row: 1200 },
  'quota-full': { kind: 'quota-full' },
  'storage-unavailable': { kind: 'storage-unavailable', detail: 'SecurityError' },
  'storage-cleared': { kind: 'storage-cleared' },
  'newer-database': { kind: 'newer-database', version: 7 },
  'updated-elsewhere': { kind: 'updated-elsewhere' },
  'blocked-by-other-tab': { kind: 'blocked-by-other-tab' },
  'lost-lock': { kind: 'lost-lock' },
  'not-writer': { kind: 'not-writer' },
  'backup-damaged': { kind: 'backup-damaged', detail: 'line 3' },
  'backup-newer': { kind: 'backup-newer', version: 9 },
  'nothing-to-write': { kind: 'nothing-to-write' },
  'run-missing': { kind: 'run-missing', run: 'x' },
  'run-active': { kind: 'run-active', run: 'x' },
  'judging-active': { kind: 'judging-active' },
  'export-invalid': { kind: 'export-invalid', line: 1204, detail: 'x' },
  'export-empty': { kind: 'export-empty' },
  cancelled: { kind: 'cancelled' },
  unexpected: { kind: 'unexpected', detail: 'TypeError: x' },
}

const WARNINGS: { readonly [K in ReadWarning['kind']]: Extract<ReadWarning, { kind: K }> } = {
  'bad-lines': { kind: 'bad-lines', count: 1, lines: [18] },
  'ragged-rows': { kind: 'ragged-rows', count: 3, lines: [18, 402, 1911] },
  'empty-rows': { kind: 'empty-rows', count: 2, lines: [] },
  'repeated-rows': { kind: 'repeated-rows', count: 27, lines: [9, 12] },
  'large-cells': { kind: 'large-cells', count: 1, lines: [5] },
  truncated: { kind: 'truncated', decodedBytes: 12_000 },
  'replaced-characters': { kind: 'replaced-characters', count: 4 },
  'pages-without-text': { kind: 'pages-without-text', count: 1, pages: [7] },
  'whole-page': { kind: 'whole-page', limitBytes: 5_242_880 },
  'deep-folder': { kind: 'deep-folder', depth: 32 },
}

describe.each(Object.values(PROBLEMS))('problem $kind', problem => {
  it('says what happened, what is safe and what to do next, in both languages', () => {
    for (const sentence of Object.values(problemSentences('en', problem))) expect(sentence).toMatch(/^[A-Z].*\.$/s)
    for (const sentence of Object.values(problemSentences('zh', problem))) expect(sentence).toMatch(/\p{sc=Han}.*。$/su)
  })

  it('never shows its raw kind or a missing value', () => {
    const all = `${problemText('en', problem)} ${problemText('zh', problem)}`
    expect(all).not.toMatch(/undefined|null|NaN|\[object/)
    if (problem.kind.includes('-')) expect(all).not.toContain(problem.kind)
  })
})

describe.each(Object.values(WARNINGS))('warning $kind', warning => {
  it('is one sentence with its figures, in both languages', () => {
    const english = warningText('en', warning)
    expect(english).toMatch(/^[A-Z\d].*\.$/)
    expect(english).not.toMatch(/undefined|NaN/)
    expect(warningText('zh', warning)).toMatch(/\p{sc=Han}.*。$/u)
  })
})

describe('figures in sentences', () => {
  it('names lines, and says when there are more', () => {
    expect(warningText('en', WARNINGS['bad-lines'])).toBe('1 line could not be read and was left out (line 18).')
    expect(warningText('en', WARNINGS['ragged-rows'])).toContain('(lines 18, 402, 1,911).')
    expect(warningText('en', WARNINGS['repeated-rows'])).toContain('(rows 9, 12 …).')
    expect(warningText('en', WARNINGS['empty-rows'])).not.toContain('(')
  })

  it('says where a text is already', () => {
    expect(problemSentences('en', PROBLEMS['already-here']).happened).toBe('Already here as row 1,200 of a.csv.')
    expect(problemSentences('zh', { ...PROBLEMS['already-here'], row: null }).happened).toContain('“a.csv”')
  })

  it('keeps the technical detail apart from the sentences', () => {
    expect(problemText('en', PROBLEMS['damaged-file'])).not.toContain('document.xml')
    expect(problemDetail(PROBLEMS['damaged-file'])).toBe('damaged-file: no document.xml')
    expect(problemDetail(PROBLEMS['quota-full'])).toBeNull()
  })
})
