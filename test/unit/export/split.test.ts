import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planExport } from '#core/export/export-plan'
import type { ExportPair } from '#core/export/export-row'
import { createExportWriter } from '#core/export/export-writer'
import { lineText } from '#core/export/line-writer'
import { createSplitPass } from '#core/export/split-pass'
import { createSplitPlanner, type SplitPlan } from '#core/export/split-plan'
import type { SplitItem } from '#core/export/split-item'
import type { SplitRatio } from '#core/export/split-ratio'
import { shingles } from '#core/text/shingles'
import { document, exportPair, options } from './samples'

const RATIO: SplitRatio = { train: 90, validation: 5, test: 5 }

/** Words that no other pair shares. */
const own = (label: string) => Array.from({ length: 12 }, (_, place) => `${label}x${place}`).join(' ')

function item(document: number, start: number, place = 0, text = own(`d${document}s${start}p${place}`)): SplitItem {
  return { id: `${document}-${start}-${place}`, document, start, end: start + 100, text }
}

function corpus(documents: number, passages: number, pairs: number): SplitItem[] {
  return Array.from({ length: documents }, (_, d) =>
    Array.from({ length: passages }, (_, s) => Array.from({ length: pairs }, (_, p) => item(d, s * 100, p))),
  ).flat(2)
}

const pause = () => Promise.resolve()

function planOf(items: readonly SplitItem[], seed = 1, ratio = RATIO): Promise<SplitPlan> {
  const planner = createSplitPlanner(ratio, seed)
  for (const each of items) planner.add(each)
  return planner.plan(pause)
}

function sides(items: readonly SplitItem[], plan: SplitPlan): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { id } of items) {
    const side = plan.sideOf(id) ?? 'none'
    counts[side] = (counts[side] ?? 0) + 1
  }
  return counts
}

function jaccard(a: string, b: string): number {
  const x = new Set(shingles(a))
  const y = new Set(shingles(b))
  const common = [...x].filter(hash => y.has(hash)).length
  return common / (x.size + y.size - common)
}

