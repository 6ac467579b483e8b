import { MLC_CONFIG } from '#core/models/mlc-folder'
import { ProblemError } from '#core/problem'

/** What the engine needs to know of how a model is talked to. */
export interface ChatConfig {
  /** Tokens that stand before every conversation, e.g. `<s>`; web-llm reads but does not count them. */
  readonly prefixTokens: number
  /** Texts that end an answer by the model's own template. */
  readonly stops: readonly string[]
  /** Roles whose text web-llm puts into its template with `String.replace`. */
  readonly replacedRoles: ReadonlySet<string>
  /** Whether it thinks aloud unless told not to. */
  readonly thinks: boolean
}

type Fields = Readonly<Record<string, unknown>>

/** Reads it from `mlc-chat-config.json`. Throws `model-damaged` where it lacks what web-llm cannot do without. */
export function readChatConfig(text: string): ChatConfig {
  const config = fields(parse(text))
  const template = fields(config['conv_template'])
  if (strings(template['seps']).length === 0) throw damaged('no conv_template')
  const prefix = template['system_prefix_token_ids']
  const roles = template['role_templates']
  return {
    prefixTokens: Array.isArray(prefix) ? prefix.length : 0,
    stops: strings(template['stop_str']),
    replacedRoles: new Set(['system', ...Object.keys(fields(roles))]),
    thinks: /^qwen3/u.test(String(config['model_type'])),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (thrown) {
    throw damaged(String(thrown))
  }
}

function damaged(detail: string): ProblemError {
  return new ProblemError({ kind: 'model-damaged', file: MLC_CONFIG, detail })
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}
