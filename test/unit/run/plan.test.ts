import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '#core/documents/passage'
import { fairPlan, type PlannedDocument, runId } from '#core/run/plan'
import type { RunRequest } from '#core/run/run'
import { loadHash } from '#files/sha256'

const passage = (start: number, heading: string): Passage => ({
  start,
  end: start + 10,
  headings: heading === '' ? [] : [heading],
  language: 'en',
})

const document = (order: number, headings: readonly string[]): PlannedDocument => ({
  order,
  sha256: `sha-${order}`,
  passages: headings.map((heading, index) => passage(index * 10, heading)),
})

const request: RunRequest = {
  synthesizer: 'rules',
  engine: 'none',
  model: null,
  recipe: 'rules',
  recipeVersion: '1',
  tasks: [],
  seed: 1,
  documents: null,
  sample: null,
}

const documents = fc
  .array(fc.array(fc.constantFrom('', 'A', 'B', 'C'), { maxLength: 12 }), { maxLength: 8 })
  .map(all => all.map((headings, order) => document(order, headings)))

describe('fair plans', () => {
  it('RUN3: every passage stands in the plan exactly once', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (given, seed) => {
        const plan = fairPlan(given, seed, null)
        const placed = plan.map(item => `${item.document}:${item.start}`)
        const wanted = given.flatMap(({ order, passages }) => passages.map(({ start }) => `${order}:${start}`))
        expect([...placed].sort()).toEqual([...wanted].sort())
        expect(plan.map(item => item.position)).toEqual(plan.map((_, index) => index))
      }),
    )
  })

  it('RUN3: documents take turns until they have none left', () => {
    const plan = fairPlan([document(0, Array(10).fill('')), document(1, Array(4).fill(''))], 7, null)
    const firstEight = plan.slice(0, 8).map(item => item.document)
    expect(firstEight.filter(order => order === 0)).toHaveLength(4)
    expect(firstEight.every((order, index) => index === 0 || order !== firstEight[index - 1])).toBe(true)
  })

  it('RUN3: sections take turns inside a document', () => {
    const headings = [...Array<string>(6).fill('A'), ...Array<string>(6).fill('B'), ...Array<string>(6).fill('C')]
    const plan = fairPlan([document(0, headings)], 3, null)
    for (let turn = 0; turn < 18; turn += 3) {
      expect(new Set(plan.slice(turn, turn + 3).map(item => item.headings[0])).size).toBe(3)
    }
  })

  it('RUN3: a long section without headings does not start with its beginning', () => {
    const plan = fairPlan([document(0, Array<string>(200).fill(''))], 1, null)
    const early = plan.slice(0, 40).map(item => item.start)
    expect(Math.max(...early)).toBeGreaterThan(1_500)
    expect(Math.min(...early)).toBeLessThan(500)
  })

  it('RUN4: a sample is the beginning of the whole plan', () => {
    const given = [document(0, ['A', 'B', 'B']), document(1, ['', '', ''])]
    expect(fairPlan(given, 5, 3)).toEqual(fairPlan(given, 5, null).slice(0, 3))
  })

  it('SEED1: the same seed gives the same order, another seed another one', () => {
    const given = [document(0, Array<string>(50).fill('A'))]
    expect(fairPlan(given, 1, null)).toEqual(fairPlan(given, 1, null))
    expect(fairPlan(given, 1, null)).not.toEqual(fairPlan(given, 2, null))
  })
})

describe('ids of runs', async () => {
  const hash = await loadHash()
  const given = [document(0, ['A', 'B']), document(1, [''])]
  const idOf = (changes: Partial<RunRequest>, sha256 = (order: number) => `sha-${order}`): string => {
    const asked = { ...request, ...changes }
    return runId(hash, asked, fairPlan(given, asked.seed, asked.sample), sha256)
  }

  it('RUN1: the same request over the same texts is the same run', () => {
    expect(idOf({})).toBe(idOf({}))
    expect(idOf({ tasks: ['cause', 'means'] })).toBe(idOf({ tasks: ['means', 'cause'] }))
  })

  it('RUN1: what changes the result changes the id', () => {
    const ids = [
      idOf({}),
      idOf({ seed: 2 }),
      idOf({ tasks: ['cause'] }),
      idOf({ sample: 2 }),
      idOf({ recipeVersion: '2' }),
      idOf({}, order => `other-${order}`),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })
})
