import { it } from 'vitest'
import { CASES } from '../support-cases'
import { factsOf } from '#core/verification/support/passage-facts'
import { readPair } from '#core/verification/support/pair-facts'
it('d', () => {
  const c = CASES[0]!
  const facts = factsOf(c.passage, c.headings, 'en')
  const pair = readPair(
    {
      instruction: 'Who was the last keeper?',
      response: 'Anna Lindqvist was the last keeper.',
      options: null,
      reasoning: null,
      task: 'x',
      form: 'open',
      needsPassage: true,
      evidence: [],
    },
    facts,
    'en',
  )
  console.log(
    [...pair.queryAt(0)],
    pair.alignmentOf(0).ranked,
    facts.sentences.map(s => facts.text.slice(s.start, s.end)),
    pair.response.names,
  )
})
import { isSurelyName, unknownWords } from '#core/verification/support/known-names'
import { judgeNames } from '#core/verification/support/entities'
it('e', () => {
  const c = CASES[0]!
  const facts = factsOf(c.passage, c.headings, 'en')
  const pair = readPair(
    {
      instruction: 'Who was the last keeper?',
      response: 'Anna Lindqvist was the last keeper.',
      options: null,
      reasoning: null,
      task: 'x',
      form: 'open',
      needsPassage: true,
      evidence: [],
    },
    facts,
    'en',
  )
  console.log(
    isSurelyName('anna'),
    unknownWords(facts, pair.response.names[0]!),
    facts.names.map((n, i) => n.text + facts.nameSentence[i]),
    judgeNames(facts, pair),
  )
})
