import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readFile } from '#files/read-file'
import { CollectingSink, problem, read, textOf } from './collect'

function gzip(text: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(gzipSync(text))
}

/** Text that hardly packs. */
function noise(length: number): string {
  let state = 1
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647
    return String.fromCharCode(0x61 + (state % 26))
  }).join('')
}

describe('gzip', () => {
  it('READ9: unpacks text kinds by the name inside', async () => {
    expect(await textOf('a.txt.gz', gzip('Packed text.\r\n'))).toBe('Packed text.\r\n')
    expect(await textOf('notes.gz', gzip('Packed text.'))).toBe('Packed text.')
    const rows = await read('a.jsonl.gz', gzip('{"text":"One."}\n{"text":"Two."}\n'))
    expect(rows.documents.map(({ text }) => text)).toEqual(['One.', 'Two.'])
    const table = await read('a.tsv.gz', gzip('id\ttext\n1\tOne, two.\n'))
    expect(table.documents[0]?.text).toBe('One, two.')
    expect((await read('a.html.gz', gzip('<p>Hello <b>there</b></p>'))).documents[0]?.text).toBe('Hello there')
  })

  it('READ9: unpacks a large file in full', async () => {
    const text = `${noise(50_000)}\n`.repeat(60)
    const { documents, summary } = await read('a.txt.gz', gzip(text))
    expect(documents[0]?.text).toBe(text)
    expect(summary.warnings).toEqual([])
  })

  it('READ9: gives what unpacks of a file that ends too early, and says so', async () => {
    const text = `${noise(300_000)} end`
    const packed = gzip(text)
    const { documents, summary } = await read('a.txt.gz', packed.slice(0, packed.length >> 1))
    const got = documents[0]?.text ?? ''
    expect(text.startsWith(got)).toBe(true)
    expect(got.length).toBeGreaterThan(100_000)
    expect(summary.warnings).toEqual([{ kind: 'truncated', decodedBytes: got.length }])
    const tail = await read('b.txt.gz', packed.slice(0, -3))
    expect(tail.documents[0]?.text).toBe(text)
    expect(tail.summary.warnings).toEqual([{ kind: 'truncated', decodedBytes: text.length }])
  })

  it('READ9: keeps whole rows of a table that ends too early', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => JSON.stringify({ text: `${String(at)} ${noise(50 + at)}` }))
    const packed = gzip(rows.join('\n'))
    const { documents, summary } = await read('a.jsonl.gz', packed.slice(0, packed.length - 5000))
    expect(documents.length).toBeGreaterThan(1000)
    expect(documents.every(({ text }, at) => rows[at] === JSON.stringify({ text }))).toBe(true)
    expect(summary.warnings.map(({ kind }) => kind)).toContain('truncated')
  })

  it('READ9: refuses a file that unpacks beyond the limit before anything is handed out', async () => {
    const bomb = gzip(new Uint8Array(50_000_000).fill(0x61))
    expect(bomb.length).toBeLessThan(100_000)
    const { problem: found, calls } = await problem('a.txt.gz', bomb, { limits: { decoded: 10_000_000 } })
    expect(found).toEqual({ kind: 'too-large', limitBytes: 10_000_000 })
    expect(calls).toEqual([])
  })

  it('READ20: stops within a moment when cancelled while a small file unpacks to a large one', async () => {
    const control = new AbortController()
    const blob = new Blob([gzip(new Uint8Array(100_000_000).fill(0x61))])
    const reading = readFile(control.signal, { name: 'a.txt.gz', blob }, { html: 'main' }, new CollectingSink())
    setTimeout(() => {
      control.abort()
    })
    await expect(reading).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
  })

  it('READ9: a file that is no gzip is damaged', async () => {
    expect((await problem('a.txt.gz', 'This is not gzip at all.')).problem).toMatchObject({
      kind: 'damaged-file',
      format: 'gzip',
    })
    expect((await problem('a.txt.gz', gzip(''))).problem).toEqual({ kind: 'empty-file' })
  })

  it('READ9: packed binaries are of no known kind', async () => {
    const tar = new Uint8Array(1024)
    tar.set(new TextEncoder().encode('file.txt'))
    expect((await problem('a.tar.gz', gzip(tar))).problem).toEqual({ kind: 'unsupported-kind', extension: 'tar' })
  })
})
