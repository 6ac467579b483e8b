import type { ExportPair } from '#core/export/export-row'
import type { PassagePairsFormat } from '#core/export/format'
import { instructionOf, passageOf, wordingOf } from '#core/export/prompt'

function spoken({ pair }: ExportPair): string {
  const { instruction, response } = wordingOf(pair.language)
  return `${instruction}${instructionOf(pair)}\n${response}${pair.response}`
}

/** A passage and its pairs as one running text, for continued pre-training. */
export const text: PassagePairsFormat = {
  name: 'text',
  input: 'passage-pairs',
  prompts: false,
  keys: () => ['text'],
  shapes: { text: 'string' },
  row: pairs => ({ text: [passageOf(pairs[0]?.passageText ?? ''), ...pairs.map(spoken)].join('\n\n') }),
  fault: () => null,
  trainers: () => ({
    llamaFactory: { formatting: 'alpaca', columns: { prompt: 'text' } },
    axolotl: { type: 'completion' },
  }),
}
