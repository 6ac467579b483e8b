import type { PairFormat } from '#core/export/format'
import { type ChatNames, turnsFault, turnsOf } from '#core/export/formats/turns'

const NAMES: ChatNames = { speaker: 'role', words: 'content', system: 'system', user: 'user', assistant: 'assistant' }

/** OpenAI messages; the trainer renders them by its chat template. */
export const messages: PairFormat = {
  name: 'messages',
  input: 'pairs',
  prompts: true,
  keys: () => ['messages'],
  shapes: {
    messages: { list: { keys: { role: { oneOf: ['system', 'user', 'assistant'] }, content: 'string' } } },
  },
  row: (pair, settings) => ({ messages: turnsOf(pair, settings, NAMES) }),
  parts: null,
  fault: row => turnsFault(row['messages'], NAMES),
  trainers: () => ({
    llamaFactory: {
      formatting: 'sharegpt',
      columns: { messages: 'messages' },
      tags: {
        role_tag: 'role',
        content_tag: 'content',
        user_tag: 'user',
        assistant_tag: 'assistant',
        system_tag: 'system',
      },
    },
    axolotl: { type: 'chat_template' },
  }),
}
