import { describe, expect, it } from 'vitest'
import type { StoredPair } from '#core/ports/project-store'
import type { Pair } from '#core/synthesis/pair'
import { placeIn, rewritePlan, whyNotAgain } from '#features/review/rewrite-plan'
import { fakeProject, fakeRun } from '#test/screens/fake-data'

const project = fakeProject({ sources: 2, pairs: 30 })

function by(stored: StoredPair, provenance: Partial<Pair['provenance']>): StoredPair {
  return { ...stored, pair: { ...stored.pair, provenance: { ...stored.pair.provenance, ...provenance } } }
}

const CHAT = { synthesizer: 'chat', engine: 'wllama', model: 'qwen', recipe: 'summary', recipeVersion: 'v1' }
const cuts = [...project.passages].map(([document, passages]) => ({
  document,
  passages,
  settings: { target: 600, maximum: 1000 },
}))

describe('writing again', () => {
  it('REVIEW19: plans the passages of the pairs once each, as they were asked for, with a seed that is new', () => {
    const pairs = project.pairs.map(stored => by(stored, CHAT))
    const { groups, fixed } = rewritePlan(pairs, cuts, [
      fakeRun(),
      fakeRun({ request: { ...fakeRun().request, seed: 8 } }),
    ])
    expect(fixed).toBe(0)
    expect(groups).toHaveLength(1)
    expect(groups[0]?.keys).toEqual(pairs.map(pair => pair.key))
    const places = new Set(pairs.map(pair => `${pair.document} ${pair.pair.passage.start}`))
    expect(groups[0]?.request.places).toHaveLength(places.size)
    expect(groups[0]?.request).toMatchObject({ ...CHAT, seed: 9, documents: [1, 2], sample: null })
  })

  it('REVIEW19: pairs of several recipes or models make several runs, the largest first', () => {
    const [a, b, c, d] = project.pairs.filter(pair => pair.document === 1)
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new RangeError('too few')
    const far = { ...d, pair: { ...d.pair, passage: { start: 0, end: 15, headings: [] } } }
    const { groups } = rewritePlan([by(a, { ...CHAT, recipe: 'yes-no' }), by(b, CHAT), by(far, CHAT)], cuts, [
      fakeRun(),
    ])
    expect(groups.map(({ request, keys }) => [request.recipe, keys.length])).toEqual([
      ['summary', 2],
      ['yes-no', 1],
    ])
  })

  it('REVIEW19: what rules or the person wrote is left out, and says why', () => {
    const [a, b, c] = project.pairs
    if (a === undefined || b === undefined || c === undefined) throw new RangeError('too few')
    const own = by(b, { synthesizer: 'person', recipe: 'person' })
    expect(rewritePlan([a, own, by(c, CHAT)], cuts, [fakeRun()])).toMatchObject({
      fixed: 2,
      groups: [{ keys: [c.key] }],
    })
    const tagged = by(c, { ...CHAT, synthesizer: 'tagged' })
    expect([a, own, by(c, CHAT), tagged, by(c, { ...CHAT, engine: 'replay' })].map(whyNotAgain)).toEqual([
      'rules',
      'own',
      null,
      'same',
      'other',
    ])
  })

  it('REVIEW19: a passage that was cut anew stands for the one that the pair was written for', () => {
    const [cut] = cuts
    const start = cut?.passages[1]?.start ?? 0
    expect(placeIn(cut, 1, start + 7)).toEqual({ document: 1, start })
    expect(placeIn(cut, 1, 1_000_000)).toBeNull()
    expect(placeIn(undefined, 1, 0)).toBeNull()
  })
})
