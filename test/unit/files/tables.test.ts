import { describe, expect, it } from 'vitest'
import { previewTable } from '#files/readers'
import { problem, read } from './collect'

const never = new AbortController().signal
const LONG = 'A sentence that is long enough to be the text of a row. '

describe('rows of tables', () => {
  it('READ12: makes each row of a CSV file a document and keeps its other columns', async () => {
    const csv = `id,text,topic\r\n1,"First text, with a ""quote"".",tea\r\n2,"Two\r\nlines",coffee\r\n`
    const { documents, summary } = await read('a.csv', csv)
    expect(documents).toEqual([
      {
        name: 'a.csv',
        row: 1,
        title: null,
        pages: null,
        meta: { id: '1', topic: 'tea' },
        text: 'First text, with a "quote".',
      },
      { name: 'a.csv', row: 2, title: null, pages: null, meta: { id: '2', topic: 'coffee' }, text: 'Two\r\nlines' },
    ])
    expect(summary).toMatchObject({
      kind: 'table',
      column: 'text',
      columns: ['id', 'text', 'topic'],
      documents: 2,
      warnings: [],
    })
  })

  it('READ14: tells tabs, semicolons and bars from commas', async () => {
    for (const [name, mark] of [
      ['a.tsv', '\t'],
      ['a.csv', ';'],
      ['a.csv', '|'],
      ['a.csv', '\t'],
    ] as const) {
      const { documents } = await read(name, `id${mark}text\n7${mark}One, and only one, text.\n`)
      expect(documents.map(({ text, meta }) => [text, meta])).toEqual([['One, and only one, text.', { id: '7' }]])
    }
  })

  it('READ14: a file with one column keeps its commas', async () => {
    const { documents } = await read('a.csv', 'text\nHello, world, unquoted.\n"Quoted, too."\nPlain.\n')
    expect(documents.map(({ text }) => text)).toEqual(['Hello, world, unquoted.', 'Quoted, too.', 'Plain.'])
  })

  it('READ14: reads every line end, and a last row without one', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { documents } = await read('a.csv', `text,n${end}one text,1${end}two text,2`)
      expect(documents.map(({ text, meta }) => [text, meta])).toEqual([
        ['one text', { n: '1' }],
        ['two text', { n: '2' }],
      ])
    }
  })

  it('READ14: loads ragged rows and names their lines', async () => {
    const { documents, summary } = await read(
      'a.csv',
      'text,a,b\nfull row,1,2\nshort row\n"long\nrow",1,2,3\nlast,1,2\n',
    )
    expect(documents.map(({ text, meta }) => [text, meta])).toEqual([
      ['full row', { a: '1', b: '2' }],
      ['short row', null],
      ['long\nrow', { a: '1', b: '2', 'column 4': '3' }],
      ['last', { a: '1', b: '2' }],
    ])
    expect(summary.warnings).toContainEqual({ kind: 'ragged-rows', count: 3, lines: [3, 4, 6] })
  })

  it('READ14: gives columns without a name, or with the same one, names of their own', async () => {
    const { summary } = await read('a.csv', `text,,\n${LONG},x,y\n`)
    expect(summary.columns).toEqual(['text', 'column 2', 'column 3'])
    const twice = await read('a.csv', `"${LONG}${LONG}${LONG}",x\nMore text here.,y\n`)
    expect(twice.summary.columns).toEqual(['column 1', 'column 2'])
    expect(twice.documents.map(({ row }) => row)).toEqual([1, 2])
  })

  it('READ12: counts rows without a text, with their lines, and keeps the numbers of the others', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => (at % 5 === 0 ? `text of row,${String(at)}` : `,${String(at)}`))
    const { documents, summary } = await read('a.csv', `text,n\n${rows.join('\n')}\n`)
    expect(documents.map(({ row }) => row)).toEqual([1, 6, 11, 16, 21, 26])
    const [warning] = summary.warnings
    expect(warning).toMatchObject({ kind: 'empty-rows', count: 24 })
    expect(warning?.kind === 'empty-rows' && warning.lines.length).toBe(20)
    expect(warning?.kind === 'empty-rows' && warning.lines.slice(0, 3)).toEqual([3, 4, 5])
  })

  it('READ14: counts blank lines between rows, not at the end', async () => {
    const { summary } = await read('a.csv', 'text,n\none text,1\n\ntwo text,2\n\n\n')
    expect(summary.warnings).toEqual([{ kind: 'empty-rows', count: 1, lines: [3] }])
  })

  it('READ14: a quote that never ends is named by its line', async () => {
    const { summary, documents } = await read('a.csv', 'text,n\ngood row,1\n"never ends,2\nmore,3\n')
    expect(summary.warnings).toContainEqual({ kind: 'bad-lines', count: 1, lines: [3] })
    expect(documents).toHaveLength(2)
    const limits = { row: 1000 }
    expect((await problem('a.csv', `text\n"${'x'.repeat(5000)}`, { limits })).problem).toMatchObject({
      kind: 'damaged-file',
      format: 'CSV',
    })
  })

  it('READ12: loads cells of a million characters and says so', async () => {
    const cell = 'word '.repeat(220_000)
    const { documents, summary } = await read('a.csv', `id,text\n1,short\n2,"${cell}"\n3,end\n`)
    expect(documents.map(({ text }) => text.length)).toEqual([5, cell.length, 3])
    expect(summary.warnings).toEqual([{ kind: 'large-cells', count: 1, lines: [3] }])
  })

  it('READ14: a large file gives the same rows in any cut', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, at) => `${String(at)},"Row ${String(at)}, of\nmany, äöü 🎈 ""quoted"""`,
    )
    const { documents } = await read('a.csv', `id,text\n${rows.join('\n')}`)
    expect(documents).toHaveLength(60_000)
    expect(
      documents.every(({ text, row }) => text === `Row ${String((row ?? 0) - 1)}, of\nmany, äöü 🎈 "quoted"`),
    ).toBe(true)
  })

  it('READ12: spreadsheet formulas and markup are text like any other', async () => {
    const { documents } = await read('a.csv', 'text\n"=HYPERLINK(""http://x"")"\n<script>alert(1)</script>\n')
    expect(documents.map(({ text }) => text)).toEqual(['=HYPERLINK("http://x")', '<script>alert(1)</script>'])
  })
})

