import type { Language } from '#core/documents/document'

/** What the wire format says in words: around options and around steps. */
export interface WireWords {
  readonly options: string
  readonly steps: string
  readonly therefore: string
}

const EN: WireWords = {
  options: 'Options:',
  steps: "Let's think step by step.",
  therefore: 'Therefore, the answer is',
}
const ZH: WireWords = { options: '选项：', steps: '让我们一步一步地思考。', therefore: '因此，答案是' }

/** English ones are those of the instruction synthesizer, and stand for every language but Chinese. */
export function wireWords(language: Language): WireWords {
  return language === 'zh' ? ZH : EN
}
