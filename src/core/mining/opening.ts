import type { Block } from '#core/mining/blocks'
import type { Sentence } from '#core/mining/family'
import { isBoilerplate, type Reading } from '#core/mining/reading'
import type { SectionWords } from '#core/mining/section-words'
import type { Range } from '#core/synthesis/pair'

/** The whole sentences with which blocks open. */
export interface Opening {
  readonly text: string
  readonly ranges: readonly Range[]
  /** Whether that is all that the blocks hold. */
  readonly complete: boolean
}

/**
 * The prose at the start of some blocks, up to a readable length: whole sentences that can be read alone. Null where the blocks do
 * not open with prose, or too little of it is fit to quote.
 */
export function openingOf(reading: Reading, words: SectionWords, body: readonly Block[]): Opening | null {
  const taken: Sentence[] = []
  const ranges: Range[] = []
  let length = 0
  let complete = true
  for (const block of body) {
    const sentences = block.kind === 'prose' ? reading.paragraph(block).sentences : []
    let fits = 0
    for (const sentence of sentences) {
      const good = taken.length === 0 ? words.opens(sentence) : words.goesOn(sentence, taken.at(-1)?.text ?? '')
      if (!good || (length > 0 && length + sentence.text.length > words.most)) break
      taken.push(sentence)
      length += sentence.text.length
      fits += 1
    }
    const from = sentences[0]
    const to = sentences[fits - 1]
    if (from !== undefined && to !== undefined)
      ranges.push(from.plain.source({ start: from.range.start, end: to.range.end }))
    complete = fits > 0 && fits === sentences.length
    if (!complete) break
  }
  if (length < words.least || (taken.length < 2 && length < words.least * 2)) return null
  if (taken.some(({ plain }, i) => plain !== taken[i - 1]?.plain && isBoilerplate(plain.text))) return null
  return { text: taken.map(({ text }) => text.replace(/ {2,}/gu, ' ')).join(words.space), ranges, complete }
}
