import { makePair, type PairOrigin, type PairTools } from '#core/synthesis/make-pair'
import type { Pair, Range } from '#core/synthesis/pair'
import type { Run } from '#core/run/run'
import { stateOf } from '#core/verification/state'

/** Names what a person wrote, where models and rules have their synthesizer and recipe. */
export const PERSON = 'person'

/** What the person wrote, about a range of the passage. */
export interface OwnWords {
  readonly instruction: string
  readonly response: string
  readonly needsPassage: boolean
  /** In the passage; taken as quoted, because it was selected there. */
  readonly quote: Range
}

/** The run that holds a project's own pairs: it has no plan and is done from the start (rule OWN2). */
export const PERSON_REQUEST: Run['request'] = {
  synthesizer: PERSON,
  engine: 'none',
  model: null,
  recipe: PERSON,
  recipeVersion: '1',
  tasks: [],
  seed: 1,
  documents: [],
  sample: null,
}

/**
 * A pair of the person's own, kept, with what they selected as its evidence (rule OWN1). Checks run on it as on any other.
 *
 * @param run id of the run of `PERSON_REQUEST`
 */
export async function personPair(
  tools: PairTools,
  words: OwnWords,
  origin: Pick<PairOrigin, 'document' | 'documentSha256' | 'passage'>,
  run: string,
): Promise<Pair> {
  const { passage } = origin
  const start = Math.min(Math.max(0, words.quote.start), passage.text.length)
  const end = Math.min(Math.max(start, words.quote.end), passage.text.length)
  const pair = await makePair(
    tools,
    {
      instruction: words.instruction.trim().toWellFormed(),
      response: words.response.trim().toWellFormed(),
      options: null,
      reasoning: null,
      task: 'question',
      form: 'open',
      needsPassage: words.needsPassage,
      evidence: start < end ? [{ start, end, how: 'quoted' }] : [],
    },
    {
      ...origin,
      chain: { id: PERSON, round: 0, shots: [] },
      provenance: {
        run,
        synthesizer: PERSON,
        recipe: PERSON,
        recipeVersion: PERSON_REQUEST.recipeVersion,
        engine: PERSON_REQUEST.engine,
        model: null,
        seed: PERSON_REQUEST.seed,
        promptSha256: null,
        reused: null,
      },
    },
  )
  return { ...pair, decision: 'keep', state: stateOf('keep', pair.checks) }
}
