import type { Language } from '#core/documents/document'
import type { DetectLanguage } from '#core/ports/language'

/** Code units that decide, from the middle of the prose. */
const SAMPLE = 400
/** Code units around the middle of the text in which that prose is looked for: more than any passage has. */
const WINDOW = 8_000
/**
 * What is in no human language, or in English whatever the text is in: code in fences and in lines, tags, comments of
 * markup, targets of links, addresses, attributes of headings. Each part stops at the next mark, so it is linear.
 */
const NO_PROSE =
  /```[^]*?(?:```|$)|`[^`\n]*`|<!--[^]*?(?:-->|$)|<[a-z/!][^<>]{0,300}>|\]\([^()\s]*\)|\{[#.:][^{}\n]*\}|\bhttps?:\/\/[^\s\u3000-\u303f\u4e00-\u9fff]+/giu
/** A Han character or two letters: less says nothing. */
const ANY_WORD = /\p{Script=Han}|\p{L}{2}/u
/** Below it a text has too few letters to say anything. */
const FEW_LETTERS = 2
/** Share of kana among Han and kana from which on a text is Japanese. */
const KANA_SHARE = 0.05
/** Share of Latin words that are English function words: plain English above, something else below. */
const SURELY_ENGLISH = 0.2
const HARDLY_ENGLISH = 0.03
const SURELY_FOREIGN = 0.15
/** Words from which on that share means something. */
const ENOUGH_WORDS = 8
/** English this close to the best score wins: names, commands and headings often score a little higher elsewhere. */
const NEARLY_BEST = 0.93

const ENGLISH = new Set(
  (
    'the of and to in is that it for was on are as with his they at be this from have or by one had not but what all were when ' +
    'we there can an your which their said if do will each about how up out them then she many some so these would other ' +
    'into has more her two like him see could no than been its who now my over did only may should must any such'
  ).split(' '),
)

/** Function words of the other large languages in Latin script that are no English words. */
const FOREIGN = new Set(
  (
    'le la les et de des un une est du dans que qui pour sur pas il elle ne ce au ' +
    'der das und ist ein eine von zu den dem mit nicht auf im auch des sich werden für ' +
    'el los las y del con por para es una se lo como su al ' +
    'di che non della per sono il gli nel una ' +
    'o os e do da não um em na com uma ' +
    'het een van en niet zijn voor met ook'
  ).split(' '),
)

/**
 * Gives a detector of the language of a text: `en`, `zh` (simplified and traditional) or `other`. The script decides
 * where it can, then the share of English function words; only what is still unclear goes to eld's letter statistics.
 * Loads that model once, then answers without waiting.
 */
export async function loadDetectLanguage(): Promise<DetectLanguage> {
  const { eld } = await import('eld/extrasmall')
  return text => {
    const sample = sampleOf(text)
    const clear = byScript(sample)
    if (clear !== null) return clear
    const found = eld.detect(sample)
    const scores = found.getScores()
    return (scores['en'] ?? 0) >= NEARLY_BEST * (scores[found.language] ?? 1) ? 'en' : 'other'
  }
}

/** What decides: prose where there is any, so that a manual in Chinese is Chinese however much code it shows. */
function sampleOf(text: string): string {
  const prose = middleOf(text, WINDOW).replace(NO_PROSE, ' ')
  return middleOf(ANY_WORD.test(prose) ? prose : text, SAMPLE)
}

function middleOf(text: string, length: number): string {
  if (text.length <= length) return text
  const start = (text.length - length) >> 1
  return text.slice(start, start + length)
}

/** The language as far as letters and function words tell; null when they do not. */
function byScript(text: string): Language | null {
  let han = 0
  let kana = 0
  let latin = 0
  let accented = 0
  let other = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) {
      const lower = unit | 0x20
      if (lower >= 0x61 && lower <= 0x7a) latin += 1
    } else if (unit >= 0xc0 && unit < 0x250) {
      if (unit !== 0xd7 && unit !== 0xf7) accented += 1
    } else if ((unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fa)) kana += 1
    else if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xd840 && unit <= 0xd888)) han += 1
    else if (isOtherLetter(unit)) other += 1
  }
  const all = han + kana + latin + accented + other
  if (all < FEW_LETTERS && han === 0) return latin > 0 ? null : 'other'
  // A Han character says about as much as a word of four letters.
  const latinWeight = (latin + accented) / 4
  if (han + kana >= Math.max(latinWeight, other / 2)) return kana > KANA_SHARE * (han + kana) ? 'other' : 'zh'
  if (other > latin) return 'other'
  return byWords(text, accented / latin)
}

/** Letters of scripts that no language here but `other` uses: Greek to Georgian, Hangul, South Asian scripts. */
function isOtherLetter(unit: number): boolean {
  return (unit >= 0x370 && unit < 0x2000) || (unit >= 0xac00 && unit < 0xd7a4)
}

function byWords(text: string, accentedShare: number): Language | null {
  let words = 0
  let english = 0
  let foreign = 0
  for (const word of text.toLowerCase().match(/[a-z\u00c0-\u024f]+/g) ?? []) {
    words += 1
    if (ENGLISH.has(word)) english += 1
    else if (FOREIGN.has(word)) foreign += 1
  }
  if (words < ENOUGH_WORDS) return null
  const share = english / words
  if (share >= SURELY_ENGLISH && accentedShare < 0.02) return 'en'
  return share < HARDLY_ENGLISH && (accentedShare > 0.03 || foreign / words >= SURELY_FOREIGN) ? 'other' : null
}
