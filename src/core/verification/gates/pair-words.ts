import type { Language } from '#core/documents/document'
import type { Draft } from '#core/synthesis/pair'
import { neutralText } from '#core/text/neutral'

/** Instruction as it would be put to a model: with its options, one a line. Nothing in it can pass for a role or a tag. */
export function questionOf({ instruction, options }: Pick<Draft, 'instruction' | 'options'>): string {
  const lines = (options ?? []).map(option => `- ${option}`)
  return neutralText([instruction.trim(), ...lines].join('\n'))
}

/** Response, behind the steps that lead to it. */
export function answerOf({ response, reasoning }: Pick<Draft, 'response' | 'reasoning'>): string {
  return neutralText(
    [reasoning ?? '', response]
      .map(text => text.trim())
      .filter(Boolean)
      .join('\n'),
  )
}

/** The passage as prompts of gates carry it, always first: what pairs of one passage share is read once. */
export function passageBlock(passage: string): string {
  return `<CON>\n${neutralText(passage.trim())}\n</CON>`
}

/** Gates speak Chinese about Chinese pairs, English about all others. */
export function spoken(language: Language): 'en' | 'zh' {
  return language === 'zh' ? 'zh' : 'en'
}
