import { describe, expect, it } from 'vitest'
import type { Source } from '#core/ports/project-store'
import { alreadyHere } from '#features/sources/use-adding'
import { nameFrom } from '#features/sources/paste-dialog'
import { readSize } from '#features/sources/cut-editor'
import { countGroups, filterSources, totalsOf } from '#features/sources/source-filter'
import { fakeProject } from '#test/screens/fake-data'

const [base] = fakeProject({ sources: 1, pairs: 0 }).sources
const source = (id: number, more: Partial<Source> = {}): Source => ({ ...(base ?? expect.fail()), id, ...more })
const SOURCES = [
  source(1, { name: 'b/Lighthouse.md', passages: 3, characters: 10 }),
  source(2, { name: 'gone.txt', removed: true }),
  source(3, { name: 'scan.pdf', documents: 0, passages: 0, characters: 0, problem: { kind: 'pdf-encrypted' } }),
  source(4, {
    name: 'faq.csv',
    documents: 20,
    passages: 25,
    characters: 90,
    warnings: [{ kind: 'truncated', decodedBytes: 1 }],
  }),
  source(5, { name: 'copy.md', documents: 0, passages: 0, problem: { kind: 'already-here', name: 'x', row: null } }),
  source(6, { name: 'half.pdf', problem: { kind: 'cancelled' } }),
]

describe('groups of sources', () => {
  it('each stands in one, and a repeated text is no failure', () => {
    expect(countGroups(SOURCES)).toEqual({ all: 6, attention: 2, failed: 1, repeated: 1, removed: 1 })
  })

  it('finds by a part of the name, without regard to case, removed ones last', () => {
    expect(filterSources(SOURCES, 'all', ' LIGHT ').map(one => one.id)).toEqual([1])
    expect(filterSources(SOURCES, 'all', '').map(one => one.id)).toEqual([1, 3, 4, 5, 6, 2])
    expect(filterSources(SOURCES, 'attention', '').map(one => one.id)).toEqual([4, 6])
  })

  it('sums only what is there to write from', () => {
    expect(totalsOf(SOURCES)).toMatchObject({ sources: 3, documents: 22 })
    expect(totalsOf([])).toEqual({ sources: 0, documents: 0, passages: 0, characters: 0 })
  })
})

describe('texts that are here already', () => {
  it('are told with their place', () => {
    expect(
      alreadyHere([
        { name: 'a.md', source: 1, documents: 1, problem: null },
        { name: 'b.md', source: 2, documents: 0, problem: { kind: 'already-here', name: 'faq.csv', row: 7 } },
        { name: 'c.md', source: 3, documents: 0, problem: { kind: 'empty-file' } },
      ]),
    ).toEqual([{ given: 'b.md', name: 'faq.csv', row: 7 }])
  })
})

describe('the name of a pasted text', () => {
  it.each([
    ['\n\n## Fuel and flame\n\nCoal …', 'Fuel and flame'],
    ['  > a/b\\c  \n', 'a b c'],
    ['', 'Pasted text'],
    [' \n---\n', 'Pasted text'],
    ['灯塔的历史\n从前', '灯塔的历史'],
  ])('%j is %s', (text, name) => expect(nameFrom(text, 'Pasted text')).toBe(name))

  it('is short, and never splits a character', () => {
    const name = nameFrom('😀'.repeat(100), 'x')
    expect(name).toBe(`${'😀'.repeat(48)}…`)
  })
})

describe('sizes of passages', () => {
  it.each([
    ['600', 600],
    ['20', 20],
    ['19', null],
    ['32001', null],
    ['6.5', null],
    ['', null],
    ['abc', null],
  ])('%j reads as %s', (text, size) => expect(readSize(text)).toBe(size))
})
