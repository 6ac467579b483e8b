import type { Cancel } from '#core/ports/cancel'
import type { Answer, StopReason, TokenLogprob } from '#core/ports/engine'
import type { PlannedAnswer } from './answer-text'
import { untilCancelled, type FakeHost } from './fake-host'

interface Writing {
  /** Tokens a second, and whether that time passes. */
  readonly prefill: number
  readonly decode: number
  readonly waits: boolean
  readonly cancel: Cancel
  readonly gone: Cancel
  readonly plan: PlannedAnswer
  /** Tokens that the answer may have. */
  readonly limit: number
  readonly onText: (added: string) => void
}

interface Reading {
  /** Tokens of the prompt, and those of them taken from the cache. */
  readonly prompt: number
  readonly reused: number
  readonly stop: readonly string[]
  readonly logprobs: number
}

/** What kept an answer from its end: the caller, or the script. */
export interface Strike {
  readonly end: 'gone' | 'lost' | 'dies' | 'hangs' | 'throws'
  /** For `throws`: what is thrown. */
  readonly text: string
}

interface Written {
  readonly answer: Answer
  readonly tokens: readonly string[]
}

/** Tokens between two chances for others to run, where no time passes. */
const BREATH = 16
/** A wait shorter than this is made up for by a later one: timers are no finer. */
const SHORTEST_WAIT = 4

/** Writes the planned answer token by token, in its time, up to its limit, its fault or the caller's cancel. */
export async function writeAnswer(host: FakeHost, writing: Writing, reading: Reading): Promise<Written | Strike> {
  const { prefill, decode, waits, cancel, gone, plan, onText } = writing
  const prefillMs = ((reading.prompt - reading.reused) / prefill) * 1000
  const cancels = [cancel, gone]
  await (waits ? untilCancelled(host, prefillMs, cancels) : host.sleep(0))
  const tokens = beforeStop(plan.tokens, reading.stop)
  const cut = plan.fault?.kind === 'cut-off' ? plan.fault.after : Number.POSITIVE_INFINITY
  const strikesAt = plan.fault === null ? Number.POSITIVE_INFINITY : Math.min(plan.fault.after, tokens.length)
  const end = Math.min(tokens.length, writing.limit, cut)
  const start = host.elapsed()
  const written: string[] = []
  let stop: StopReason = end < tokens.length ? 'length' : 'stop'
  for (let i = 0; ; i++) {
    if (gone.aborted) return { end: 'gone', text: '' }
    if (cancel.aborted) {
      stop = 'cancelled'
      break
    }
    if (plan.fault !== null && plan.fault.kind !== 'cut-off' && i >= strikesAt) {
      return { end: plan.fault.kind, text: plan.fault.text }
    }
    if (i >= end) break
    const early = start + ((i + 1) / decode) * 1000 - host.elapsed()
    if (waits && early > SHORTEST_WAIT) await untilCancelled(host, early, cancels)
    else if (i % BREATH === BREATH - 1) await host.sleep(0)
    const token = tokens[i] ?? ''
    written.push(token)
    onText(token)
  }
  const usage = {
    promptTokens: reading.prompt,
    reusedTokens: reading.reused,
    answerTokens: written.length,
    prefillMs,
    decodeMs: (written.length / decode) * 1000,
  }
  const logprobs = reading.logprobs > 0 ? written.map((token, i) => (i === 0 ? first(token, plan) : likely(token))) : []
  return { answer: { text: written.join(''), stop, usage, logprobs }, tokens: written }
}

/** The tokens before the first of the texts to stop at; the last of them may be shorter. */
function beforeStop(tokens: readonly string[], stops: readonly string[]): readonly string[] {
  const text = tokens.join('')
  const ends = stops.map(stop => text.indexOf(stop)).filter(at => at >= 0)
  if (ends.length === 0) return tokens
  const kept: string[] = []
  let room = Math.min(...ends)
  for (const token of tokens) {
    if (room <= 0) break
    kept.push(token.slice(0, room))
    room -= token.length
  }
  return kept
}

/** A verdict's first token stands against the other word. */
function first(token: string, { verdict }: PlannedAnswer): TokenLogprob {
  const against = verdict?.against ?? null
  if (against === null) return likely(token)
  const logprob = Math.log(against.share)
  const top = [
    { token, logprob },
    { token: against.word, logprob: Math.log(against.other) },
  ]
  return { token, logprob, top }
}

function likely(token: string): TokenLogprob {
  return {
    token,
    logprob: -0.1,
    top: [
      { token, logprob: -0.1 },
      { token: '\n', logprob: -2.4 },
    ],
  }
}
