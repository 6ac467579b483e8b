import { describe, expect, it } from 'vitest'
import { ProblemError, problemOf } from '#core/problem'
import { readFile } from '#files/read-file'
import { CollectingSink, problem, read, textOf } from './collect'

const HTML_OPTIONS = { html: 'main' } as const

describe('plain text', () => {
  it('READ1: takes text of any kind, whatever its extension', async () => {
    for (const name of ['a.txt', 'b.md', 'c.rst', 'd.tex', 'e.log', 'f.py', 'g.weird', 'README', 'h.tar.notes']) {
      const { summary, documents } = await read(name, '# Head\n\nBody.\n')
      expect(summary).toEqual({
        kind: 'text',
        encoding: 'utf-8',
        column: null,
        columns: null,
        documents: 1,
        warnings: [],
      })
      expect(documents).toEqual([{ name, row: null, title: null, pages: null, meta: null, text: '# Head\n\nBody.\n' }])
    }
  })

  it('READ3: keeps every character but the byte order mark', async () => {
    const text = '\r\nA\r\nB\rC\n\n  e\u0301 \u00e9 \ufb01 \u200b\t\u00a0\u2028 🎈\u0001 end \ufeff.\r\n'
    expect(await textOf('a.txt', `\ufeff${text}`)).toBe(text)
    expect(await textOf('a.txt', text)).toBe(text)
  })

  it('READ2: refuses an empty file, and one with white space only, before anything is handed out', async () => {
    expect(await problem('a.txt', '')).toEqual({ problem: { kind: 'empty-file' }, calls: [] })
    expect(await problem('a.txt', ' \n\t\r\n\u3000\u00a0 ')).toEqual({ problem: { kind: 'no-text' }, calls: [] })
    expect(await problem('a.txt', '\ufeff')).toEqual({ problem: { kind: 'no-text' }, calls: [] })
    const spaces = new Uint8Array(3 << 20).fill(0x20)
    expect(await problem('a.txt', spaces)).toEqual({ problem: { kind: 'no-text' }, calls: [] })
  })

  it('READ7: hands a large text on in well-formed pieces that join to the text', async () => {
    const text = `${'Zeile mit Umlaut ä und Ballon 🎈.\n'.repeat(90_000)}end`
    const sink = new CollectingSink()
    const summary = await readFile(
      new AbortController().signal,
      { name: 'a.txt', blob: new Blob([text]) },
      { ...HTML_OPTIONS },
      sink,
    )
    expect(summary.documents).toBe(1)
    expect(sink.calls[0]).toBe('begin')
    expect(sink.calls.at(-1)).toBe('end')
    expect(sink.pieces.length).toBeGreaterThan(1)
    expect(sink.pieces.every(piece => piece.isWellFormed() && piece !== '' && piece.length <= 4 << 20)).toBe(true)
    expect(sink.pieces.join('')).toBe(text)
    const phases = sink.seen.map(({ phase }) => phase)
    expect(new Set(phases)).toEqual(new Set(['checking', 'reading']))
    const { bytes, total } = sink.seen.at(-1) ?? { bytes: 0, total: 1 }
    expect(bytes).toBe(total)
  })

  it('READ8: refuses a text above the limit before anything is handed out', async () => {
    const limits = { decoded: 1000 }
    expect(await problem('a.txt', 'x'.repeat(1001), { limits })).toEqual({
      problem: { kind: 'too-large', limitBytes: 1000 },
      calls: [],
    })
    expect((await problem('a.txt', 'x'.repeat(1000), { limits })).problem).toBeNull()
  })

  it('READ6: tells a binary file behind a text extension', async () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(100).fill(0x41))
    expect((await problem('a.txt', png)).problem).toEqual({ kind: 'binary-file' })
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)
    expect((await problem('a.txt', noise)).problem).toEqual({ kind: 'binary-file' })
    const withNul = `${'Plain text. '.repeat(20)}\0${'more '.repeat(20)}`
    expect((await problem('a.md', withNul)).problem).toEqual({ kind: 'binary-file' })
    const controls = Uint8Array.from({ length: 4000 }, (_, at) => (at % 20 === 0 ? 0x02 : 0x61))
    expect((await problem('a.log', controls)).problem).toEqual({ kind: 'binary-file' })
    const undecodable = Uint8Array.from({ length: 4000 }, (_, at) => 0x80 + ((at * 37) % 128))
    expect((await problem('a.txt', undecodable)).problem).toEqual({ kind: 'binary-file' })
  })

  it('READ6: names the extension of a binary file of unknown kind', async () => {
    const bytes = Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0)
    expect((await problem('a.xlsx', bytes)).problem).toEqual({ kind: 'unsupported-kind', extension: 'xlsx' })
    expect((await problem('folder.d/a.EPUB', bytes)).problem).toEqual({ kind: 'unsupported-kind', extension: 'epub' })
  })

  it('READ20: says that the file is gone when its bytes cannot be read any more', async () => {
    for (const name of ['NotFoundError', 'NotReadableError']) {
      const blob = new Blob(['text'])
      const gone = () => Promise.reject(new DOMException('gone', name))
      Object.assign(blob, { arrayBuffer: gone, slice: () => ({ arrayBuffer: gone }) })
      expect((await problem('a.txt', blob)).problem).toEqual({ kind: 'file-gone' })
    }
  })

  it('READ7: takes a document back when the file goes away half-way', async () => {
    const real = new Blob(['x'.repeat(20 << 20)])
    let slices = 0
    const blob = new Blob(['x'.repeat(20 << 20)])
    Object.assign(blob, {
      slice: (start: number, end: number) => {
        slices += 1
        // The check reads ten slices, the reading fails in its third.
        if (slices > 12) return { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }
        return real.slice(start, end)
      },
    })
    const { problem: found, calls } = await problem('a.txt', blob)
    expect(found).toEqual({ kind: 'file-gone' })
    expect(calls).toEqual(['begin', 'text', 'text', 'discard'])
  })

  it('READ20: stops when cancelled, and takes the document back', async () => {
    const control = new AbortController()
    class Cancelling extends CollectingSink {
      override text(piece: string): void {
        super.text(piece)
        control.abort()
      }
    }
    const sink = new Cancelling()
    const blob = new Blob(['y'.repeat(12 << 20)])
    const reading = readFile(control.signal, { name: 'a.txt', blob }, HTML_OPTIONS, sink)
    const thrown = await reading.catch((failure: unknown) => failure)
    expect(problemOf(thrown)).toEqual({ kind: 'cancelled' })
    expect(sink.calls).toEqual(['begin', 'text', 'discard'])
    const early = readFile(AbortSignal.abort(), { name: 'a.txt', blob }, HTML_OPTIONS, sink)
    await expect(early).rejects.toBeInstanceOf(ProblemError)
  })

  it('READ7: takes a document back when the sink fails, and lets its failure through', async () => {
    class Failing extends CollectingSink {
      override text(): void {
        throw new ProblemError({ kind: 'quota-full' })
      }
    }
    const sink = new Failing()
    const blob = new Blob(['y'.repeat(2 << 20)])
    const thrown = await readFile(new AbortController().signal, { name: 'a', blob }, HTML_OPTIONS, sink).catch(
      (failure: unknown) => failure,
    )
    expect(problemOf(thrown)).toEqual({ kind: 'quota-full' })
    expect(sink.calls).toEqual(['begin', 'discard'])
  })
})
