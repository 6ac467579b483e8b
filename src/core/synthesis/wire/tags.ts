/** The tags of the wire format. A pair is `<QUE> question <ANS> answer <SRC> words of the passage </END>`. */
type TagName = 'QUE' | 'ANS' | 'SRC' | 'END' | 'THINK'

export interface Tag {
  readonly name: TagName
  readonly start: number
  readonly end: number
  /** `</ANS>`, which the format does not have but models like. `</END>` does not count as one, `</think>` does. */
  readonly closing: boolean
  /** Whether it is spelled as the format wants. */
  readonly exact: boolean
  /** The emphasis or code mark on both sides that was taken as a part of it; '' for none. */
  readonly dress: string
}

/** No tag is longer, in code units: what a search holds back at the end of a piece. */
export const LONGEST_TAG = 12

/**
 * `strict`: only what the instruction synthesizer itself writes. `tolerant`: any case, full width, a space inside, and
 * tags that close. `dressed`: the same, with emphasis or code marks on both sides as a part of the tag.
 */
const PATTERNS = {
  strict: /()<(\/?)(QUE|ANS|END)>/gu,
  tolerant: /()[<＜]\s?([/／]?)\s?(QUE|ANS|SRC|END|THINK|ＱＵＥ|ＡＮＳ|ＳＲＣ|ＥＮＤ)\s?[>＞]/giu,
  dressed:
    /(\*{1,3}|_{1,3}|`{1,3})?[<＜]\s?([/／]?)\s?(QUE|ANS|SRC|END|THINK|ＱＵＥ|ＡＮＳ|ＳＲＣ|ＥＮＤ)\s?[>＞]\1/giu,
} as const

const NAMES = new Map<string, TagName>([
  ['QUE', 'QUE'],
  ['ANS', 'ANS'],
  ['SRC', 'SRC'],
  ['END', 'END'],
  ['THINK', 'THINK'],
])

/** The tags in a text, in order. Linear in its length. */
export function tagsIn(text: string, pattern: keyof typeof PATTERNS): Tag[] {
  const tags: Tag[] = []
  for (const match of text.matchAll(PATTERNS[pattern])) {
    const [whole, , slash = '', letters = ''] = match
    const name = NAMES.get(letters.normalize('NFKC').toUpperCase())
    if (name === undefined) continue
    // The reference knows one spelling of each; anything else is text to it.
    if (pattern === 'strict' && (slash !== '') !== (name === 'END')) continue
    const dress = match[1] ?? ''
    const exact = whole.slice(dress.length, whole.length - dress.length) === (name === 'END' ? '</END>' : `<${name}>`)
    const closing = slash !== '' && name !== 'END'
    tags.push({ name, start: match.index, end: match.index + whole.length, closing, exact, dress })
  }
  return tags
}
