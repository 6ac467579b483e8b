import type { ParsedPiece, Rejection, Salvage } from '#core/synthesis/wire/parsed'
import { marksIn, undressed } from '#core/synthesis/wire/undressed'
import { type Tag, tagsIn } from '#core/synthesis/wire/tags'

export interface PieceSettings {
  readonly strict: boolean
  /** Whether a pair is expected to name its source. */
  readonly source: boolean
}

/**
 * One piece of an answer, up to its `</END>` or to where it breaks off (rules PARSE3 to PARSE8).
 *
 * @param raw the piece as written, its `</END>` included
 */
export function readPiece(raw: string, settings: PieceSettings): ParsedPiece {
  return settings.strict ? strictPiece(raw) : tolerantPiece(raw, settings.source)
}

function rejected(raw: string, reason: Rejection): ParsedPiece {
  return { kind: 'rejected', reason, raw: raw.trim() }
}

/** PARSE3: the rule of the reference, and where that gives nonsense, a reason instead. */
function strictPiece(raw: string): ParsedPiece {
  const tags = tagsIn(raw, 'strict')
  const questions = tags.filter(tag => tag.name === 'QUE')
  const answers = tags.filter(tag => tag.name === 'ANS')
  const [question] = questions
  const [answer] = answers
  if (question === undefined) return rejected(raw, 'no-question')
  if (answer === undefined) return rejected(raw, 'no-answer')
  if (answers.length > 1) return rejected(raw, 'two-answers')
  if (raw.slice(0, question.start).trim() !== '') return rejected(raw, 'text-before')
  if (questions.length > 1) return rejected(raw, 'two-questions')
  const end = tags.findLast(tag => tag.name === 'END')?.start ?? raw.length
  return whole(raw, raw.slice(question.end, answer.start).trim(), raw.slice(answer.end, end).trim(), [], [])
}

function whole(
  raw: string,
  question: string,
  answer: string,
  quotes: readonly string[],
  salvaged: readonly Salvage[],
): ParsedPiece {
  if (question === '') return rejected(raw, 'empty-question')
  if (answer === '') return rejected(raw, 'empty-answer')
  return { kind: 'pair', question, answer, quotes, raw: raw.trim(), salvaged }
}

function tolerantPiece(raw: string, source: boolean): ParsedPiece {
  const tags = tagsIn(raw, 'dressed').filter(tag => tag.name !== 'THINK')
  const opening = tags.filter(tag => !tag.closing)
  const questions = opening.filter(tag => tag.name === 'QUE')
  const answers = opening.filter(tag => tag.name === 'ANS')
  const [question] = questions
  const [answer] = answers
  if (question === undefined) return rejected(raw, answer === undefined ? 'no-tags' : 'no-question')
  if (answer === undefined) return rejected(raw, 'no-answer')
  if (questions.length > 1) return rejected(raw, 'two-questions')
  if (answers.length > 1) return rejected(raw, 'two-answers')
  if (answer.start < question.start) return rejected(raw, 'no-question')

  const sections = sectionsOf(raw, tags)
  const textOf = (tag: Tag): string => undressed(sections.get(tag) ?? '')
  const quotes = opening
    .filter(tag => tag.name === 'SRC')
    .map(textOf)
    .filter(quote => quote !== '')
  const salvaged = new Set<Salvage>()
  const before = raw.slice(0, question.start)
  if (/[\p{L}\p{N}]/u.test(before.replace(/\d{1,3}[.)、．]\s*$/u, ''))) salvaged.add('chatter')
  else if (before.trim() !== '') salvaged.add('markdown')
  if (tags.some(tag => tag.dress !== '')) salvaged.add('markdown')
  if ([question, answer].some(tag => textOf(tag) !== (sections.get(tag) ?? '').trim())) salvaged.add('markdown')
  if (tags.some(tag => !tag.exact && !tag.closing)) salvaged.add('tag-spelling')
  if (tags.some(tag => tag.closing)) salvaged.add('closing-tag')
  if (opening.some(tag => tag.name === 'SRC' && tag.start < answer.start)) salvaged.add('tag-order')
  if (source && quotes.length === 0) salvaged.add('missing-source')
  if (!opening.some(tag => tag.name === 'END')) salvaged.add('missing-end')
  return whole(raw, textOf(question), textOf(answer), quotes, [...salvaged])
}

/**
 * What follows each tag, up to the next one. Marks beside a tag that the halves themselves need (`**Why?**<ANS>**So**`)
 * go back to them.
 */
function sectionsOf(raw: string, tags: readonly Tag[]): Map<Tag, string> {
  const bare = tags.map((tag, i) => raw.slice(tag.end, tags[i + 1]?.start ?? raw.length))
  const own = tags.map(
    ({ dress }, i) =>
      dress !== '' && i > 0 && [bare[i - 1], bare[i]].every(half => marksIn(half ?? '', dress) % 2 === 1),
  )
  return new Map(
    tags.map((tag, i) => [
      tag,
      `${own[i] === true ? tag.dress : ''}${bare[i] ?? ''}${own[i + 1] === true ? (tags[i + 1]?.dress ?? '') : ''}`,
    ]),
  )
}
