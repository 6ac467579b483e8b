import type { Language } from '#core/documents/document'
import type { ExportPair } from '#core/export/export-row'
import type { PassageInPrompt, RowSettings } from '#core/export/format'
import type { Pair } from '#core/synthesis/pair'

interface Wording {
  readonly options: string
  readonly passage: string
  readonly instruction: string
  readonly response: string
}

const ENGLISH: Wording = {
  options: 'Options:',
  passage: 'Passage:',
  instruction: 'Instruction: ',
  response: 'Response: ',
}
const CHINESE: Wording = { options: '选项：', passage: '原文：', instruction: '指令：', response: '响应：' }

/** The few words that a format adds, in the language of the pair; English for all but Chinese. */
export function wordingOf(language: Language): Wording {
  return language === 'zh' ? CHINESE : ENGLISH
}

/** The instruction, with its options below it when there are any, one a line. */
export function instructionOf(pair: Pick<Pair, 'instruction' | 'options' | 'language'>): string {
  if (pair.options === null || pair.options.length === 0) return pair.instruction
  return [pair.instruction, wordingOf(pair.language).options, ...pair.options.map(option => `- ${option}`)].join('\n')
}

/** Whether the row of a pair carries its passage (rule EXPORT5). */
export function carriesPassage(pair: Pick<Pair, 'needsPassage'>, mode: PassageInPrompt): boolean {
  return mode === 'yes' || (mode === 'auto' && pair.needsPassage)
}

/** The passage without the blank space that only parts it from its neighbours. */
export function passageOf(passageText: string): string {
  return passageText.trim()
}

/**
 * What the user says in a chat: the instruction, below the passage where the row carries it. The passage stands between
 * two lines of quotation marks that it does not hold itself, so its end is never in doubt.
 */
export function chatPrompt({ pair, passageText }: ExportPair, { passageInPrompt }: RowSettings): string {
  const instruction = instructionOf(pair)
  if (!carriesPassage(pair, passageInPrompt)) return instruction
  const passage = passageOf(passageText)
  let fence = '"""'
  while (passage.includes(fence)) fence += '"'
  return [wordingOf(pair.language).passage, fence, passage, fence, '', instruction].join('\n')
}
