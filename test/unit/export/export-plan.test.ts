import { describe, expect, it } from 'vitest'
import { expectedCounts, optionProblems, parseFileName, planExport } from '#core/export/export-plan'
import { createExportWriter } from '#core/export/export-writer'
import { lineText } from '#core/export/line-writer'
import { parseSplitRatio } from '#core/export/split-ratio'
import { STATES } from '#core/synthesis/pair'
import { document, exportPair, options } from './samples'

const SPLIT = { train: 90, validation: 5, test: 5 }

describe('plan of an export', () => {
  it('EXPORT1: takes kept and ready pairs unless told otherwise', () => {
    const writer = createExportWriter(planExport(options()), null)
    for (const state of STATES) writer.addPair(exportPair({ state, instruction: state }))
    expect(writer.summary().counts.states).toEqual([
      { name: 'kept', count: 1 },
      { name: 'ready', count: 1 },
    ])
  })

  it('EXPORT1: what is exported is what was chosen, in the order given', () => {
    const all = [0, 1, 2].flatMap(order =>
      STATES.flatMap(state =>
        (['en', 'zh'] as const).flatMap(language =>
          ['cause', 'summary'].map(task =>
            exportPair(
              { state, language, task, id: `${order}-${state}-${language}-${task}`, instruction: `${order}` },
              document(order),
            ),
          ),
        ),
      ),
    )
    const chosen = options({ states: ['unsure', 'kept'], documents: [0, 2], tasks: ['cause'], languages: ['zh'] })
    const writer = createExportWriter(planExport(chosen), null)
    const ids = all.flatMap(pair => writer.addPair(pair)).map(({ line }) => /"id":"([^"]+)"/.exec(lineText(line))?.[1])
    expect(ids).toEqual(['0-unsure-zh-cause', '0-kept-zh-cause', '2-unsure-zh-cause', '2-kept-zh-cause'])
  })

  it('EXPORT1: the same pairs give the same bytes, with no word of the time', () => {
    const write = () => {
      const writer = createExportWriter(planExport(options()), null)
      return [exportPair(), exportPair({ instruction: 'Why?' })].flatMap(pair => writer.addPair(pair))
    }
    expect(write()).toEqual(write())
    expect(
      write()
        .map(({ line }) => lineText(line))
        .join(''),
    ).not.toMatch(/time|date|created/i)
  })

  it('EXPORT1: counts before writing agree with counts after', () => {
    const pairs = [
      exportPair({ state: 'ready', task: 'cause' }),
      exportPair({ state: 'kept', task: 'cause', language: 'zh' }),
      exportPair({ state: 'failed', task: 'cause' }),
    ]
    const tallies = pairs.map(({ pair: { state, task, language } }) => ({ state, task, language, count: 1 }))
    const writer = createExportWriter(planExport(options()), null)
    for (const pair of pairs) writer.addPair(pair)
    const before = expectedCounts(options(), tallies)
    expect(before).toEqual({ ...writer.summary().counts, withoutPassage: null })
    expect(expectedCounts(options({ format: 'text' }), tallies).rows).toBeNull()
  })

  it('EXPORT6: names a file for each share of a split', () => {
    const names = (more: Parameters<typeof options>[0]) => planExport(options(more)).files.map(({ name }) => name)
    expect(names({ name: 'my data' })).toEqual(['my data.jsonl'])
    expect(names({ split: SPLIT })).toEqual(['dataset.train.jsonl', 'dataset.validation.jsonl', 'dataset.test.jsonl'])
    expect(names({ split: { train: 80, validation: 0, test: 20 }, compression: 'gzip' })).toEqual([
      'dataset.train.jsonl.gz',
      'dataset.test.jsonl.gz',
    ])
    const pack = options({ pack: { title: '', licence: 'mit' }, compression: 'gzip' })
    expect(planExport(pack)).toMatchObject({ archive: 'dataset.zip', files: [{ name: 'dataset.jsonl' }] })
  })

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['a[1]*?.b', 'a-1-.b'],
    ['  .hidden. ', 'hidden'],
    ['手册', '手册'],
  ])('EXPORT6: the name %j is written as %j', (name, file) => {
    expect(planExport(options({ name })).files[0]?.name).toBe(`${file}.jsonl`)
  })

  it('EXPORT9: says what has to be settled first; a licence is never assumed', () => {
    expect(optionProblems(options())).toEqual([])
    expect(
      optionProblems(
        options({
          name: '..',
          states: [],
          split: { train: 90, validation: 5, test: 6 },
          pack: { title: 'T', licence: ' ' },
        }),
      ),
    ).toEqual(['name-missing', 'no-state', 'split-not-100', 'licence-missing'])
    expect(optionProblems(options({ format: 'passages', states: [] }))).toEqual([])
  })

  it.each([
    ['90/5/5', SPLIT],
    ['80 / 0 / 20', { train: 80, validation: 0, test: 20 }],
    ['99.8/0.1/0.1', { train: 99.8, validation: 0.1, test: 0.1 }],
    ['90/10', null],
    ['90/5/6', null],
    ['110/-5/-5', null],
    ['a/b/c', null],
    ['90//10', null],
  ])('EXPORT6: %s is read as a split or refused', (text, ratio) => {
    expect(parseSplitRatio(text)).toEqual(ratio)
  })

  it.each([
    ['data.jsonl', { name: 'data', compression: 'none' }],
    ['data.v2.jsonl.gz', { name: 'data.v2', compression: 'gzip' }],
    ['data', { name: 'data', compression: 'none' }],
  ])('EXPORT6: the ending of %s tells name and compression', (file, parts) => {
    expect(parseFileName(file)).toEqual(parts)
  })
})
