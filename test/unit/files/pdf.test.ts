import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildPdf, lines, type PdfOptions, type Placed } from './build-pdf'
import { problem, read } from './collect'

const pdfData = (name: string) => Promise.resolve(new Uint8Array(readFileSync(`node_modules/pdfjs-dist/cmaps/${name}`)))

async function pdf(pages: readonly (readonly Placed[])[], options: PdfOptions = {}) {
  const { documents, summary } = await read('a.pdf', buildPdf(pages, options), { pdfData })
  const [document] = documents
  if (document === undefined) throw new RangeError('no document')
  return { ...document, summary }
}

/** Lines of prose that fill a column 60 characters wide; ends are sentences only where they say so. */
const COLUMN = [
  'The keeper of the light climbed the stairs each evening and he',
  'trimmed the lamps before the ships came in, for he had learned',
  'from his father that a clear flame was seen at a longer distan-',
  'ce than a smoking one. He wrote the weather into a small book.',
]

describe('PDF', () => {
  it('READ17: joins lines to paragraphs and cut words to whole ones', async () => {
    const next = ['   Another paragraph starts with an indent and goes on for a', 'line or two, then ends.']
    const { text, title, pages, summary } = await pdf([[...lines(COLUMN, 50, 700), ...lines(next, 62, 652)]], {
      title: 'Lamps',
    })
    expect(text).toBe(
      'The keeper of the light climbed the stairs each evening and he trimmed the lamps before the ships came in, for he had learned ' +
        'from his father that a clear flame was seen at a longer distance than a smoking one. He wrote the weather into a small book.' +
        '\n\nAnother paragraph starts with an indent and goes on for a line or two, then ends.',
    )
    expect(title).toBe('Lamps')
    expect(pages).toEqual([0])
    expect(summary).toEqual({ kind: 'pdf', encoding: null, column: null, columns: null, documents: 1, warnings: [] })
  })

  it('READ17: marks clearly larger lines as headings, ranked by size', async () => {
    const { text } = await pdf([
      [
        { text: 'A study of lamps', x: 50, y: 750, size: 24 },
        { text: '1 Oil', x: 50, y: 715, size: 15 },
        ...lines(COLUMN, 50, 690),
        { text: '2 Wicks', x: 50, y: 620, size: 15 },
        ...lines(COLUMN, 50, 600, 10.5),
      ],
    ])
    expect(text.split('\n\n').map(part => part.slice(0, 20))).toEqual([
      '# A study of lamps',
      '## 1 Oil',
      'The keeper of the li',
      '## 2 Wicks',
      'The keeper of the li',
    ])
  })

  it('READ18: reads two columns one after the other, below a title that spans them', async () => {
    const left = Array.from({ length: 8 }, (_, at) => `Left ${String(at)} words that fill the column to its end`)
    const right = Array.from({ length: 8 }, (_, at) => `Right ${String(at)} words that fill the column to its end`)
    const rows = left.flatMap((text, at) => [
      { text, x: 50, y: 700 - 12 * at },
      { text: right[at] ?? '', x: 310, y: 700 - 12 * at },
    ])
    const title = { text: 'A title that spans both of the columns on this page', x: 60, y: 740, size: 18 }
    const { text } = await pdf([[...rows, title]])
    expect(text).toBe(
      `# ${title.text}\n\n${left.join(' ')} ${right.join(' ')}`.replace(/end Right 0/, 'end\n\nRight 0'),
    )
  })

  it('READ18: keeps rows of tables on lines of their own', async () => {
    const table = [
      ['Lamp', 'Hours'],
      ['Small', '6'],
      ['Large', '14'],
    ].flatMap(([a = '', b = ''], at) => [
      { text: a, x: 50, y: 600 - 14 * at },
      { text: b, x: 200, y: 600 - 14 * at },
    ])
    const { text } = await pdf([[...lines(COLUMN, 50, 700), ...table]])
    expect(text.endsWith('book.\n\nLamp | Hours\nSmall | 6\nLarge | 14')).toBe(true)
  })

  it('READ17: says where each page starts, also in the middle of a paragraph, and leaves running heads out', async () => {
    const sheet = (number: number, texts: readonly string[]): readonly Placed[] => [
      { text: 'Journal of Lamps, vol. 3', x: 50, y: 770 },
      ...lines(texts, 50, 700),
      { text: `- ${String(number)} -`, x: 290, y: 30 },
    ]
    const { text, pages } = await pdf([
      sheet(1, ['The first page ends in the middle of a sentence that goes on']),
      sheet(2, ['and on to the second page.']),
      sheet(3, ['The third page starts anew.']),
    ])
    expect(text).toBe(
      'The first page ends in the middle of a sentence that goes on and on to the second page.\n\nThe third page starts anew.',
    )
    expect(pages?.map(start => text.slice(start, start + 6))).toEqual(['The fi', 'and on', 'The th'])
  })

  it('READ17: warns of pages without text, and keeps their place', async () => {
    const { text, pages, summary } = await pdf([[], lines(['Text on the second page.'], 50, 700), []])
    expect(text).toBe('Text on the second page.')
    expect(pages).toEqual([0, 0, text.length])
    expect(summary.warnings).toEqual([{ kind: 'pages-without-text', count: 2, pages: [1, 3] }])
  })

  it('READ17: a page that is broken counts as one without text', async () => {
    const file = String.fromCharCode(
      ...buildPdf([lines(['Text that can be read.'], 50, 700), lines(['Lost.'], 50, 700)]),
    )
    const broken = file.replace('/Kids [5 0 R 7 0 R]', '/Kids [5 0 R 9 0 R]')
    expect(broken).not.toBe(file)
    const bytes = Uint8Array.from(broken, character => character.charCodeAt(0))
    const { documents, summary } = await read('a.pdf', bytes, { pdfData })
    expect(documents[0]?.text).toBe('Text that can be read.')
    expect(summary.warnings).toEqual([{ kind: 'pages-without-text', count: 1, pages: [2] }])
  })

  it('READ17: reads Chinese in a font that is not embedded, without spaces between lines', async () => {
    // 今天天气很好我们去 公园散步。 in GBK
    const first = 'bdf1ccecccecc6f8badcbac3ced2c3c7c8a5'
    const second = 'b9abd4b0c9a2b2bda1a3'
    const { text } = await pdf([lines([first, second], 50, 700)], { map: 'GBK-EUC-H' })
    expect(text).toBe('今天天气很好我们去公园散步。')
  })

  it('READ18: puts turned text at the end of its page', async () => {
    const { text } = await pdf([[{ text: 'turned stamp', x: 20, y: 300, turned: true }, ...lines(COLUMN, 50, 700)]])
    expect(text.endsWith('\n\nturned stamp')).toBe(true)
  })

  it('READ18: finds the words of a line drawn in any order', async () => {
    const { text } = await pdf([
      [
        { text: 'third', x: 102, y: 700 },
        { text: 'first', x: 50, y: 700 },
        { text: 'second', x: 68, y: 700 },
      ],
    ])
    expect(text).toBe('first second third')
  })

  it('READ17: a PDF without a text layer names its number of pages', async () => {
    expect(await problem('a.pdf', buildPdf([[], []]))).toEqual({
      problem: { kind: 'pdf-no-text-layer', pages: 2 },
      calls: [],
    })
  })

  it('READ17: encrypted and damaged files say so', async () => {
    const good = buildPdf([lines(COLUMN, 50, 700)])
    const text = String.fromCharCode(...good)
    const locked = text.replace(
      '/Info 4 0 R',
      `/Info 4 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >>`,
    )
    const bytes = (file: string) => Uint8Array.from(file, character => character.charCodeAt(0))
    expect((await problem('a.pdf', bytes(locked))).problem).toEqual({ kind: 'pdf-encrypted' })
    for (const file of ['%PDF-1.4\nand then nothing', 'no PDF at all', text.slice(0, 40)]) {
      expect((await problem('a.pdf', bytes(file))).problem).toMatchObject({ kind: 'damaged-file', format: 'PDF' })
    }
    expect((await problem('a.pdf', good, { limits: { inMemory: 100 } })).problem).toEqual({
      kind: 'too-large',
      limitBytes: 100,
    })
  })

  it('READ17: loading pdfjs leaves no window behind', async () => {
    await pdf([lines(COLUMN, 50, 700)])
    expect('window' in globalThis).toBe(false)
  })
})
