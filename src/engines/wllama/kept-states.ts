import type { Usage } from '#core/ports/engine'

/**
 * How much the engine may hold of earlier prompts. When a new prompt re-uses less than half of what the engine has read and
 * written last, it puts a copy of that aside, keys and values of every token, and never drops it before its heap is full.
 */
export interface KeptStates {
  /** A request was answered or cancelled. */
  note(usage: Usage): void
  readonly full: () => boolean
  /** The engine was started anew. */
  clear(): void
}

/** `most`: tokens whose copies there is room for. */
export function createKeptStates(most: number): KeptStates {
  let kept = 0
  let inHand = 0
  return {
    note: ({ promptTokens, reusedTokens, answerTokens }) => {
      // Cancelled before the engine began: it still has what it had.
      if (promptTokens === 0) return
      if (2 * reusedTokens < inHand) kept += inHand
      inHand = promptTokens + answerTokens
    },
    full: () => kept > most,
    clear: () => {
      kept = 0
      inHand = 0
    },
  }
}
