import { cuesOf, worthTrying } from '#core/mining/english/cues'
import { cause } from '#core/mining/english/cause'
import { definition } from '#core/mining/english/definition'
import { effect } from '#core/mining/english/effect'
import { means } from '#core/mining/english/means'
import { purpose } from '#core/mining/english/purpose'
import type { EnglishRule } from '#core/mining/english/rule'
import { spellingOf } from '#core/mining/english/spelling'
import { sound, statementOf } from '#core/mining/english/statement'
import type { SentenceFamily, Statement } from '#core/mining/family'
import type { SentenceLanguage, SentenceRule } from '#core/mining/sentence-finds'

const RULES: readonly (readonly [SentenceFamily, EnglishRule])[] = [
  ['definition', definition],
  ['cause', cause],
  ['effect', effect],
  ['purpose', purpose],
  ['means', means],
]

/** English sentences and the rules that mine them. */
export const englishSentences: SentenceLanguage = {
  space: ' ',
  pointsBack: /^(?:This|That|The|One) (?:is|was|reason|main)\b/u,
  statementOf,
  sound,
  rules: ({ text }) => {
    const spelling = spellingOf(text)
    const technical = text.includes('`')
    let read: Statement | null = null
    let cues = 0
    return RULES.map(([family, rule]): readonly [SentenceFamily, SentenceRule] => [
      family,
      (statement, before, next) => {
        if (statement !== read) cues = cuesOf(statement.lower)
        read = statement
        return worthTrying(family, cues, statement, next)
          ? rule(statement, { spelling, before, next, technical })
          : null
      },
    ])
  },
}
