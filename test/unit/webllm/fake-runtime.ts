import type { Piece, Runtime, RuntimeRequest, RuntimeUsage, WholeAnswer } from '#engines/webllm/runtime'

export interface FakeScript {
  /** Pieces of each answer, in turn; the last one again and again. */
  readonly answers: readonly (readonly string[])[]
  /** What web-llm's `getMessage` says; the pieces joined unless told. */
  readonly message?: string
  readonly finish?: 'stop' | 'length'
  readonly usage?: RuntimeUsage
  /** How long reading the prompt, and each piece, take, in ms. */
  readonly prefillMs?: number
  readonly stepMs?: number
  /** Thrown instead of the piece at this place. */
  readonly fails?: { readonly at: number; readonly with: unknown }
}

export interface FakeRuntime extends Runtime {
  readonly requests: RuntimeRequest[]
  readonly log: string[]
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** Behaves as web-llm does: an interrupt counts between two tokens, and starting a request clears it. */
export function createFakeRuntime(script: FakeScript): FakeRuntime {
  const requests: RuntimeRequest[] = []
  const log: string[] = []
  const state = { interrupted: false, running: false, message: '' }
  const now = (): Readonly<typeof state> => state

  const usageOf = (given: number): RuntimeUsage =>
    script.usage ?? { prompt: 10, answer: given, prefillMs: 5, decodeMs: 5 }

  async function* stream(request: RuntimeRequest): AsyncGenerator<Piece> {
    if (now().running) throw new Error('two at once')
    state.running = true
    state.interrupted = false
    state.message = ''
    requests.push(request)
    const pieces = script.answers[Math.min(requests.length, script.answers.length) - 1] ?? []
    let given = 0
    try {
      await pause(script.prefillMs ?? 0)
      for (const [at, text] of pieces.entries()) {
        if (now().interrupted) break
        await pause(script.stepMs ?? 0)
        if (script.fails?.at === at) throw script.fails.with
        given++
        state.message += text
        yield { text }
      }
      const aborted = now().interrupted && given < pieces.length
      if (!aborted) state.message = script.message ?? state.message
      yield { finish: aborted ? 'abort' : (script.finish ?? 'stop') }
      yield { usage: usageOf(given) }
    } finally {
      state.running = false
      log.push('left')
    }
  }

  return {
    requests,
    log,
    load: () => Promise.resolve(),
    stream,
    whole: async (request): Promise<WholeAnswer> => {
      const pieces: Piece[] = []
      for await (const piece of stream(request)) pieces.push(piece)
      const texts = pieces.filter(piece => 'text' in piece)
      const end = pieces.find(piece => 'finish' in piece)
      return {
        finish: end?.finish ?? 'abort',
        usage: usageOf(texts.length),
        logprobs: texts.map(({ text }) => ({ token: text, logprob: -0.5, top: [{ token: text, logprob: -0.5 }] })),
      }
    },
    interrupt: () => {
      state.interrupted = true
      log.push('interrupt')
    },
    message: () => Promise.resolve(state.message),
    unload: () => Promise.resolve(),
  }
}
