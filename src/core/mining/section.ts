import type { Block } from '#core/mining/blocks'
import { chineseSection } from '#core/mining/chinese/section'
import { englishSection } from '#core/mining/english/section'
import type { Find } from '#core/mining/family'
import { openingOf } from '#core/mining/opening'
import { plainText } from '#core/mining/plain-text'
import type { Reading } from '#core/mining/reading'
import type { SectionWords } from '#core/mining/section-words'
import type { Range } from '#core/synthesis/pair'

/** No heading is longer, in UTF-16 units; also what keeps its patterns linear. */
const LONGEST = 200

/** `section`: what stands under a heading, as prose or as numbered steps (rules MINE11, MINE12). */
export function sectionFinds(reading: Reading): Find[] {
  const words = reading.language === 'zh' ? chineseSection : englishSection
  const finds: Find[] = []
  reading.blocks.forEach((block, i) => {
    if (block.kind !== 'heading' || block.end - block.start > LONGEST) return
    const heading = words.heading(reading.words(block))
    if (heading === null) return
    const after = reading.blocks.slice(i + 1, i + 40)
    const end = after.findIndex(({ kind }) => kind === 'heading')
    const body = end < 0 ? after : after.slice(0, end)
    const found = steps(reading, words, heading, body) ?? prose(reading, words, heading, body, end >= 0)
    if (found !== null) finds.push(found)
  })
  return finds
}

function prose(
  reading: Reading,
  words: SectionWords,
  heading: string,
  body: readonly Block[],
  closed: boolean,
): Find | null {
  const opening = openingOf(reading, words, body)
  if (opening === null) return null
  const asked = words.asks(heading, closed && opening.complete, reading, opening.text)
  if (asked === null || (!asked.question && !words.shares(heading, opening.text))) return null
  return {
    task: 'section',
    asks: asked.asks,
    answer: opening.text,
    evidence: opening.ranges,
    sentences: [],
    sure: asked.sure,
    needsPassage: true,
    form: 'open',
  }
}

/** A body that is one numbered list, after at most one line that announces it. */
function steps(reading: Reading, words: SectionWords, heading: string, body: readonly Block[]): Find | null {
  const first = body.findIndex(({ kind }) => kind === 'item')
  const items = body.filter(({ kind }) => kind === 'item')
  if (first < 0 || first > 1 || items.length < 2 || items.length > 15 || body.length > first + items.length) return null
  if (items.some(({ level }, i) => level !== i + 1)) return null
  const lines = items.map(item => words.step(plainText(reading.text, item).text.trim()))
  const whole = lines.filter(line => line !== null)
  if (whole.length < lines.length || !words.areSteps(whole)) return null
  const asks = words.asksSteps(heading, reading)
  if (asks === null) return null
  return {
    task: 'section',
    asks,
    answer: whole.map((line, i) => `${i + 1}. ${line}`).join('\n'),
    evidence: items.map(({ start, end }): Range => ({ start, end })),
    sentences: [],
    sure: 0.95,
    needsPassage: true,
    form: 'steps',
  }
}
