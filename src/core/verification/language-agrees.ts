import type { PairCheck } from '#core/verification/check-pair'

/** Fewer letters than this tell the script of a text, not its language. */
const TELLING_LETTERS = 40

const LETTER = /\p{L}/u
const HAN = /\p{Script=Han}/u

/** Letters of a text, and Han characters. Asking the tables of Unicode only for what is neither ASCII nor common Han. */
function count(text: string): { letters: number; han: number } {
  let letters = 0
  let han = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) {
      const small = unit | 0x20
      if (small >= 0x61 && small <= 0x7a) letters += 1
    } else if (unit >= 0x4e00 && unit < 0x9fa6) {
      letters += 1
      han += 1
    } else {
      const character = String.fromCodePoint(text.codePointAt(i) ?? unit)
      if (LETTER.test(character)) letters += 1
      if (HAN.test(character)) han += 1
      i += character.length - 1
    }
  }
  return { letters, han }
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
    const { letters, han } = count(text)
    const chinese = letters > 0 && han / letters > 0.3
    if (chinese !== (passageLanguage === 'zh')) {
      return {
        result: 'fail',
        reason: 'language-differs',
        values: { pair: chinese ? 'zh' : 'other', passage: passageLanguage },
      }
    }
    if (letters < TELLING_LETTERS) return agrees
    const pair = detect(text)
    return pair === passageLanguage
      ? agrees
      : { result: 'doubt', reason: 'language-differs', values: { pair, passage: passageLanguage } }
  },
}