describe('the column of the text', () => {
  it('READ13: is the longest on average, where codes and addresses count less', async () => {
    const { summary } = await read(
      'a.csv',
      `url,note,label\nhttps://example.org/a/very/long/address/that/goes/on/and/on/for/ever,${LONG},x\n`,
    )
    expect(summary.column).toBe('note')
  })

  it('READ13: prefers telling names, also Chinese ones', async () => {
    for (const name of ['text', 'Content', 'body', 'passage', '正文', '内容']) {
      const { summary } = await read('a.csv', `summary,${name}\n${LONG}${LONG},${LONG}\n`)
      expect(summary.column).toBe(name)
    }
  })

  it('READ13: is the one that the person chose; an unknown one is a problem that names all', async () => {
    const csv = `text,note\n${LONG},short note\n`
    const { documents } = await read('a.csv', csv, { column: 'note' })
    expect(documents[0]).toMatchObject({ text: 'short note', meta: { text: LONG } })
    expect(await problem('a.csv', csv, { column: 'other' })).toEqual({
      problem: { kind: 'no-text-column', columns: ['text', 'note'] },
      calls: [],
    })
  })

  it('READ13: says so when there is none', async () => {
    const { problem: found } = await problem('a.jsonl', '{"a":1,"b":[1]}\n{"a":2,"c":null}\n')
    expect(found).toEqual({ kind: 'no-text-column', columns: ['a', 'b', 'c'] })
    expect((await problem('a.csv', 'a,b\n,\n ,\n')).problem).toEqual({ kind: 'no-text' })
    expect((await problem('a.csv', 'a,b\n')).problem).toEqual({ kind: 'no-text' })
  })
})

describe('JSON lines', () => {
  it('READ16: reads objects and strings, keeps nested values, counts bad lines', async () => {
    const lines = [
      '{"text":"First one.","tags":["a",{"b":1}],"n":3}',
      '{"text":"broken',
      '',
      '{"text":"Second one.","__proto__":{"x":1}}',
      '[1,2]',
      '{"text":17}',
      '{"text":null}',
      '{"other":"x"}',
    ]
    const { documents, summary } = await read('a.jsonl', `${lines.join('\r\n')}\r\n`)
    expect(documents.map(({ text, row }) => [text, row])).toEqual([
      ['First one.', 1],
      ['Second one.', 3],
    ])
    expect(documents[0]?.meta).toEqual({ tags: ['a', { b: 1 }], n: 3 })
    expect(Object.keys(documents[1]?.meta ?? {})).toEqual(['__proto__'])
    expect(summary.warnings).toContainEqual({ kind: 'bad-lines', count: 3, lines: [2, 5, 6] })
    expect(summary.warnings).toContainEqual({ kind: 'empty-rows', count: 3, lines: [3, 7, 8] })
    const strings = await read('a.ndjson', '"One."\n"Two."\n')
    expect(strings.documents.map(({ text, meta }) => [text, meta])).toEqual([
      ['One.', null],
      ['Two.', null],
    ])
    expect(strings.summary).toMatchObject({ column: null, columns: null })
  })

  it('READ3: lone surrogates in escapes become replacement characters', async () => {
    const { documents } = await read('a.jsonl', '{"text":"A \\ud83d B \\ud83c\\udf88","k":"\\udc00"}\n')
    expect(documents[0]?.text).toBe('A \ufffd B 🎈')
    expect(documents[0]?.meta).toEqual({ k: '\ufffd' })
  })

  it('READ16: a file without one good line is damaged', async () => {
    const { problem: found, calls } = await problem('a.jsonl', 'not json\nnot json either\n')
    expect(found).toMatchObject({ kind: 'damaged-file', format: 'JSONL' })
    expect(calls).toEqual([])
  })
})

