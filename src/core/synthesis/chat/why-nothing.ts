import type { Language } from '#core/documents/document'
import type { Answered } from '#core/synthesis/ask-once'
import type { Draft } from '#core/synthesis/pair'
import type { RejectedPiece } from '#core/synthesis/wire/parsed'
import { languageAgrees } from '#core/verification/language-agrees'

/** Why a passage gave no pair. Stable keys; a screen says each in a sentence. */
export const CHAT_REASONS = [
  'no-tags',
  'no-valid-pair',
  'cut-off',
  'white-space',
  'runaway',
  'repeats-itself',
  'wrong-language',
  'refused',
  'too-long',
  'refused-by-engine',
] as const

export type ChatReason = (typeof CHAT_REASONS)[number]

const REFUSAL =
  /\bI(?:['’]m| am) (?:sorry|unable|not able)\b|\bI can(?:not|['’]t)\b|\bas an AI\b|抱歉|对不起|我(?:无法|不能)|作为(?:一个)?(?:人工智能|AI)/iu
/** A refusal comes at once. */
const OPENING = 400

/** Why an answer gives nothing to keep; null where it does (rule CHAT7). */
export function whyNothing(
  answered: Answered,
  drafts: readonly Draft[],
  rejected: readonly RejectedPiece[],
  language: Language,
): ChatReason | null {
  if (drafts.length > 0) return drafts.every(draft => inOtherScript(draft, language)) ? 'wrong-language' : null
  if (answered.trouble !== null) return answered.trouble
  const asked = rejected.some(piece => piece.reason !== 'no-tags')
  if (!asked && REFUSAL.test(answered.raw.slice(0, OPENING))) return 'refused'
  if (!asked && answered.stop === 'stop') return 'no-tags'
  const allCut = rejected.every(piece => piece.reason === 'truncated' || piece.reason === 'no-tags')
  return allCut ? 'cut-off' : 'no-valid-pair'
}

/** As the check judges that later marks a pair as failed: by script alone. */
function inOtherScript(draft: Draft, language: Language): boolean {
  const { result } = languageAgrees.judge(draft, {
    passageText: '',
    passageLanguage: language,
    detect: () => language,
    id: '',
  })
  return result === 'fail'
}
