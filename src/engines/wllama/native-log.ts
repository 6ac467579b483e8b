import type { WllamaLogger } from './wllama-types'

/** What the engine says of a request that it refuses. */
export interface Refusal {
  readonly type: string
  readonly message: string
  readonly promptTokens: number | null
}

/** Listens to what the engine would write on the console: some of it is said nowhere else. */
export interface NativeLog {
  readonly logger: WllamaLogger
  /** The last lines, oldest first. */
  text(): string
  /** What the last refused request was refused for, once. */
  takeRefusal(): Refusal | null
}

const KEPT_LINES = 60
/** Written where the build cannot be fetched or has no room; the package itself then waits for ever. */
const NEVER_STARTED = /failed to asynchronously prepare wasm/u

/** `onDeath` hears that the engine's own thread could not run its script; nothing else would tell. */
export function createNativeLog(onDeath: (detail: string) => void): NativeLog {
  const lines: string[] = []
  let refusal: Refusal | null = null
  const note = (...parts: unknown[]): void => {
    for (const part of parts) {
      refusal = refusalIn(part) ?? refusal
      if (isErrorEvent(part)) onDeath(part.message ?? 'its thread failed')
      if (typeof part === 'string') {
        lines.push(part)
        if (NEVER_STARTED.test(part)) onDeath(part)
      }
      if (part instanceof Error) lines.push(`${part.name}: ${part.message}`)
    }
    lines.splice(0, lines.length - KEPT_LINES)
  }
  return {
    logger: { debug: note, log: note, warn: note, error: note },
    text: () => lines.join('\n'),
    takeRefusal: () => {
      const taken = refusal
      refusal = null
      return taken
    },
  }
}

function isErrorEvent(value: unknown): value is { readonly message?: string } {
  return value instanceof Event && value.type === 'error'
}

function refusalIn(value: unknown): Refusal | null {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('message' in value)) return null
  if (typeof value.type !== 'string' || typeof value.message !== 'string') return null
  const tokens = 'n_prompt_tokens' in value ? value.n_prompt_tokens : null
  return { type: value.type, message: value.message, promptTokens: typeof tokens === 'number' ? tokens : null }
}
