import { ProblemError } from '#core/problem'
import type { Cancel } from '#core/ports/cancel'
import type { LanguageModel, Sampling, StopReason, Usage } from '#core/ports/engine'
import type { PromptPart } from '#core/synthesis/build-prompt'
import { createWatch, type Trouble } from '#core/synthesis/chat/watch'
import type { ParsedPiece } from '#core/synthesis/wire/parsed'
import { createTagParser } from '#core/synthesis/wire/tag-parser'

/** What one request gave. */
export interface Answered {
  readonly pieces: readonly ParsedPiece[]
  readonly raw: string
  readonly stop: StopReason
  /** Why it was stopped from here. */
  readonly trouble: Trouble | null
  readonly usage: Usage
}

/** A pair may be this many times as long as recipes plan for before its answer counts as lost. */
const LENIENCE = 3

/**
 * Asks the model once, reads while it writes, and stops it when it goes nowhere (rules CHAT2, CHAT3). Rejects with
 * `cancelled` when the signal aborted, and with what befalls the engine.
 */
export async function askOnce(
  cancel: Cancel,
  model: LanguageModel,
  part: PromptPart,
  sampling: Sampling,
  grammar: string | null,
  onText: (added: string) => void,
): Promise<Answered> {
  throwIfCancelled(cancel)
  const parser = createTagParser({ strict: false, source: true })
  const watch = createWatch((LENIENCE * part.answerTokens) / part.pairs)
  const pieces: ParsedPiece[] = []
  const heard: string[] = []
  let length = 0
  const stopped: { by: Trouble | null } = { by: null }
  const either: Cancel = {
    get aborted() {
      return cancel.aborted || stopped.by !== null
    },
  }
  const hear = (added: string): void => {
    // What still arrives after the stop is not read.
    if (stopped.by !== null || added === '') return
    heard.push(added)
    length += added.length
    const whole = parser.push(added)
    pieces.push(...whole)
    stopped.by = watch.look(added, whole)
    onText(added)
  }
  const answer = await model.chat(either, { messages: part.messages, sampling, grammar, topLogprobs: 0 }, hear)
  throwIfCancelled(cancel)
  hear(answer.text.slice(length))
  const stop = stopped.by === null ? answer.stop : 'cancelled'
  pieces.push(...parser.finish(stop))
  return { pieces, raw: heard.join(''), stop, trouble: stopped.by, usage: answer.usage }
}

function throwIfCancelled(cancel: Cancel): void {
  if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
}
