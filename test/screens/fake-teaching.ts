import type { ComparedWriting, Comparison, Side } from '#core/evaluation/comparison'
import type { Check, Pair } from '#core/synthesis/pair'
import type { RecipeExample } from '#core/synthesis/recipe'
import { taughtRecipe } from '#core/synthesis/teach'
import type { Commands } from '#features/services'
import type { SessionStore } from '#features/session'
import type { ComparisonAsk, Teaching, TeachingAsk } from '#messages/teaching'
import { provenanceOf } from '#test/support/provenance'

type TeachingCommands = Pick<
  Commands,
  'teachRecipe' | 'compareTeaching' | 'stopComparing' | 'comparison' | 'markCompared'
>

const PASSAGE =
  'On the northern coast the keepers turned to wood. Pine was plentiful but its resin coated the glass with soot within an hour; therefore the first keepers burned oak, which had to be carried from forty miles inland. A tower used eleven cartloads a month in winter.'

const FROM = { document: '1'.padStart(64, 'a'), start: 15, end: 480 }

export const FAKE_EXAMPLES: readonly RecipeExample[] = [
  {
    passage: PASSAGE,
    pairs: [
      {
        instruction: 'Why did the first lighthouse keepers burn oak, although it came from far away?',
        response: 'Pine coated the glass with soot within an hour, so they burned oak from forty miles inland.',
        quote: 'its resin coated the glass with soot within an hour; therefore the first keepers burned oak',
      },
      {
        instruction: 'How much wood did a lighthouse tower use in winter?',
        response: 'It used eleven cartloads a month.',
        quote: 'A tower used eleven cartloads a month in winter.',
      },
    ],
    from: FROM,
  },
  {
    passage: 'The arc of visibility is the sector of the horizon over which a light can be seen from the sea.',
    pairs: [
      {
        instruction: 'What does “arc of visibility” mean?',
        response: 'It is the sector of the horizon over which a light can be seen from the sea.',
        quote: 'the sector of the horizon over which a light can be seen from the sea',
      },
    ],
    from: { ...FROM, start: 700, end: 1_012 },
  },
]

/** A recipe taught by two passages. */
export function fakeTaught({ recipe }: Pick<TeachingAsk, 'recipe'>): Teaching {
  const taught = taughtRecipe(recipe, (single, language) =>
    language === 'en' && single.name === 'reading-comprehension' ? FAKE_EXAMPLES : [],
  )
  return {
    recipe: taught,
    version: 'e'.repeat(64),
    pairs: 14,
    passages: 9,
    examples: FAKE_EXAMPLES.map((example, index) => ({
      recipe: { name: recipe.name, title: recipe.title },
      language: 'en',
      document: 1,
      name: 'manuals/lighthouses.md',
      row: null,
      headings: index === 0 ? ['Lighthouses', 'Fuel and flame'] : ['Lighthouses', 'Parts of a lens'],
      example,
      edited: index === 0 ? 1 : 0,
      tokens: index === 0 ? 412 : 208,
    })),
    tokens: 620,
    exact: true,
    tooSmall: false,
  }
}

const CHECKS: readonly (readonly Check[])[] = [
  [{ name: 'evidence', result: 'pass', reason: 'evidence-quoted' }],
  [{ name: 'evidence', result: 'doubt', reason: 'evidence-nearest' }],
  [{ name: 'duplicate', result: 'fail', reason: 'duplicate' }],
]

function pairOf(instruction: string, response: string, checks: readonly Check[]): Pair {
  return {
    id: instruction,
    instruction,
    response,
    options: null,
    reasoning: null,
    task: 'comprehension',
    form: 'open',
    needsPassage: true,
    language: 'en',
    evidence: [{ start: 50, end: 144, how: 'quoted' }],
    passage: { start: 15, end: 480, headings: [] },
    chain: { id: 'c', round: 0, shots: [] },
    provenance: provenanceOf({
      run: 'comparison',
      synthesizer: 'chat',
      recipe: 'reading-comprehension',
      recipeVersion: 'e'.repeat(64),
      engine: 'wllama',
      model: 'm',
    }),
    checks,
    decision: null,
    state: 'ready',
    original: null,
  }
}

/** A comparison in which both wrote that many passages, of twenty. */
function fakeComparison(passages: number): Comparison {
  const written: ComparedWriting[] = []
  const sides: readonly Side[] = ['without', 'with']
  for (let place = 0; place < passages; place++) {
    for (const side of sides) {
      const many = side === 'with' ? 3 : place % 5 === 4 ? 0 : 2
      written.push({
        side,
        document: 1,
        name: 'manuals/lighthouses.md',
        row: null,
        start: place * 400,
        end: place * 400 + 380,
        headings: ['Lighthouses', 'Fuel and flame'],
        language: 'en',
        text: PASSAGE,
        pairs: Array.from({ length: many }, (_, index) =>
          pairOf(
            `Why did the keepers of tower ${place} burn oak? (${side === 'with' ? 'a' : 'b'}${index})`,
            'Pine resin coated the glass with soot within an hour, so they burned oak.',
            CHECKS[(place + index) % (side === 'with' ? 2 : 3)] ?? [],
          ),
        ),
        reason: many === 0 ? 'no-tags' : null,
        usage: {
          promptTokens: side === 'with' ? 1_912 : 1_420,
          reusedTokens: side === 'with' ? 1_300 : 900,
          answerTokens: 90 * many,
          prefillMs: 3_100,
          decodeMs: 7_600 * many,
        },
      })
    }
  }
  return { passages: 20, written, marks: {}, seed: 1 }
}

/** Teaching in memory: nothing that was kept fits, unless a state says otherwise. */
export function fakeTeaching(session: SessionStore, tell: (name: string, args: unknown[]) => void): TeachingCommands {
  let held: { ask: ComparisonAsk; comparison: Comparison } | null = null
  let revision = 0
  const touch = (running: boolean): void => {
    revision += 1
    const done = held?.comparison.written.length ?? 0
    session.setState({ comparison: { running, done, total: 40, pairs: 50, msLeft: null, revision } })
  }
  return {
    teachRecipe: async ask => {
      tell('teachRecipe', [ask])
      return {
        recipe: ask.recipe,
        version: 'd'.repeat(64),
        pairs: 0,
        passages: 0,
        examples: [],
        tokens: 0,
        exact: true,
        tooSmall: false,
      }
    },
    compareTeaching: async ask => {
      tell('compareTeaching', [ask])
      held = { ask, comparison: fakeComparison(20) }
      touch(false)
    },
    stopComparing: async () => tell('stopComparing', []),
    comparison: async () => held,
    markCompared: async ({ id, verdict }) => {
      tell('markCompared', [id, verdict])
      if (held === null || verdict === null) return
      const marks = { ...held.comparison.marks, [id]: verdict }
      held = { ...held, comparison: { ...held.comparison, marks } }
      touch(false)
    },
  }
}
