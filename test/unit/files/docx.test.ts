import { describe, expect, it } from 'vitest'
import { buildDocx, bullet, paragraph, table } from './build-docx'
import { problem, read, textOf } from './collect'

describe('Word files', () => {
  it('READ19: keeps headings, paragraphs, lists, tables and notes', async () => {
    const core = `<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Lamps &amp; logs</dc:title></cp:coreProperties>`
    const note = '<w:p><w:r><w:t>With a note</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    const body = [
      paragraph('The whole', 'T'),
      paragraph('Part one', '1'),
      paragraph('First &lt;b&gt; &amp; second.'),
      paragraph('Part 1.1', '2'),
      bullet('Oil'),
      bullet('Wick'),
      table([
        ['Lamp', 'Hours'],
        ['Small', '6'],
      ]),
      '<w:p><w:r><w:t>Line</w:t><w:br/><w:t>break</w:t></w:r></w:p>',
      note,
    ].join('')
    const { documents, summary } = await read('a.docx', buildDocx(body, { 'docProps/core.xml': core }))
    expect(summary).toMatchObject({ kind: 'docx', encoding: null, warnings: [] })
    expect(documents[0]?.title).toBe('Lamps & logs')
    expect(documents[0]?.text).toBe(
      [
        '# The whole',
        '# Part one',
        'First <b> & second.',
        '## Part 1.1',
        '- Oil\n- Wick',
        'Lamp | Hours\nSmall | 6',
        'Line\nbreak',
        'With a note[1]',
        '1. A note.',
      ].join('\n\n'),
    )
  })

  it('READ19: leaves pictures packed', async () => {
    // Bytes that would fail to unpack if anything touched them.
    const docx = buildDocx(paragraph('Text.'), { 'word/media/image1.png': new Uint8Array(100).fill(7) })
    expect(await textOf('a.docx', docx)).toBe('Text.')
  })

  it('READ19: refuses a small file that would unpack to a huge one', async () => {
    const bomb = buildDocx(paragraph('x'.repeat(8_000_000)))
    expect(bomb.length).toBeLessThan(20_000)
    expect(await problem('a.docx', bomb, { limits: { inMemory: 8_000_000 } })).toEqual({
      problem: { kind: 'too-large', limitBytes: 1_000_000 },
      calls: [],
    })
  })

  it('READ19: a file that lies about its sizes does not unpack further than it says', async () => {
    const docx = buildDocx(paragraph('y'.repeat(3_000_000)))
    const view = new DataView(docx.buffer)
    for (let at = 0; at + 46 < docx.length; at++) {
      // Central directory records: the stated size of every part becomes 1000 bytes.
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
    }
    const { problem: found, calls } = await problem('a.docx', docx)
    expect(found).toMatchObject({ kind: 'damaged-file', format: 'DOCX' })
    expect(calls).toEqual([])
  })

  it('READ19: entities of its own making do not expand', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('Text &b;')}</w:body></w:document>`
    const { problem: found } = await problem('a.docx', buildDocx('', { 'word/document.xml': bomb }))
    const text = found === null ? await textOf('a.docx', buildDocx('', { 'word/document.xml': bomb })) : ''
    expect(text).not.toContain('aaaaaaaaaa')
  })

  it('READ19: damaged, locked, old and empty files say so', async () => {
    const good = buildDocx(paragraph('Text.'))
    for (const bytes of [
      good.slice(0, good.length >> 1),
      new TextEncoder().encode('not a zip file at all'),
      buildDocx('', { 'word/document.xml': '<w:document><broken' }),
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
    ]) {
      expect((await problem('a.docx', bytes)).problem).toMatchObject({ kind: 'damaged-file', format: 'DOCX' })
    }
    expect((await problem('a.docx', buildDocx(paragraph('  ')))).problem).toEqual({ kind: 'no-text' })
    expect((await problem('a.docx', '')).problem).toEqual({ kind: 'empty-file' })
  })
})
