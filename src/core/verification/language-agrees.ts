import type { PairCheck } from '#core/verification/check-pair'

/** Fewer letters than this tell the script of a text, not its language. */
const TELLING_LETTERS = 40

function hanShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return letters === 0 ? 0 : han / letters
}

/**
 * Whether the pair is written in the language of its passage (rule CHECK8). Short pairs are judged by script alone, and
 * a passage in neither English nor Chinese is not judged.
 */
export const languageAgrees: PairCheck = {
  name: 'language',
  judge({ instruction, response }, { passageLanguage, detect }) {
    const text = `${instruction}\n${response}`
    const agrees = { result: 'pass', reason: 'language-agrees' } as const
    if (passageLanguage === 'other') return agrees
    const chinese = hanShare(text) > 0.3
    if (chinese !== (passageLanguage === 'zh')) {
      return {
        result: 'fail',
        reason: 'language-differs',
        values: { pair: chinese ? 'zh' : 'other', passage: passageLanguage },
      }
    }
    if ((text.match(/\p{L}/gu)?.length ?? 0) < TELLING_LETTERS) return agrees
    const pair = detect(text)
    return pair === passageLanguage
      ? agrees
      : { result: 'doubt', reason: 'language-differs', values: { pair, passage: passageLanguage } }
  },
}
