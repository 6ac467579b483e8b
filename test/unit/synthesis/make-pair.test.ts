import { beforeAll, describe, expect, it } from 'vitest'
import type { Hash } from '#core/ports/hash'
import { makePair, type PairOrigin } from '#core/synthesis/make-pair'
import type { Draft } from '#core/synthesis/pair'
import { createJudge } from '#core/verification/judge'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import { loadHash } from '#files/sha256'
import { provenanceOf } from '#test/support/provenance'

const DRAFT: Draft = {
  instruction: 'Why did the keepers choose oak?',
  response: 'Because oak burns slowly.',
  options: null,
  reasoning: null,
  task: 'cause',
  form: 'open',
  needsPassage: true,
  evidence: [],
}

const ORIGIN: PairOrigin = {
  document: 1,
  documentSha256: 'a',
  passage: { start: 0, end: 43, headings: [], language: 'en', text: 'Oak burns slowly, so the keepers chose oak.' },
  chain: { id: 'c', round: 0, shots: [] },
  provenance: provenanceOf({
    run: 'first',
    synthesizer: 'chat',
    recipe: 'r',
    recipeVersion: 'v',
    engine: 'wllama',
    model: 'm',
    promptSha256: 'p',
    reused: 0,
  }),
}

interface Changes {
  readonly draft?: Partial<Draft>
  readonly origin?: Partial<PairOrigin>
  readonly passage?: Partial<PairOrigin['passage']>
  readonly provenance?: Partial<PairOrigin['provenance']>
}

let hash: Hash

beforeAll(async () => {
  hash = await loadHash()
})

async function idOf({ draft, origin, passage, provenance }: Changes = {}): Promise<string> {
  const judge = createJudge({
    thresholds: DEFAULT_THRESHOLDS,
    detect: () => 'en',
    wordsOf: () => Promise.resolve(null),
  })
  const from = {
    ...ORIGIN,
    ...origin,
    passage: { ...ORIGIN.passage, ...passage },
    provenance: { ...ORIGIN.provenance, ...provenance },
  }
  return (await makePair({ hash, judge }, { ...DRAFT, ...draft }, from)).id
}

describe('the id of a pair', () => {
  it.each<[string, Changes]>([
    ['another document', { origin: { documentSha256: 'b' } }],
    ['another start', { passage: { start: 1 } }],
    ['another end', { passage: { end: 44 } }],
    ['another synthesizer', { provenance: { synthesizer: 'tagged' } }],
    ['another recipe', { provenance: { recipe: 's' } }],
    ['another version of the recipe', { provenance: { recipeVersion: 'w' } }],
    ['another model', { provenance: { model: 'n' } }],
    ['another seed', { provenance: { seed: 2 } }],
    ['another task', { draft: { task: 'effect' } }],
    ['another instruction', { draft: { instruction: 'Why did the keepers like oak?' } }],
    ['another response', { draft: { response: 'Oak burns slowly.' } }],
    [
      'a word on the other side',
      { draft: { instruction: 'Why', response: `did the keepers choose oak?${DRAFT.response}` } },
    ],
  ])('PAIR1: is another one for %s', async (_, changes) => {
    expect(await idOf(changes)).not.toBe(await idOf())
  })

  it.each<[string, Changes]>([
    ['another run', { provenance: { run: 'second' } }],
    ['another engine', { provenance: { engine: 'webllm' } }],
    ['another prompt, of which more was re-used', { provenance: { promptSha256: 'q', reused: 9 } }],
    ['another place of the document in the project', { origin: { document: 2 } }],
    ['another place in a chain', { origin: { chain: { id: 'd', round: 1, shots: [] } } }],
    ['evidence', { draft: { evidence: [{ start: 0, end: 16, how: 'quoted' }] } }],
  ])('PAIR1: is the same in %s', async (_, changes) => {
    expect(await idOf(changes)).toBe(await idOf())
  })

  it('PAIR1: is a SHA-256 in hexadecimal', async () => {
    expect(await idOf()).toMatch(/^[0-9a-f]{64}$/u)
  })
})
