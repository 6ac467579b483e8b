import type { Find, Match, Sentence, SentenceFamily, Statement } from '#core/mining/family'
import { isBoilerplate, type Reading } from '#core/mining/reading'

/** A rule of a sentence family, with the neighbours of the statement where they can serve. */
export type SentenceRule = (statement: Statement, before: Statement | null, next: Statement | null) => Match | null

/** What one language brings to the mining of sentences. */
export interface SentenceLanguage {
  /** Its rules for one passage, in order of the families. */
  rules(reading: Reading): readonly (readonly [SentenceFamily, SentenceRule])[]
  /** A sentence by its shape; cheap. `tied` allows an opening that points back. */
  statementOf(sentence: Sentence, tied: boolean): Statement | null
  /** Whether its words are fit for an answer; asked only once a rule has matched. */
  sound(statement: Statement): boolean
  /** How a sentence opens that explains the one before. */
  readonly pointsBack: RegExp
  /** What stands between two sentences. */
  readonly space: string
}

/** Everything that the sentence rules of a language find in a passage, in order. */
export function sentenceFinds(language: SentenceLanguage, reading: Reading, wanted: ReadonlySet<string>): Find[] {
  const rules = language.rules(reading).filter(([family]) => wanted.has(family))
  const finds: Find[] = []
  if (rules.length === 0) return finds
  for (const block of reading.blocks) {
    if (block.kind !== 'prose') continue
    const { plain, sentences } = reading.paragraph(block)
    const found = finds.length
    let before: Statement | null = null
    for (const [i, sentence] of sentences.entries()) {
      const statement = language.statementOf(sentence, false)
      const previous = before
      before = statement
      if (statement === null) continue
      const following = sentences[i + 1]
      const tied = following !== undefined && language.pointsBack.test(following.text)
      const next = tied ? language.statementOf(following, true) : null
      for (const [task, rule] of rules) {
        const match = rule(statement, previous, next)
        if (match === null) continue
        const answer = match.answer ?? [statement]
        const parts = [...answer, ...(match.question ?? [])]
        if (parts.every(part => language.sound(part))) finds.push(findOf(task, match, answer, parts, language.space))
      }
    }
    if (finds.length > found && isBoilerplate(plain.text)) finds.length = found
  }
  return finds
}

function findOf(
  task: SentenceFamily,
  match: Match,
  answer: readonly Statement[],
  parts: readonly Statement[],
  space: string,
): Find {
  return {
    task,
    asks: match.asks,
    answer: answer.map(({ text }) => text).join(space),
    evidence: answer.map(part => part.sentence.plain.source(part.range)),
    sentences: parts.map(part => part.sentence.order),
    sure: match.sure,
    needsPassage: match.needsPassage,
    form: 'open',
  }
}
