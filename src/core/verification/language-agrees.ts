import type { DetectLanguage } from '#core/ports/language'
import type { PairCheck } from '#core/verification/check-pair'

/** Fewer letters than this tell the script of a text, not its language. */
const TELLING_LETTERS = 40

/** Latin letters that are no name or term any more. */
const SENTENCE_LETTERS = 30

/** Units of a half, or of a passage, that are counted: a longer one is in the language in which it starts. */
const LOOKED_AT = 20_000

const LETTER = /\p{L}/u
const HAN = /\p{Script=Han}/u

/** Letters of a text, and Han characters. Asking the tables of Unicode only for what is neither ASCII nor common Han. */
function count(text: string): { letters: number; han: number } {
  let letters = 0
  let han = 0
  const end = Math.min(text.length, LOOKED_AT)
  for (let i = 0; i < end; i++) {
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

/** Share of the weaker script from which on a passage is in both, a Han character weighing as much as four letters. */
const GOOD_SHARE = 0.2
/** Letters of the weaker script that a passage in both has at least. */
const GOOD_LENGTH = 40

/** Words of Latin script in a row: shorter runs are names and terms. */
const LATIN_RUN = /[A-Za-z]{2,}(?:[ ,]+[A-Za-z'’-]+){4,60}/gu
const HAN_RUN = /\p{Script=Han}{1,60}/gu

/** Whether the passage has a good share of both scripts: then a pair may be in either. */
function isInBoth(passageText: string): boolean {
  const { letters, han } = count(passageText)
  const weights = [4 * han, letters - han]
  return Math.min(...weights) >= Math.max(GOOD_LENGTH, GOOD_SHARE * (4 * han + letters - han))
}

/** Whether a half is long enough to tell its script, and that is another one than the passage's. */
function isInOtherScript(half: string, passageIsChinese: boolean): boolean {
  const { letters, han } = count(half)
  const chinese = letters > 0 && han / letters > 0.3
  return chinese !== passageIsChinese && (chinese ? han > 1 : letters >= SENTENCE_LETTERS)
}

/** Words of the other script in the middle of a half that the passage does not hold: a model that lost its language. */
function strayWords(text: string, passageIsChinese: boolean, passageText: string): string | null {
  for (const [run] of text.matchAll(passageIsChinese ? LATIN_RUN : HAN_RUN)) {
    if (!passageText.includes(run)) return run
  }
  return null
}

/** Letters and words from which on the half of a pair may be told to be in another language of the same script. */
const HALF_LETTERS = 14
const HALF_WORDS = 3
/** Share of its words that the passage does not hold: terms and names of the passage do not make a half foreign. */
const FOREIGN_SHARE = 0.6
const LATIN_WORD = /[A-Za-z\u00c0-\u024f]{2,}/gu

/**
 * Whether a half reads as another language, and in words that the passage does not have: an answer in German to an
 * English question, which the letters of both together would hide.
 */
function isForeignHalf(half: string, passageText: string, detect: DetectLanguage): boolean {
  if (count(half).letters < HALF_LETTERS) return false
  const words = half.toLowerCase().match(LATIN_WORD) ?? []
  if (words.length < HALF_WORDS) return false
  const known = wordsOf(passageText)
  // The words are asked first: telling a language takes ten times as long.
  return words.filter(word => !known.has(word)).length >= FOREIGN_SHARE * words.length && detect(half) === 'other'
}

let last = { passage: '', words: new Set<string>() }

/** The words of a passage, told once for pairs that follow one another. */
function wordsOf(passage: string): ReadonlySet<string> {
  if (last.passage !== passage)
    last = { passage, words: new Set(passage.slice(0, LOOKED_AT).toLowerCase().match(LATIN_WORD)) }
  return last.words
}

/**
 * Whether the pair is written in the language of its passage (rules CHECK8, CHECK10). Short pairs are judged by script
 * alone, and a passage in neither English nor Chinese is not judged. Chinese is one language in both of its scripts.
 */
export const languageAgrees: PairCheck = {
  name: 'language',
  settled: true,
  judge(draft, { passageLanguage, passageText, detect }) {
    const instruction = draft.instruction.slice(0, LOOKED_AT / 2)
    const response = draft.response.slice(0, LOOKED_AT / 2)
    const text = `${instruction}\n${response}`
    const agrees = { result: 'pass', reason: 'language-agrees' } as const
    if (passageLanguage === 'other') return agrees
    const passageIsChinese = passageLanguage === 'zh'
    const { letters, han } = count(text)
    const chinese = letters > 0 && han / letters > 0.3
    if (chinese !== passageIsChinese) {
      if (isInBoth(passageText)) return agrees
      return {
        result: 'fail',
        reason: 'language-differs',
        values: { pair: chinese ? 'zh' : 'other', passage: passageLanguage },
      }
    }
    const other = [instruction, response].find(half => isInOtherScript(half, passageIsChinese))
    if (other !== undefined && !passageText.includes(other.trim()) && !isInBoth(passageText))
      return { result: 'fail', reason: 'language-mixed', values: { passage: passageLanguage } }
    if ((passageIsChinese ? han < letters : han > 0) && strayWords(text, passageIsChinese, passageText) !== null) {
      if (!isInBoth(passageText))
        return { result: 'doubt', reason: 'language-mixed', values: { passage: passageLanguage } }
    }
    if (!passageIsChinese && [instruction, response].some(half => isForeignHalf(half, passageText, detect)))
      return { result: 'doubt', reason: 'language-differs', values: { pair: 'other', passage: passageLanguage } }
    if (letters < TELLING_LETTERS) return agrees
    const pair = detect(text)
    if (pair === passageLanguage || isInBoth(passageText)) return agrees
    return { result: 'doubt', reason: 'language-differs', values: { pair, passage: passageLanguage } }
  },
}
