import type { ChatRequest, CompletionRequest, Usage } from '#core/ports/engine'
import { estimateTokens } from '#core/text/token-estimate'

/** Tokens a second, as measured. */
export interface EngineSpeed {
  readonly prefill: number
  readonly decode: number
}

/** How long an engine may say nothing, from how fast it was. */
export interface Patience {
  /** ms until the first text of an answer. */
  untilFirstText(request: ChatRequest | CompletionRequest): number
  /** ms between two texts, and until the end after the last. */
  betweenTexts(): number
  learn(usage: Usage): void
  readonly speed: () => EngineSpeed | null
}

/** An engine may take three times as long as was measured. */
const MARGIN = 3
/** Before anything was measured; slower than any engine that is of use. */
const SLOWEST: EngineSpeed = { prefill: 1, decode: 0.5 }
/** An engine may hold back text that could be the beginning of a stop mark, or half a character. */
const TOKENS_HELD_BACK = 20
/** Fewer tokens tell more about the clock than about the engine. */
const ENOUGH = { prefill: 16, decode: 4 }
/** Of a new measurement in the mean. */
const WEIGHT = 0.3
/** Estimates count text; templates add this for each message. */
const TEMPLATE_TOKENS = 8

/** Never less than `floorMs`. `known`: the speed as measured before; null where nothing was. */
export function createPatience(floorMs: number, known: EngineSpeed | null): Patience {
  let speed = known
  const within = (tokens: number, rate: number): number => Math.max(floorMs, (MARGIN * tokens * 1000) / rate)
  return {
    untilFirstText: request => within(promptTokens(request), (speed ?? SLOWEST).prefill),
    betweenTexts: () => within(TOKENS_HELD_BACK, (speed ?? SLOWEST).decode),
    learn: usage => {
      const prefill = rateOf(usage.promptTokens - usage.reusedTokens, usage.prefillMs, ENOUGH.prefill)
      const decode = rateOf(usage.answerTokens, usage.decodeMs, ENOUGH.decode)
      if (speed !== null) {
        speed = { prefill: mean(speed.prefill, prefill), decode: mean(speed.decode, decode) }
      } else if (prefill !== null && decode !== null) {
        speed = { prefill, decode }
      }
    },
    speed: () => speed,
  }
}

function promptTokens(request: ChatRequest | CompletionRequest): number {
  if ('prompt' in request) return estimateTokens(request.prompt)
  return request.messages.reduce((sum, { content }) => sum + estimateTokens(content) + TEMPLATE_TOKENS, 0)
}

function rateOf(tokens: number, ms: number, enough: number): number | null {
  return tokens < enough || ms <= 0 ? null : (tokens * 1000) / ms
}

function mean(old: number, added: number | null): number {
  return added === null ? old : old + WEIGHT * (added - old)
}
