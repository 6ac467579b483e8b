import { chineseSection } from '#core/mining/chinese/section'
import { englishSection } from '#core/mining/english/section'
import type { Find } from '#core/mining/family'
import { openingOf } from '#core/mining/opening'
import type { Reading } from '#core/mining/reading'
import type { PassageInput } from '#core/ports/synthesizer'

const LONGEST = 200
/** Blocks between title and opening that say nothing: badges, images, a subtitle. */
const SKIPPED = 6

/** `title`: the title of a document and how its text opens, both ways; only for the passage that starts the document (rule MINE13). */
export function titleFinds(reading: Reading, passage: PassageInput): Find[] {
  if (!passage.first) return []
  const words = reading.language === 'zh' ? chineseSection : englishSection
  const top =
    reading.blocks[0]?.kind === 'heading'
      ? reading.blocks[0]
      : reading.blocks.slice(0, 3).find(({ kind, level }) => kind === 'heading' && level === 1)
  const inText = top !== undefined && (top.level === 1 || top.level === 7) ? reading.words(top) : null
  const stated = passage.title ?? inText
  const title = stated === null || stated.length > LONGEST ? null : words.heading(stated)
  if (title === null || stated === null) return []
  const from = reading.blocks.findIndex(({ kind }) => kind === 'prose')
  if (from < 0 || from > SKIPPED) return []
  const block = reading.blocks[from]
  const headings = reading.blocks.slice(0, from).filter(({ kind }) => kind === 'heading').length
  if (block === undefined || headings > 2) return []
  const opening = openingOf(reading, words, [block])
  if (opening === null || !words.shares(title, opening.text)) return []
  const shared = { task: 'title', sentences: [], form: 'open' as const }
  const finds: Find[] = [
    {
      ...shared,
      asks: words.asksOpening(title),
      answer: opening.text,
      evidence: opening.ranges,
      sure: 0.9,
      needsPassage: true,
    },
  ]
  if (top !== undefined && inText === stated) {
    const { start, end } = top
    finds.push({
      ...shared,
      asks: words.asksTitle(opening.text),
      answer: words.saysTitle(title),
      evidence: [{ start, end }],
      sure: 0.88,
      needsPassage: false,
    })
  }
  return finds
}
