import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { read, textOf } from './collect'

/** Any text that a document may be: not blank, and without characters that make a file binary. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
  .map(value => `Text: ${value.replace(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g, '').replace(/^\ufeff/, '')}`)

describe('whatever is read', () => {
  it('READ3: a text in UTF-8 or UTF-16 comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('utf-8', 'utf-16le'), async (value, encoding) => {
        const units = Uint16Array.from({ length: value.length + 1 }, (_, at) =>
          at === 0 ? 0xfeff : value.charCodeAt(at - 1),
        )
        const bytes = encoding === 'utf-8' ? new TextEncoder().encode(value) : new Uint8Array(units.buffer)
        expect(await textOf('a.txt', bytes)).toBe(value)
      }),
      { numRuns: 200 },
    )
  })

  it('READ12: rows written by another program come back as they were, from CSV, TSV, JSON and JSON lines', async () => {
    const row = fc.record({ id: fc.integer().map(String), text, note: fc.string({ unit: 'grapheme', maxLength: 30 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async rows => {
        const clean = rows.map(({ id, text: value, note }) => ({
          id,
          text: value,
          note: note.replace(/[\0-\x1f]/g, ''),
        }))
        const files = [
          ['a.csv', Papa.unparse(clean, { newline: '\n', quotes: true })],
          ['a.tsv', Papa.unparse(clean, { delimiter: '\t', newline: '\r\n', quotes: true })],
          ['a.json', JSON.stringify(clean)],
          ['a.json', JSON.stringify({ rows: clean, total: 3 }, null, 2)],
          ['a.jsonl', clean.map(value => JSON.stringify(value)).join('\n')],
        ] as const
        for (const [name, file] of files) {
          const { documents } = await read(name, file, { column: 'text' })
          expect(documents.map(document => document.text)).toEqual(clean.map(value => value.text))
          expect(documents.map(({ meta }) => meta)).toEqual(clean.map(({ id, note }) => ({ id, note })))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('READ11: no markup makes a page fail or leaves a script in its text', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div',
        '>',
        '"',
        "'",
        '<!--',
        '-->',
        '&',
        ';',
        '<table><tr><td>',
        '</td>',
        '<li>',
      ),
      fc.constantFrom(
        '<script>HIDDEN</script>',
        '<style>HIDDEN</style>',
        '<pre>',
        '</pre>',
        '<h2>',
        '<br>',
        '</table>',
      ),
      fc.string({ maxLength: 8 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async pieces => {
        const html = `Start. ${pieces.join('').replaceAll('\0', '')}`
        for (const mode of ['whole', 'main'] as const) {
          const { documents } = await read('a.html', html, { html: mode })
          const text = documents[0]?.text ?? ''
          // What a page is about is a guess, and may leave out its first words.
          if (mode === 'whole') expect(text.startsWith('Start.')).toBe(true)
          else expect(text.trim()).not.toBe('')
        }
      }),
      { numRuns: 150 },
    )
  })
})
