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
  /** What a prompt holds besides its passage and the earlier ones of its chain. */
  readonly promptTokens: number
  /** Whether what a prompt begins with is read once, because the engine keeps it. */
  readonly promptKept: boolean
  /** 1 where passages are written by themselves. */
  readonly rounds: number
  /** What passage, earlier passages and the rest of the prompt fit into. */
  readonly windowTokens: number
}

/** How a passage is asked about. */
export interface Asking {
  readonly pairs: number
  readonly answerTokens: number
  readonly requests: number
  readonly chain: {
    /** Tokens of an earlier passage with its pairs, as it is shown. */
    readonly shotTokens: number
    /** Shown oldest first, and all or none: the prompt of the round before, its answer included, is a beginning of the next one. */
    readonly grows: boolean
  }
}

const FIRST = 50

/** Answers seldom take all the room they are given: about this much of it. */
const ROOM_USED = 0.6

/** Of an earlier passage a recipe shows so many tokens and pairs (rule TEACH3). */
const SHOWN_TOKENS = 240
const SHOWN_PAIRS = 3

/** An instruction synthesizer's pairs about a text, and tokens of a pair (arXiv 2406.14491; method §1.1). */
const TAGGED_PAIRS = 5
const TAGGED_PAIR_TOKENS = 52

/** The recipes that a passage meets, with how often: all of them, or one by its share. */
function partsOf(recipe: Recipe): readonly { readonly recipe: Recipe; readonly often: number }[] {
  if (recipe.parts === null) return [{ recipe, often: 1 }]
  const { mode, items } = recipe.parts
  const total = items.reduce((sum, { weight }) => sum + weight, 0)
  return items.map(item => ({ recipe: item.recipe, often: mode === 'each' ? 1 : item.weight / total }))
}

/** @param tokens of a passage */
export function askingBy(recipe: Recipe, tokens: number): Asking {
  let [pairs, answerTokens, requests, shotTokens] = [0, 0, 0, 0]
  const parts = partsOf(recipe)
  for (const { recipe: part, often } of parts) {
    const asked = pairsFor(part.pairs, tokens)
    pairs += often * asked
    answerTokens += often * asked * part.sampling.tokensPerPair * ROOM_USED
    requests += often
    shotTokens +=
      (Math.min(tokens, SHOWN_TOKENS) + Math.min(asked, SHOWN_PAIRS) * part.sampling.tokensPerPair * ROOM_USED) /
      parts.length
  }
  return { pairs, answerTokens, requests, chain: { shotTokens, grows: false } }
}

/** @param tokens of a passage */
export function askingTagged(tokens: number): Asking {
  const answerTokens = TAGGED_PAIRS * TAGGED_PAIR_TOKENS
  const chain = { shotTokens: tokens + answerTokens, grows: true }
  return { pairs: TAGGED_PAIRS, answerTokens, requests: 1, chain }
}

/**
 * Tokens that are read for a passage of each round, behind what all prompts begin with. Every passage is taken to give pairs
 * that are shown (rules CHAIN3, CHAIN4).
 */
function readInRounds(
  { promptTokens, promptKept, rounds, windowTokens }: RunSizes,
  asking: Asking,
  tokens: number,
): readonly number[] {
  const { shotTokens, grows } = asking.chain
  const read: number[] = []
  let shots = 0
  for (let round = 0; round < rounds; round++) {
    if (round > 0) shots += 1
    const fits = promptTokens + shots * shotTokens + tokens <= windowTokens
    // An instruction synthesizer is shown all or none; a recipe as many as fit.
    if (!fits && grows) shots = 0
    const shown = Math.min(shots * shotTokens, Math.max(0, windowTokens - promptTokens - tokens))
    // What was read for the round before is kept with its answer; the pairs are read again as they will be shown.
    const again = grows && promptKept && shots > 0 ? asking.answerTokens : shown
    read.push(tokens + again)
  }
  return read
}

/**
 * Time and pairs of a run by a model, from speeds that were measured on this device (rules EST1, EST2). Passages are taken
 * to be of equal length; retries are not counted in.
 *
 * @param askingOf how a passage of so many tokens is asked about
 */
export function estimateRun(sizes: RunSizes, askingOf: (tokens: number) => Asking, speed: ModelSpeed): RunEstimate {
  const { passages, passageTokens, promptTokens, promptKept, rounds } = sizes
  if (passages === 0) return { msTotal: 0, msFirstFifty: 0, pairs: 0 }
  const tokens = passageTokens / passages
  const asking = askingOf(tokens)
  const inRound = Math.ceil(passages / rounds)
  const readBehind = readInRounds(sizes, asking, tokens).reduce(
    (sum, read, round) => sum + read * Math.min(inRound, Math.max(0, passages - round * inRound)),
    0,
  )
  const kept = promptKept && (rounds === 1 || asking.chain.grows)
  const readTokens = readBehind + promptTokens * (kept ? 1 : asking.requests * passages)
  const ms = (readTokens / speed.prefill + (asking.answerTokens * passages) / speed.decode) * 1000
  const first = Math.min(passages, Math.ceil(FIRST / Math.max(asking.pairs, 0.01)))
  return {
    msTotal: Math.round(ms),
    msFirstFifty: Math.round((ms * first) / passages),
    pairs: Math.round(asking.pairs * passages),
  }
}