describe('split', () => {
  it('EXPORT6: no document lies in both train and test', async () => {
    const items = corpus(40, 5, 3)
    const plan = await planOf(items)
    expect(plan.summary).toEqual({ by: 'document', documents: 40, repeated: 0, moved: 0 })
    for (let d = 0; d < 40; d++) {
      expect(new Set(items.filter(({ document }) => document === d).map(({ id }) => plan.sideOf(id))).size).toBe(1)
    }
    expect(sides(items, plan)).toEqual({ train: 540, validation: 30, test: 30 })
  })

  it('EXPORT6: with fewer than ten documents, contiguous sections of passages stay together', async () => {
    const items = corpus(2, 60, 3)
    const plan = await planOf(items)
    expect(plan.summary.by).toBe('section')
    for (const d of [0, 1]) {
      const bySection = Array.from({ length: 60 }, (_, s) => {
        const found = new Set([0, 1, 2].map(p => plan.sideOf(`${d}-${s * 100}-${p}`)))
        expect(found.size).toBe(1)
        return [...found][0]
      })
      // Runs of one side: few changes, because sections are contiguous.
      expect(bySection.filter((side, s) => s > 0 && side !== bySection[s - 1]).length).toBeLessThanOrEqual(4)
    }
    const { train = 0, validation = 0, test = 0 } = sides(items, plan)
    expect(train).toBeGreaterThan(300)
    expect(validation).toBeGreaterThan(0)
    expect(test).toBeGreaterThan(0)
  })

  it('EXPORT6: a section does not end inside a passage of another cut', async () => {
    const items = [0, 100, 200, 300].map(start => item(0, start))
    const bridge = { ...item(0, 50), end: 250 }
    const plan = await planOf([...items, bridge], 1, { train: 50, validation: 0, test: 50 })
    const side = plan.sideOf('0-50-0')
    expect(['0-0-0', '0-100-0', '0-200-0'].map(id => plan.sideOf(id))).toEqual([side, side, side])
  })

  it('EXPORT7: three passages are enough for three sides; one row goes to train', async () => {
    expect(sides(corpus(1, 3, 2), await planOf(corpus(1, 3, 2)))).toEqual({ train: 2, validation: 2, test: 2 })
    expect(sides(corpus(1, 2, 2), await planOf(corpus(1, 2, 2)))).toEqual({ train: 2, test: 2 })
    expect(sides(corpus(1, 1, 1), await planOf(corpus(1, 1, 1)))).toEqual({ train: 1 })
    expect((await planOf([])).summary.documents).toBe(0)
  })

  it('EXPORT7: a document of half of all rows does not become the test set', async () => {
    const items = [...corpus(20, 1, 5), ...Array.from({ length: 100 }, (_, p) => item(99, 0, p))]
    for (let seed = 0; seed < 20; seed++) expect((await planOf(items, seed)).sideOf('99-0-0')).toBe('train')
  })

  it('EXPORT7: the same rows and seed give the same sides, another seed gives others', async () => {
    const items = corpus(60, 2, 2)
    const all = async (seed: number) => {
      const plan = await planOf(items, seed)
      return items.map(({ id }) => plan.sideOf(id)).join()
    }
    const [first, again, other] = [await all(1), await all(1), await all(2)]
    expect(first).toBe(again)
    expect(first).not.toBe(other)
  })

  it('EXPORT8: documents that repeat each other lie whole on one side', async () => {
    for (let seed = 0; seed < 30; seed++) {
      const items = corpus(20, 2, 3)
      const copies = items
        .filter(({ document }) => document === 4)
        .map(each => ({ ...each, document: 20, id: `c${each.id}` }))
      const fresh = item(20, 900)
      const plan = await planOf([...items, ...copies, fresh], seed)
      expect(new Set([...copies, fresh, item(4, 0)].map(({ id }) => plan.sideOf(id))).size).toBe(1)
      expect(plan.summary).toMatchObject({ repeated: 6, moved: 0 })
    }
  })

  it('EXPORT8: a row repeated in every document stays on the side of the first, the rest stays by document', async () => {
    const items = corpus(40, 2, 3)
    const common = Array.from({ length: 40 }, (_, d) =>
      item(d, 0, 9, 'What is this passage about? It is about valves.'),
    )
    const plan = await planOf([...items, ...common])
    expect(new Set(common.map(({ id }) => plan.sideOf(id))).size).toBe(1)
    expect(plan.summary.repeated).toBe(39)
    expect(plan.summary.moved).toBeGreaterThan(0)
    expect(plan.summary.moved).toBeLessThan(40)
    expect(Object.keys(sides(items, plan)).sort()).toEqual(['test', 'train', 'validation'])
  })

  it('EXPORT8: rows that half of all rows repeat do not swell a small side', async () => {
    for (let seed = 0; seed < 30; seed++) {
      const items = corpus(40, 2, 2)
      const common = Array.from({ length: 160 }, (_, n) =>
        item(n % 40, 0, 100 + n, 'What is this about? It is about valves.'),
      )
      const plan = await planOf([...items, ...common], seed)
      const { test = 0, validation = 0 } = sides([...items, ...common], plan)
      expect(test).toBeLessThanOrEqual(32)
      expect(validation).toBeLessThanOrEqual(32)
      expect(new Set(common.map(({ id }) => plan.sideOf(id))).size).toBe(1)
    }
  })

  it('EXPORT8: no two near-duplicates lie on different sides, whatever the rows', async () => {
    const texts = fc.tuple(fc.nat(6), fc.nat(3)).map(([base, change]) => {
      const list = own(`t${base}`).split(' ')
      if (change > 0) list[list.length - 1] = `y${change}`
      return list.join(' ')
    })
    const rows = fc.array(fc.record({ document: fc.nat(14), start: fc.nat(5), text: texts }), {
      minLength: 5,
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(1000), async (found, seed) => {
        const items = found.map(({ document, start, text }, place) => item(document, start * 100, place, text))
        const plan = await planOf(items, seed, { train: 60, validation: 20, test: 20 })
        for (const a of items) {
          for (const b of items) {
            if (jaccard(a.text, b.text) >= 0.8) expect(plan.sideOf(a.id)).toBe(plan.sideOf(b.id))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('EXPORT6: two passes over the same stream write every row once, each side in the order given', async () => {
    const plan = planExport(options({ split: RATIO, format: 'records' }))
    const pairs: ExportPair[] = corpus(30, 2, 2).map(({ id, document: order, start, end, text }) =>
      exportPair({ id, instruction: text, passage: { start, end, headings: [] } }, document(order)),
    )
    const pass = createSplitPass(plan, RATIO)
    for (const each of pairs) pass.addPair({ ...each, passageText: '' })
    const split = await pass.finish(pause)
    const writer = createExportWriter(plan, split)
    const written = [...pairs, exportPair({ id: 'late' })].flatMap(each => writer.addPair(each))
    const ids = written.map(({ file, line }) => ({ file, id: /"id":"([^"]+)"/.exec(lineText(line))?.[1] ?? '' }))
    for (const [file, { split: side }] of plan.files.entries()) {
      expect(ids.filter(each => each.file === file).map(({ id }) => id)).toEqual(
        pairs.map(({ pair }) => pair.id).filter(id => split.sideOf(id) === side),
      )
    }
    expect(writer.summary()).toMatchObject({ rows: [112, 4, 4], counts: { rows: 120 }, documents: 30 })
  })

  it('EXPORT8: a passage with its pairs is never torn apart in the text format', async () => {
    const plan = planExport(options({ split: RATIO, format: 'text' }))
    const pairs = corpus(20, 3, 2).map(({ id, document: order, start, end, text }, place) =>
      exportPair(
        {
          id,
          instruction: place % 2 === 0 ? text : 'The same question everywhere, about these valves?',
          passage: { start, end, headings: [] },
        },
        document(order),
        own(`passage${order}at${start}`),
      ),
    )
    const pass = createSplitPass(plan, RATIO)
    for (const each of pairs) pass.addPair(each)
    const writer = createExportWriter(plan, await pass.finish(pause))
    const written = [...pairs.flatMap(each => writer.addPair(each)), ...writer.end()]
    expect(written).toHaveLength(60)
    expect(writer.summary().counts.pairs).toBe(120)
  })
})
