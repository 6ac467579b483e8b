import type { Language } from '#core/documents/document'
import type { ChatMessage, LanguageModel } from '#core/ports/engine'
import { TOKENS_PER_MESSAGE, TOKENS_PER_PROMPT } from '#core/synthesis/build-prompt'
import type { Range } from '#core/synthesis/pair'
import { sentences } from '#core/text/sentences'

/** The parts of a request of a gate. Rules and examples come first and are the same for all pairs of a language. */
export interface GatePrompt {
  readonly system: string
  /** Worked examples, as earlier turns. */
  readonly shots: readonly { readonly asked: string; readonly answered: string }[]
  /** The request about a passage, or a part of it. */
  readonly ask: (passage: string) => string
}

/** What all prompts of a gate begin with. */
export function fixedPart({ system, shots }: GatePrompt): string {
  return [system, ...shots.flatMap(({ asked, answered }) => [asked, answered])].join('\n')
}

export interface Fitted {
  readonly messages: readonly ChatMessage[]
  /** The share of the passage's characters that is in the prompt. */
  readonly seen: number
}

type Room = Pick<LanguageModel, 'count' | 'facts'>

/**
 * A prompt that fits the context together with its answer (rules GATE3, GATE4): with all examples; else without; else with
 * the window of whole sentences around the evidence that fits, grown by turns to both sides (from the start of the passage
 * where there is no evidence). null where not even one sentence fits.
 */
export async function fitPrompt(
  room: Room,
  prompt: GatePrompt,
  passage: string,
  { language, evidence, answerTokens }: { language: Language; evidence: readonly Range[]; answerTokens: number },
): Promise<Fitted | null> {
  const most = room.facts.contextTokens - answerTokens
  for (const shots of prompt.shots.length > 0 ? [prompt.shots, []] : [[]]) {
    const messages = messagesOf({ ...prompt, shots }, passage)
    if ((await tokensOf(room, messages)) <= most) return { messages, seen: 1 }
  }
  const bare = { ...prompt, shots: [] }
  const left = most - (await tokensOf(room, messagesOf(bare, '')))
  if (left <= 0) return null
  const parts = sentences(passage, language)
  const counts = await room.count(parts.map(({ start, end }) => passage.slice(start, end)))
  for (let window = windowAround(parts, counts, evidence, left); window !== null; window = smaller(window)) {
    const [first, last] = [parts[window.from], parts[window.to - 1]]
    if (first === undefined || last === undefined) return null
    const text = passage.slice(first.start, last.end)
    const messages = messagesOf(bare, text)
    // Tokens of parts do not quite add up to those of the whole.
    if ((await tokensOf(room, messages)) <= most) return { messages, seen: text.length / passage.length }
  }
  return null
}

interface Window {
  readonly from: number
  readonly to: number
  /** The sentence that it grew from. */
  readonly core: number
}

function windowAround(
  parts: readonly Range[],
  counts: readonly number[],
  evidence: readonly Range[],
  left: number,
): Window | null {
  const [at] = evidence
  const found = at === undefined ? 0 : parts.findIndex(part => part.end > at.start)
  const core = Math.max(0, found)
  const start = counts[core]
  if (start === undefined || start > left) return null
  let used = start
  let [from, to] = [core, core + 1]
  // A line break or a blank stands between two sentences.
  const takes = (i: number): boolean => {
    const count = counts[i]
    if (count === undefined || used + count + 1 > left) return false
    used += count + 1
    return true
  }
  for (let grown = true; grown; ) {
    grown = false
    if (takes(to)) {
      to++
      grown = true
    }
    if (takes(from - 1)) {
      from--
      grown = true
    }
  }
  return { from, to, core }
}

function smaller({ from, to, core }: Window): Window | null {
  if (to - from <= 1) return null
  return to - core > core - from + 1 || from === core ? { from, to: to - 1, core } : { from: from + 1, to, core }
}

function messagesOf({ system, shots, ask }: GatePrompt, passage: string): readonly ChatMessage[] {
  const turns = shots.flatMap(({ asked, answered }) => [
    { role: 'user', content: asked } as const,
    { role: 'assistant', content: answered } as const,
  ])
  return [{ role: 'system', content: system }, ...turns, { role: 'user', content: ask(passage) }]
}

async function tokensOf(room: Room, messages: readonly ChatMessage[]): Promise<number> {
  const counts = await room.count(messages.map(({ content }) => content))
  return counts.reduce((sum, count) => sum + count + TOKENS_PER_MESSAGE, TOKENS_PER_PROMPT)
}