describe('JSON', () => {
  it('READ15: reads an array of objects, of strings, and an object that holds one', async () => {
    const rows = [{ text: 'One {[,"\\ text.' }, { text: 'Two.', n: 1 }, 5]
    for (const [json, names] of [
      [JSON.stringify(rows), 1],
      [JSON.stringify({ version: '1.0', meta: { a: [1, 2] }, few: [{ text: 'no' }], data: rows }, null, 2), 1],
      [` \n${JSON.stringify(rows, null, '\t')} \n`, 1],
    ] as const) {
      const { documents, summary } = await read('a.json', json)
      expect(documents.map(({ text, row }) => [text, row])).toEqual([
        ['One {[,"\\ text.', names],
        ['Two.', 2],
      ])
      expect(summary.warnings).toMatchObject([{ kind: 'bad-lines', count: 1 }])
    }
    const strings = await read('a.json', '["One.", "Two \\"quoted\\"."]')
    expect(strings.documents.map(({ text }) => text)).toEqual(['One.', 'Two "quoted".'])
  })

  it('READ15: an object without such an array is one row', async () => {
    const { documents } = await read('a.json', '{"title":"T","body":"The text of it.","n":{"x":[1]}}')
    expect(documents).toMatchObject([{ row: 1, text: 'The text of it.', meta: { title: 'T', n: { x: [1] } } }])
  })

  it('READ15: a file of JSON lines behind the extension json is read as such', async () => {
    const { documents } = await read('a.json', '{"text":"One."}\n{"text":"Two."}\n')
    expect(documents.map(({ text }) => text)).toEqual(['One.', 'Two.'])
  })

  it('READ15: damaged JSON gives nothing, wherever the damage is', async () => {
    const good = JSON.stringify(Array.from({ length: 200 }, (_, at) => ({ text: `Row ${String(at)}.` })))
    for (const json of [
      good.slice(0, -1),
      good.slice(0, -30),
      good.replace('},{', '}{'),
      good.replace('"Row 150."', 'Row 150.'),
      '[{"text":"a"},]',
      '{"a" "b"}',
      '[,]',
      '{"rows":[{"text":"a"}]',
      '[01]',
    ]) {
      const { problem: found, calls } = await problem('a.json', json)
      expect(found).toMatchObject({ kind: 'damaged-file', format: 'JSON' })
      expect(calls).toEqual([])
    }
  })

  it('READ15: nothing in it, or nothing that could be a text', async () => {
    expect((await problem('a.json', '[]')).problem).toEqual({ kind: 'no-text' })
    expect((await problem('a.json', '{}')).problem).toEqual({ kind: 'no-text' })
    expect((await problem('a.json', '[1,2,3]')).problem).toEqual({ kind: 'no-text-column', columns: [] })
    expect((await problem('a.json', '{"a":1}')).problem).toEqual({ kind: 'no-text-column', columns: ['a'] })
  })

  it('READ15: a large file gives the same rows in any cut', async () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => ({
      id: at,
      text: `Row ${String(at)} \\ "q" {[ äöü 🎈 ${'x'.repeat(at % 90)}`,
    }))
    const { documents } = await read('a.json', JSON.stringify({ rows }))
    expect(documents).toHaveLength(rows.length)
    expect(documents.every(({ text }, at) => text === rows[at]?.text)).toBe(true)
  })
})

describe('preview', () => {
  it('READ13: shows columns, the guess and first rows', async () => {
    const csv = `id,text\n${Array.from({ length: 50 }, (_, at) => `${String(at)},Text number ${String(at)}`).join('\n')}`
    const preview = await previewTable(never, { name: 'a.csv', blob: new Blob([csv]) }, { html: 'main' })
    expect(preview).toMatchObject({ encoding: 'utf-8', columns: ['id', 'text'], column: 'text' })
    expect(preview.rows).toHaveLength(20)
    expect(preview.rows[1]).toEqual(['1', 'Text number 1'])
  })

  it('READ13: reads only the start of a large file, cut rows and all', async () => {
    const row = `{"id":1,"text":"${'Some text. '.repeat(100)}"}`
    for (const [name, text] of [
      ['a.jsonl', `${row}\n`.repeat(9000)],
      ['a.json', `[${`${row},`.repeat(9000)}${row}]`],
      ['a.csv', `id,text\n${`1,"${'Some text. '.repeat(100)}"\n`.repeat(9000)}`],
    ] as const) {
      const preview = await previewTable(never, { name, blob: new Blob([text]) }, { html: 'main' })
      expect(preview.column).toBe('text')
      expect(preview.rows).toHaveLength(20)
    }
  })

  it('READ13: shows nested values and rows of strings as text', async () => {
    const open = (name: string, text: string) => previewTable(never, { name, blob: new Blob([text]) }, { html: 'main' })
    expect((await open('a.json', '[{"text":"a b","tags":[1]}]')).rows).toEqual([['a b', '[1]']])
    expect(await open('a.json', '["One."]')).toMatchObject({ columns: ['text'], column: 'text', rows: [['One.']] })
    await expect(open('a.txt', 'x')).rejects.toMatchObject({ problem: { kind: 'unsupported-kind' } })
  })
})
