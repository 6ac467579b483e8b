import { cause } from '#core/mining/chinese/cause'
import { clausesOf } from '#core/mining/chinese/clause'
import { definition } from '#core/mining/chinese/definition'
import { effect } from '#core/mining/chinese/effect'
import { means } from '#core/mining/chinese/means'
import { purpose } from '#core/mining/chinese/purpose'
import type { ChineseRule } from '#core/mining/chinese/rule'
import { sound, statementOf } from '#core/mining/chinese/statement'
import type { SentenceFamily, Statement } from '#core/mining/family'
import type { SentenceLanguage, SentenceRule } from '#core/mining/sentence-finds'

const RULES: readonly (readonly [SentenceFamily, ChineseRule])[] = [
  ['definition', definition],
  ['cause', cause],
  ['effect', effect],
  ['purpose', purpose],
  ['means', means],
]

/** Chinese sentences and the rules that mine them. */
export const chineseSentences: SentenceLanguage = {
  space: '',
  pointsBack: /^(?:这|其|究其|原因|主要)/u,
  statementOf,
  sound,
  rules: ({ text }) => {
    const technical = text.includes('`')
    const legal = /本(?:法|条例|办法|规定|合同|协议|细则)/u.test(text)
    let cut: Statement | null = null
    let clauses: readonly string[] = []
    return RULES.map(([family, rule]): readonly [SentenceFamily, SentenceRule] => [
      family,
      (statement, before, next) => {
        if (statement !== cut) clauses = clausesOf(statement.body)
        cut = statement
        return rule(statement, clauses, { before, next, technical, legal })
      },
    ])
  },
}
