import { cause } from '#core/mining/english/cause'
import { definition } from '#core/mining/english/definition'
import { effect } from '#core/mining/english/effect'
import { means } from '#core/mining/english/means'
import { purpose } from '#core/mining/english/purpose'
import type { EnglishRule } from '#core/mining/english/rule'
import { spellingOf } from '#core/mining/english/spelling'
import { statementOf } from '#core/mining/english/statement'
import type { Find, SentenceFamily, Statement } from '#core/mining/family'
import { findOf } from '#core/mining/find-of'
import type { Reading } from '#core/mining/reading'

const RULES: readonly (readonly [SentenceFamily, EnglishRule])[] = [
  ['definition', definition],
  ['cause', cause],
  ['effect', effect],
  ['purpose', purpose],
  ['means', means],
]

/** Everything that the English sentence rules find in a passage, in order. */
export function englishFinds(reading: Reading, wanted: ReadonlySet<string>): Find[] {
  const rules = RULES.filter(([family]) => wanted.has(family))
  const finds: Find[] = []
  if (rules.length === 0) return finds
  const spelling = spellingOf(reading.text)
  const technical = reading.text.includes('`')
  for (const block of reading.blocks) {
    if (block.kind !== 'prose') continue
    const { sentences } = reading.paragraph(block)
    let before: Statement | null = null
    for (const [i, sentence] of sentences.entries()) {
      const statement = statementOf(sentence)
      const previous = before
      before = statement
      if (statement === null) continue
      const following = sentences[i + 1]
      const next = following !== undefined && POINTS_BACK.test(following.text) ? statementOf(following, true) : null
      for (const [task, rule] of rules) {
        const match = rule(statement, { spelling, before: previous, next, technical })
        if (match !== null) finds.push(findOf(task, statement, match, ' '))
      }
    }
  }
  return finds
}

const POINTS_BACK = /^(?:This|That|The|One) (?:is|was|reason|main)\b/u
