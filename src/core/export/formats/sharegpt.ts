import type { PairFormat } from '#core/export/format'
import { type ChatNames, turnsFault, turnsOf } from '#core/export/formats/turns'

const NAMES: ChatNames = { speaker: 'from', words: 'value', system: 'system', user: 'human', assistant: 'gpt' }

/** ShareGPT: conversations of `from` and `value`. */
export const sharegpt: PairFormat = {
  name: 'sharegpt',
  input: 'pairs',
  prompts: true,
  keys: () => ['conversations'],
  shapes: {
    conversations: { list: { keys: { from: { oneOf: ['system', 'human', 'gpt'] }, value: 'string' } } },
  },
  row: (pair, settings) => ({ conversations: turnsOf(pair, settings, NAMES) }),
  parts: null,
  fault: row => turnsFault(row['conversations'], NAMES),
  trainers: () => ({
    llamaFactory: {
      formatting: 'sharegpt',
      columns: { messages: 'conversations' },
      tags: {
        role_tag: 'from',
        content_tag: 'value',
        user_tag: 'human',
        assistant_tag: 'gpt',
        system_tag: 'system',
      },
    },
    axolotl: {
      type: 'chat_template',
      field_messages: 'conversations',
      message_property_mappings: { role: 'from', content: 'value' },
    },
  }),
}
