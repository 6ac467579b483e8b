import type { ModelFacts } from '#core/ports/engine'
import type { Problem } from '#core/problem'
import type { FakeJudge } from './fake-judge'

/** What the scripted engine loads: plain data that says how it behaves. */
export interface FakeSource {
  readonly engine: 'fake'
  readonly model: string
  readonly contextTokens: number
  readonly script: FakeScript
}

export interface FakeScript {
  readonly load: {
    /** Reports of progress, and the ms before each. */
    readonly steps: number
    readonly stepMs: number
    /** What happens after the last of them. */
    readonly fault: null | 'hangs' | 'dies' | Problem
  }
  /**
   * Tokens a second. `waits`: whether that time really passes; else answers come at once, and only the figures say how
   * long they would have taken.
   */
  readonly pace: { readonly prefill: number; readonly decode: number; readonly waits: boolean }
  readonly prefixCache: ModelFacts['prefixCache']
  /** What the first request gets, the second …; the last one is for all that follow. */
  readonly answers: readonly [FakeAnswer, ...FakeAnswer[]]
  /** What a good answer (`pairs`, and what strikes within one) says to a request of a gate. */
  readonly judge: FakeJudge
  /** Trivial sums are answered rightly and not counted above; or, when this is set, so. */
  readonly smallTalk: FakeAnswer | null
  /** The device is lost, with nothing asked, so many ms after loading; null for never. */
  readonly lostAfterMs: number | null
}

/**
 * `tokens` says after how many tokens of an otherwise good answer a fault strikes. `pairs` is a good answer; `cut-off` ends
 * with `length` in the middle of one; `same-pair` and `white-space` go on up to the limit. `throws` throws a bare string, as
 * web-llm does; `dies` ends the thread, `hangs` never answers, also when cancelled. `planted` is an answer of which about three
 * pairs in ten are wrong.
 */
export type FakeAnswer =
  | {
      readonly kind:
        | 'pairs'
        | 'planted'
        | 'wrong-language'
        | 'same-pair'
        | 'white-space'
        | 'garbage'
        | 'empty'
        | 'overflow'
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'throws'; readonly text: string; readonly tokens: number }
  | { readonly kind: 'cut-off' | 'dies' | 'hangs' | 'lost'; readonly tokens: number }

const GOOD_SCRIPT: FakeScript = {
  load: { steps: 4, stepMs: 5, fault: null },
  pace: { prefill: 10_000, decode: 2_000, waits: false },
  prefixCache: 'any-prefix',
  answers: [{ kind: 'pairs' }],
  judge: 'compares',
  smallTalk: null,
  lostAfterMs: null,
}

/** A model without a fault, but for what is given. */
export function fakeSource(script: Partial<FakeScript> = {}, contextTokens = 4096): FakeSource {
  return { engine: 'fake', model: 'fake', contextTokens, script: { ...GOOD_SCRIPT, ...script } }
}
