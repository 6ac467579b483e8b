import { cause } from '#core/mining/chinese/cause'
import { clausesOf } from '#core/mining/chinese/clause'
import { definition } from '#core/mining/chinese/definition'
import { effect } from '#core/mining/chinese/effect'
import { means } from '#core/mining/chinese/means'
import { purpose } from '#core/mining/chinese/purpose'
import type { ChineseRule } from '#core/mining/chinese/rule'
import { statementOf } from '#core/mining/chinese/statement'
import type { Find, SentenceFamily, Statement } from '#core/mining/family'
import { findOf } from '#core/mining/find-of'
import type { Reading } from '#core/mining/reading'

const RULES: readonly (readonly [SentenceFamily, ChineseRule])[] = [
  ['definition', definition],
  ['cause', cause],
  ['effect', effect],
  ['purpose', purpose],
  ['means', means],
]

const POINTS_BACK = /^(?:这|其|究其|原因|主要)/u

/** Everything that the Chinese sentence rules find in a passage, in order. */
export function chineseFinds(reading: Reading, wanted: ReadonlySet<string>): Find[] {
  const rules = RULES.filter(([family]) => wanted.has(family))
  const finds: Find[] = []
  if (rules.length === 0) return finds
  const technical = reading.text.includes('`')
  const legal = /本(?:法|条例|办法|规定|合同|协议|细则)/u.test(reading.text)
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
      const clauses = clausesOf(statement.body)
      for (const [task, rule] of rules) {
        const match = rule(statement, clauses, { before: previous, next, technical, legal })
        if (match !== null) finds.push(findOf(task, statement, match, ''))
      }
    }
  }
  return finds
}
