import { ProblemError } from '#core/problem'

/** What the engine needs to know of a model's `mlc-chat-config.json`. */
export interface ChatConfig {
  readonly tokenizerFiles: readonly string[]
  /** Tokens that stand before every conversation, e.g. `<s>`; web-llm reads but does not count them. */
  readonly prefixTokens: number
  /** Texts that end an answer by the model's own template. */
  readonly stops: readonly string[]
  /** Roles whose text web-llm puts into its template with `String.replace`. */
  readonly replacedRoles: ReadonlySet<string>
  /** Whether it thinks aloud unless told not to. */
  readonly thinks: boolean
}

export const CONFIG_FILE = 'mlc-chat-config.json'

type Fields = Readonly<Record<string, unknown>>

/** Throws `model-damaged` where the text is no JSON, or lacks what web-llm cannot do without. */
export function readChatConfig(text: string): ChatConfig {
  const config = fields(parse(text))
  const template = fields(config['conv_template'])
  const tokenizerFiles = strings(config['tokenizer_files'])
  if (tokenizerFiles.length === 0) throw damaged('no tokenizer_files')
  if (strings(template['seps']).length === 0) throw damaged('no conv_template')
  const prefix = template['system_prefix_token_ids']
  const roles = template['role_templates']
  return {
    tokenizerFiles,
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
  return new ProblemError({ kind: 'model-damaged', file: CONFIG_FILE, detail })
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}
