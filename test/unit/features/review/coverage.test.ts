import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '#core/documents/passage'
import type { Cut, PassageTally } from '#core/ports/project-store'
import type { PlanItem } from '#core/run/run'
import { countLevels, coverageOf, placeOf, sectionsOf, thinCells, writtenItems } from '#features/review/coverage'
import { topUpRequest } from '#features/review/top-up-request'
import { fakeRun } from '#test/screens/fake-data'

function cutOf(count: number, headings: (at: number) => readonly string[] = () => []): Cut {
  const passages: readonly Passage[] = Array.from({ length: count }, (_, at) => ({
    start: at * 100,
    end: at * 100 + 100,
    headings: headings(at),
    language: 'en',
  }))
  return { document: 3, settings: { target: 600, maximum: 1000 }, passages }
}

const tally = (start: number, state: PassageTally['state'], count = 1, task = 'cause'): PassageTally => ({
  start,
  state,
  count,
  task,
})

describe('coverage', () => {
  it('COVER1: a passage counts its kept and ready pairs; without any it is failed, empty or not written', () => {
    const tallies = [
      tally(0, 'ready'),
      tally(100, 'kept', 2),
      tally(100, 'ready'),
      tally(200, 'ready', 4),
      tally(300, 'failed', 5),
      tally(300, 'unsure'),
      tally(300, 'dropped'),
    ]
    const written = new Map([[400, [{ run: 1, position: 0 }]]])
    const cells = coverageOf(cutOf(6), tallies, written, '')
    expect(cells.map(cell => [cell.usable, cell.pairs, cell.level])).toEqual([
      [1, 1, 'one'],
      [3, 3, 'few'],
      [4, 4, 'many'],
      [0, 7, 'unusable'],
      [0, 0, 'empty'],
      [0, 0, 'unwritten'],
    ])
    expect(countLevels(cells)).toEqual({ unwritten: 1, empty: 1, unusable: 1, one: 1, few: 1, many: 1 })
  })

  it('COVER1: of one task only its pairs count, and a passage with others is not called unwritten', () => {
    const cells = coverageOf(cutOf(2), [tally(0, 'ready'), tally(0, 'ready', 2, 'list')], null, 'list')
    expect(cells.map(cell => cell.usable)).toEqual([2, 0])
    expect(coverageOf(cutOf(1), [tally(0, 'ready')], null, 'list')[0]?.level).toBe('empty')
  })

  it('COVER2: pairs of an older cut count for the passage that holds their start', () => {
    const cells = coverageOf(
      cutOf(3),
      [tally(50, 'ready'), tally(199, 'ready'), tally(200, 'ready'), tally(900, 'ready')],
      null,
      '',
    )
    expect(cells.map(cell => cell.usable)).toEqual([1, 1, 1])
  })

  it('COVER2: every place of a document is found in the passage that holds it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), fc.nat(200), (lengths, place) => {
        let start = 0
        const passages: Passage[] = lengths.map(length => {
          start += length
          return { start: start - length, end: start, headings: [], language: 'en' }
        })
        expect(placeOf({ passages }, place)).toBe(passages.findIndex(one => place >= one.start && place < one.end))
      }),
    )
  })

  it('COVER3: sections follow the headings, and higher ones where there are too many', () => {
    const chapters = sectionsOf(
      coverageOf(
        cutOf(6, at => ['Book', at < 4 ? 'One' : 'Two', `${Math.floor(at / 2)}`]),
        [],
        null,
        '',
      ),
    )
    expect(chapters.map(({ path, cells }) => [path.at(-1), cells.length])).toEqual([
      ['0', 2],
      ['1', 2],
      ['2', 2],
    ])
    const long = sectionsOf(
      coverageOf(
        cutOf(10_000, at => ['Book', `Part ${Math.floor(at / 500)}`, `${at}`]),
        [],
        null,
        '',
      ),
    )
    expect(long).toHaveLength(20)
    expect(long.flatMap(section => section.cells)).toHaveLength(10_000)
    expect(
      sectionsOf(
        coverageOf(
          cutOf(300, at => [`${at}`]),
          [],
          null,
          '',
        ),
      ),
    ).toHaveLength(1)
    expect(sectionsOf([])).toEqual([])
  })

  it('COVER3: a map of 10,000 passages is made in a fraction of a second', () => {
    const cut = cutOf(10_000)
    const tallies = cut.passages.flatMap(({ start }) => [tally(start, 'ready', 2), tally(start, 'failed')])
    const before = performance.now()
    expect(countLevels(coverageOf(cut, tallies, null, '')).few).toBe(10_000)
    expect(performance.now() - before).toBeLessThan(300)
  })

  it('COVER4: what chosen runs have settled is known by passage, over plans of any length', async () => {
    const cut = cutOf(3)
    const items: readonly PlanItem[] = Array.from({ length: 5_000 }, (_, position) => ({
      position,
      chain: position,
      round: 0,
      document: position % 2 === 0 ? 3 : 4,
      start: position === 4_998 ? 150 : 0,
      end: 50,
      headings: [],
      language: 'en',
    }))
    const run = fakeRun({ total: 5_000, chosen: true })
    const found = await writtenItems(
      { aborted: false },
      {
        runs: () => Promise.resolve([run, { ...run, sequence: 2, chosen: false }]),
        planItems: (_run, from, limit) => Promise.resolve(items.slice(from, from + limit)),
        settledPositions: () => Promise.resolve([0, 1, 4_998]),
      },
      cut,
    )
    expect([...found]).toEqual([
      [0, [{ run: 1, position: 0 }]],
      [100, [{ run: 1, position: 4_998 }]],
    ])
  })

  it('COVER5: topping up takes what has too few usable pairs; by rules only what is not written yet', () => {
    const cells = coverageOf(cutOf(4), [tally(0, 'ready', 3), tally(100, 'ready'), tally(200, 'failed')], null, '')
    expect(thinCells(cells, 1, false).map(cell => cell.at)).toEqual([2, 3])
    expect(thinCells(cells, 2, false).map(cell => cell.at)).toEqual([1, 2, 3])
    expect(thinCells(cells, 2, true).map(cell => cell.at)).toEqual([3])
  })

  it('COVER5: a model writes with a seed that is new, rules with the usual one and the task that is thin', () => {
    const places = [{ document: 3, start: 100 }]
    const runs = [fakeRun({ request: { ...fakeRun().request, seed: 5 } })]
    const model = { id: 'qwen', engine: 'wllama' as const }
    const byModel = topUpRequest({ rules: false, model, recipe: 'summary', version: 'v' }, 3, places, runs)
    expect(byModel).toMatchObject({
      synthesizer: 'chat',
      model: 'qwen',
      recipeVersion: 'v',
      seed: 6,
      documents: [3],
      places,
    })
    expect(topUpRequest({ rules: true, task: 'cause' }, 3, places, runs)).toMatchObject({
      synthesizer: 'rules',
      tasks: ['cause'],
      seed: 1,
      places,
    })
    expect(topUpRequest({ rules: true, task: 'comprehension' }, 3, places, runs).tasks).toEqual([])
  })
})
