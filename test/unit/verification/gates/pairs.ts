import type { Draft } from '#core/synthesis/pair'
import type { GatePair } from '#core/verification/gates/gate'
import { locate } from '#core/verification/locate'

export const NEVER = { aborted: false }

export const LENS =
  'In 1822 the stepped lens made open fires obsolete. A single oil lamp behind it could be seen for 20 miles. Keepers trimmed the wick every four hours.'
export const TEA =
  '杀青是指用高温破坏鲜叶中酶的活性，使茶叶保持绿色。锅温一般在200度上下，时间三到五分钟。杀青不足，茶叶会变红。'

/** A pair about a passage, with the evidence that a string comparison finds. */
export function pairOf(
  passage: string,
  language: GatePair['language'],
  instruction: string,
  response: string,
  more: Partial<Draft> = {},
): GatePair {
  return {
    passage,
    language,
    draft: {
      instruction,
      response,
      options: null,
      reasoning: null,
      task: 'fact',
      form: 'open',
      needsPassage: true,
      evidence: locate(passage, response),
      ...more,
    },
  }
}

export const RIGHT_EN = pairOf(
  LENS,
  'en',
  'How far could the lamp be seen?',
  'A single oil lamp behind it could be seen for 20 miles.',
)
export const WRONG_EN = pairOf(
  LENS,
  'en',
  'How far could the lamp be seen?',
  'A single oil lamp behind it could be seen for 50 miles.',
)
export const RIGHT_ZH = pairOf(TEA, 'zh', '锅温一般在多少度上下？', '锅温一般在200度上下，时间三到五分钟。')
export const WRONG_ZH = pairOf(TEA, 'zh', '锅温一般在多少度上下？', '锅温一般在300度上下，时间三到五分钟。')
