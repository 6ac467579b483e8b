import type { Cancel } from '#core/ports/cancel'
import type { TokenLogprob } from '#core/ports/engine'
import type { Ending } from './ending'
import { CANCELLED, firstOf } from './first-of'
import type { Finish, Piece, Runtime, RuntimeRequest, RuntimeUsage } from './runtime'

/** How long a cancelled answer may take to end by itself, and tell its figures, in ms. A prompt cannot be interrupted. */
const GRACE = 400

export interface Generated {
  readonly finish: Finish
  /** null where the answer was left before it told. */
  readonly usage: RuntimeUsage | null
  readonly pieces: number
  readonly logprobs: readonly TokenLogprob[]
  /** Resolves when the runtime is free again. */
  readonly free: Promise<unknown>
}

/** The context in which an answer is made. */
export interface Generation {
  readonly runtime: Runtime
  readonly cancel: Cancel
  readonly ending: Ending
}

/** An answer a token at a time. */
export async function generateStream(
  { runtime, cancel, ending }: Generation,
  request: RuntimeRequest,
  onText: (added: string) => void,
): Promise<Generated> {
  const stream = runtime.stream(request)[Symbol.asyncIterator]()
  const end: { finish: Finish; usage: RuntimeUsage | null; pieces: number } = {
    finish: 'abort',
    usage: null,
    pieces: 0,
  }
  const patience = { limit: cancel }
  const interrupt = (): Cancel => {
    runtime.interrupt()
    if (patience.limit === cancel) patience.limit = deadline(GRACE)
    return patience.limit
  }
  try {
    for (;;) {
      if (cancel.aborted) interrupt()
      const coming = stream.next()
      let next = await firstOf(coming, patience.limit, ending)
      if (next === CANCELLED) next = await firstOf(coming, interrupt(), ending)
      if (next === CANCELLED) return { ...end, logprobs: [], free: drain(stream, coming) }
      if (next.done === true) return { ...end, logprobs: [], free: Promise.resolve() }
      const piece = next.value
      if ('finish' in piece) end.finish = piece.finish
      if ('usage' in piece) end.usage = piece.usage
      if (!('text' in piece)) continue
      end.pieces++
      if (!cancel.aborted) onText(piece.text)
    }
  } catch (thrown) {
    void stream.return?.().catch(() => undefined)
    throw thrown
  }
}

/** An answer in one piece, with its log-probabilities. */
export async function generateWhole(
  { runtime, cancel, ending }: Generation,
  request: RuntimeRequest,
): Promise<Generated> {
  const work = runtime.whole(request)
  let answer = await firstOf(work, cancel, ending)
  if (answer === CANCELLED) {
    runtime.interrupt()
    answer = await firstOf(work, deadline(GRACE), ending)
  }
  if (answer !== CANCELLED) return { ...answer, pieces: 0, free: Promise.resolve() }
  return { finish: 'abort', usage: null, pieces: 0, logprobs: [], free: work.catch(() => undefined) }
}

async function drain(stream: AsyncIterator<Piece>, coming: Promise<IteratorResult<Piece>>): Promise<void> {
  try {
    await coming
    await stream.return?.()
  } catch {
    // Nobody waits for this answer any more; the next request meets what is wrong.
  }
}

function deadline(ms: number): Cancel {
  const at = performance.now() + ms
  return {
    get aborted() {
      return performance.now() >= at
    },
  }
}
