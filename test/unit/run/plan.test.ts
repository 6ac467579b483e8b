import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage } from '#core/documents/passage'
import { chainPlan, fairPlan, type PlannedDocument, roundsOf, runId } from '#core/run/plan'
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

describe('plans of chains', () => {
  /** Two documents and a half: the passages are numbered through, as N says. */
  const numbered = (n: number): PlannedDocument[] =>
    [0, 1, 2].map(order => {
      const size = Math.max(0, Math.min(Math.ceil(n / 3), n - order * Math.ceil(n / 3)))
      return document(order, Array<string>(size).fill(''))
    })
  const numberOf = (n: number, { document: order, start }: { document: number; start: number }): number =>
    order * Math.ceil(n / 3) + start / 10

  /** Passages by chain, in order of rounds. */
  function chainsOf(n: number, rounds: number): number[][] {
    const chains: number[][] = []
    for (const item of chainPlan(numbered(n), 1, null, rounds)) {
      const chain = (chains[item.chain] ??= [])
      expect(item.round).toBe(chain.length)
      chain.push(numberOf(n, item))
    }
    return chains
  }

  it.each([
    [
      4,
      2,
      [
        [0, 2],
        [1, 3],
      ],
    ],
    [5, 2, [[0, 3], [1, 4], [2]]],
    [1, 2, [[0]]],
    [
      4,
      3,
      [
        [0, 2],
        [1, 3],
      ],
    ],
    [
      7,
      3,
      [
        [0, 3, 6],
        [1, 4],
        [2, 5],
      ],
    ],
    [
      10,
      4,
      [
        [0, 3, 6, 9],
        [1, 4, 7],
        [2, 5, 8],
      ],
    ],
  ])('CHAIN1: %i passages in %i rounds, as the table of method §1.5 has them', (n, rounds, chains) => {
    expect(chainsOf(n, rounds)).toEqual(chains)
  })

  it('CHAIN1, CHAIN2: any number of passages in 2 to 5 rounds', () => {
    for (let n = 1; n <= 40; n++) {
      for (let rounds = 2; rounds <= 5; rounds++) {
        const size = Math.ceil(n / rounds)
        const wanted = Array.from({ length: size }, (_, chain) =>
          Array.from({ length: rounds }, (_none, round) => chain + round * size).filter(at => at < n),
        )
        expect(chainsOf(n, rounds)).toEqual(wanted)
        const plan = chainPlan(numbered(n), 1, null, rounds)
        expect(plan.map(item => item.position)).toEqual(plan.map((_, at) => at))
        expect(plan.map(item => numberOf(n, item))).toEqual(wanted.flat())
      }
    }
  })

  it('CHAIN1: one round gives the fair plan; a sample is drawn as there and put into the order of documents', () => {
    const given = numbered(40)
    expect(chainPlan(given, 3, 9, 1)).toEqual(fairPlan(given, 3, 9))
    const order = (plan: readonly { document: number; start: number }[]): number[] =>
      plan.map(item => numberOf(40, item)).sort((a, b) => a - b)
    const sample = chainPlan(given, 3, 9, 3)
    expect(order(sample)).toEqual(order(fairPlan(given, 3, 9)))
    const [a, b, c] = sample.map(item => numberOf(40, item))
    expect([a, b, c]).toEqual([0, 3, 6].map(at => order(sample)[at]))
  })

  it('CHAIN8: the id holds the chains where there are any, and is as before where there are none', async () => {
    const hash = await loadHash()
    const given = numbered(7)
    const id = (chains: RunRequest['chains']): string => {
      const asked = { ...request, ...(chains === undefined ? {} : { chains }) }
      return runId(hash, asked, chainPlan(given, 1, null, roundsOf(asked)), order => `sha-${order}`)
    }
    const written = { rounds: 3, shots: 'written', window: null } as const
    expect(id({ ...written, rounds: 1 })).toBe(id(undefined))
    expect(id(null)).toBe(id(undefined))
    const ids = [undefined, written, { ...written, rounds: 2 }, { ...written, shots: 'passed' as const }]
    expect(new Set([...ids, { ...written, window: 9 }].map(id)).size).toBe(5)
  })

  it('CHAIN8: ids of runs without chains are those that they were before there were chains', async () => {
    const hash = await loadHash()
    const given = [document(0, ['A', 'A', 'B'])]
    expect(runId(hash, request, chainPlan(given, 1, null, 1), () => 'sha')).toBe(
      '0c7386389e693edb7823bf4044b8b06393af6e5cd4d3da9b414e6b7bd31f61f9',
    )
  })
})
