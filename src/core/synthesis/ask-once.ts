import { ProblemError } from '#core/problem'
import type { Cancel } from '#core/ports/cancel'
import type { Answer, StopReason, Usage } from '#core/ports/engine'
import type { Trouble, Watch } from '#core/synthesis/chat/watch'
import type { ParsedPiece } from '#core/synthesis/wire/parsed'
import type { PieceSettings } from '#core/synthesis/wire/read-piece'
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

/** A request and how its answer is read. */
export interface Asked {
  /** Sends it: to `chat` or `complete` of a model. */
  readonly send: (cancel: Cancel, onText: (added: string) => void) => Promise<Answer>
  readonly reading: PieceSettings
  /** What stops an answer that goes nowhere; null where its limit of tokens is enough. */
  readonly watch: Watch | null
}

/**
 * Asks the model once, reads while it writes, and stops it when it goes nowhere (rules CHAT2, CHAT3). Rejects with
 * `cancelled` when the signal aborted, and with what befalls the engine.
 */
export async function askOnce(
  cancel: Cancel,
  { send, reading, watch }: Asked,
  onText: (added: string) => void,
): Promise<Answered> {
  throwIfCancelled(cancel)
  const parser = createTagParser(reading)
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
    stopped.by = watch?.look(added, whole) ?? null
    onText(added)
  }
  const answer = await send(either, hear)
  throwIfCancelled(cancel)
  hear(answer.text.slice(length))
  const stop = stopped.by === null ? answer.stop : 'cancelled'
  pieces.push(...parser.finish(stop))
  return { pieces, raw: heard.join(''), stop, trouble: stopped.by, usage: answer.usage }
}

function throwIfCancelled(cancel: Cancel): void {
  if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
}
