import type { ModelSpeed } from '#core/models/model'
import { pairsFor } from '#core/synthesis/pairs-for'
import type { Recipe } from '#core/synthesis/recipe'

/** What a run is going to cost, told before it starts. */
export interface RunEstimate {
  readonly msTotal: number
  /** Until fifty pairs are there, or all where there are fewer. */
  readonly msFirstFifty: number
  readonly pairs: number
}

/** Sizes of the work, in tokens as estimated. */
export interface RunSizes {
  readonly passages: number
  readonly passageTokens: number
  /** What a prompt holds besides its passage. */
  readonly promptTokens: number
  /** Whether that part is read once for all passages, because the engine keeps it. */
  readonly promptKept: boolean
}

const FIRST = 50

/** Answers seldom take all the room they are given: about this much of it. */
const ROOM_USED = 0.6

/** The recipes that a passage meets, with how often: all of them, or one by its share. */
function partsOf(recipe: Recipe): readonly { readonly recipe: Recipe; readonly often: number }[] {
  if (recipe.parts === null) return [{ recipe, often: 1 }]
  const { mode, items } = recipe.parts
  const total = items.reduce((sum, { weight }) => sum + weight, 0)
  return items.map(item => ({ recipe: item.recipe, often: mode === 'each' ? 1 : item.weight / total }))
}

/**
 * Time and pairs of a run by a model, from speeds that were measured on this device (rule EST1). Passages are taken to be
 * of equal length; retries are not counted in.
 */
export function estimateRun(sizes: RunSizes, recipe: Recipe, speed: ModelSpeed): RunEstimate {
  const { passages, passageTokens, promptTokens, promptKept } = sizes
  if (passages === 0) return { msTotal: 0, msFirstFifty: 0, pairs: 0 }
  const tokens = passageTokens / passages
  let answerTokens = 0
  let pairs = 0
  let requests = 0
  for (const { recipe: part, often } of partsOf(recipe)) {
    const asked = pairsFor(part.pairs, tokens)
    pairs += often * asked
    answerTokens += often * asked * part.sampling.tokensPerPair * ROOM_USED
    requests += often
  }
  const readTokens = tokens + (promptKept ? promptTokens / passages : promptTokens * requests)
  const ms = (readTokens / speed.prefill + answerTokens / speed.decode) * 1000
  const all = pairs * passages
  return {
    msTotal: Math.round(ms * passages),
    msFirstFifty: Math.round(ms * Math.min(passages, Math.ceil(FIRST / Math.max(pairs, 0.01)))),
    pairs: Math.round(all),
  }
}
