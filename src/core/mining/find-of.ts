import type { Find, Match, SentenceFamily, Statement } from '#core/mining/family'

/** What a sentence rule said, with the words and places of its answer. `space` stands between two sentences. */
export function findOf(task: SentenceFamily, statement: Statement, match: Match, space: string): Find {
  const answer = match.answer ?? [statement]
  return {
    task,
    asks: match.asks,
    answer: answer.map(({ text }) => text).join(space),
    evidence: answer.map(part => part.sentence.plain.source(part.range)),
    sentences: [...answer, ...(match.question ?? [])].map(part => part.sentence.order),
    sure: match.sure,
    needsPassage: match.needsPassage,
    form: 'open',
  }
}
