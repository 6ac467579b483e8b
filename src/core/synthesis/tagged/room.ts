import type { LanguageModel } from '#core/ports/engine'
import type { EarlierRound } from '#core/ports/synthesizer'
import type { Shot } from '#core/synthesis/pair'
import { promptText, wirePair } from '#core/synthesis/tagged/wire'

/** What prompts of an instruction synthesizer fit into, in tokens. `count` is the model's own, or an estimate. */
export interface TaggedRoom {
  /** Shots and passage together; Infinity where all shots are taken. */
  readonly window: number
  /** A passage without shots: what the context leaves beside the answer. */
  readonly most: number
  readonly count: LanguageModel['count']
}

/** Tokens of an answer: about five pairs take 260 (method §1.1, §1.3). */
const ANSWER_TOKENS = 400
/** Of a small context the answer gets so much. */
const ANSWER_SHARE = 0.25

/** What a context has room for: shots and passage get what the answer leaves (rule TAGGED5). */
export function taggedRoomOf(
  contextTokens: number,
  count: TaggedRoom['count'],
): { readonly room: TaggedRoom; readonly answerTokens: number } {
  const answerTokens = Math.min(ANSWER_TOKENS, Math.floor(contextTokens * ANSWER_SHARE))
  const most = contextTokens - answerTokens
  return { room: { window: most, most, count }, answerTokens }
}

export interface TaggedPrompt {
  readonly text: string
  /** The passages that stand before it, oldest first. */
  readonly shots: readonly Shot[]
}

/**
 * The prompt with all earlier rounds where they fit the window, else without any (rule CHAIN4: never with some of them);
 * null where not even the passage fits.
 */
export async function taggedPrompt(
  { window, most, count }: TaggedRoom,
  earlier: readonly EarlierRound[],
  passageText: string,
): Promise<TaggedPrompt | null> {
  const fits = async (text: string, room: number): Promise<boolean> => {
    if (room === Infinity) return true
    const [tokens = Infinity] = await count([text])
    return tokens <= room
  }
  // White space around a passage parts it from its neighbours in the document; here tags do.
  const own = passageText.trim()
  if (earlier.length > 0) {
    const shots = earlier.map(({ text, pairs }) => ({ text: text.trim(), pairs: pairs.map(wirePair) }))
    const text = promptText(shots, own)
    if (await fits(text, Math.min(window, most))) return { text, shots: earlier.map(({ place }) => place) }
  }
  const text = promptText([], own)
  return (await fits(text, most)) ? { text, shots: [] } : null
}
