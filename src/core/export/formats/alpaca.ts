import type { PairFormat, RowSettings } from '#core/export/format'
import { carriesPassage, instructionOf, passageOf } from '#core/export/prompt'

const KEYS = ['instruction', 'input', 'output']
const hasSystem = ({ systemPrompt }: RowSettings): boolean => systemPrompt.trim() !== ''

/** Alpaca: the passage goes into `input`. `system` stands in every row or in none. */
export const alpaca: PairFormat = {
  name: 'alpaca',
  input: 'pairs',
  prompts: true,
  keys: settings => (hasSystem(settings) ? [...KEYS, 'system'] : KEYS),
  shapes: { instruction: 'string', input: 'string', output: 'string', system: 'string' },
  row: ({ pair, passageText }, settings) => ({
    instruction: instructionOf(pair),
    input: carriesPassage(pair, settings.passageInPrompt) ? passageOf(passageText) : '',
    output: pair.response,
    ...(hasSystem(settings) ? { system: settings.systemPrompt } : {}),
  }),
  parts: null,
  fault: () => null,
  trainers: settings => ({
    llamaFactory: {
      formatting: 'alpaca',
      columns: {
        prompt: 'instruction',
        query: 'input',
        response: 'output',
        ...(hasSystem(settings) ? { system: 'system' } : {}),
      },
    },
    axolotl: { type: hasSystem(settings) ? 'alpaca_w_system.load_instruct' : 'alpaca' },
  }),
}
