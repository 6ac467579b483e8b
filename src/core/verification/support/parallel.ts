import { isContent, keyOf, PARTING, ARTICLE, PREPOSITION } from '#core/verification/support/content'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts, SentenceFacts } from '#core/verification/support/passage-facts'
import type { Token } from '#core/verification/support/tokens'

/** Clauses of a sentence that are held against each other. */
const CLAUSES = 8
/** Least share of the pair's words that a sentence holds which is asked for. */
const SPEAKS = 0.35

/** Prepositions that one of a kind may stand for: under the roof, in the cellar. */
const PLACE = /^(?:in|on|at|under|near|behind|above|below|inside|outside|beside|over)$/u

const RELATIVE = /^(?:which|who|whom|whose|that|where)$/u

/** What opens a clause that has no subject of its own. */
const ELSEWHERE = /^(?:which|who|whom|whose|that|where|nor|neither|not)$/u

/** What stands at the start of a clause, and before and behind its prepositions, each as the keys of its words. */
type Slots = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Half of a pair stands in one clause and half in another that is built alike: "copper from Falun and tin from Saxony",
 * and the pair has the tin from Falun (rule SUPPORT15). English only: Chinese has no gaps of this kind.
 */
export function judgeParallel(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  // What is not so has halves of what is.
  if (pair.denies) return []
  const asked = pair.instruction.tokens.filter(tells).map(keyOf)
  return pair.response.sentences.flatMap(({ start, end }) => {
    if (pair.isVerbatim(start)) return []
    const said = new Set(asked)
    for (const token of pair.response.tokens)
      if (token.start >= start && token.end <= end && tells(token)) said.add(keyOf(token))
    return pair
      .alignmentOf(start)
      .ranked.slice(0, 2)
      .filter(({ share }) => share >= SPEAKS)
      .flatMap(({ place }) => {
        const sentence = facts.sentences[place]
        return sentence === undefined ? [] : crossed(sentence, slotsIn(facts, place, sentence), said)
      })
      .slice(0, 1)
  })
}

const known = new WeakMap<PassageFacts, Map<number, readonly Slots[]>>()

/** The clauses of a sentence of the passage; read once. */
function slotsIn(facts: PassageFacts, place: number, { from, to }: SentenceFacts): readonly Slots[] {
  const read = known.get(facts) ?? new Map<number, readonly Slots[]>()
  known.set(facts, read)
  const before = read.get(place)
  if (before !== undefined) return before
  const clauses = clausesOf(facts.tokens.slice(from, to)).slice(0, CLAUSES).map(slotsOf)
  read.set(place, clauses)
  return clauses
}

function tells(token: Token): boolean {
  return token.kind === 'number' || isContent(token)
}

function crossed(sentence: SentenceFacts, clauses: readonly Slots[], said: ReadonlySet<string>): Finding[] {
  for (const [i, one] of clauses.entries())
    for (const other of clauses.slice(i + 1)) {
      const [all, others] = [wordsOf(one), wordsOf(other)]
      const here: string[] = []
      const there: string[] = []
      for (const [slot, words] of one) {
        const counterpart = other.get(slot)
        if (counterpart === undefined) continue
        const mine = [...words].filter(word => !counterpart.has(word))
        const theirs = [...counterpart].filter(word => !words.has(word))
        if (mine.every(word => others.has(word)) || theirs.every(word => all.has(word))) continue
        if (mine.every(word => said.has(word)) && !theirs.some(word => said.has(word))) here.push(mine.join(' '))
        if (theirs.every(word => said.has(word)) && !mine.some(word => said.has(word))) there.push(theirs.join(' '))
      }
      const [first] = here.filter(word => !there.includes(word))
      const [second] = there.filter(word => !here.includes(word))
      if (first === undefined || second === undefined) continue
      return [
        {
          result: 'doubt',
          reason: 'order-differs',
          values: { first, second },
          ranges: [{ start: sentence.start, end: sentence.end }],
        },
      ]
    }
  return []
}

/** All words that stand in a slot: what another clause has anywhere tells it from none. */
function wordsOf(slots: Slots): ReadonlySet<string> {
  return new Set([...slots.values()].flatMap(words => [...words]))
}

function clausesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const clauses: Token[][] = [[]]
  for (const token of tokens) {
    const isRelative = RELATIVE.test(token.word)
    if (/^[,;:—–]$/u.test(token.text) || PARTING.has(token.word)) clauses.push(isRelative ? [token] : [])
    else clauses.at(-1)?.push(token)
  }
  return clauses.filter(clause => clause.some(isContent))
}

function slotsOf(clause: readonly Token[]): Slots {
  const slots = new Map<string, ReadonlySet<string>>()
  const add = (slot: string, words: readonly Token[]): void => {
    if (words.length > 0 && !slots.has(slot)) slots.set(slot, new Set(words.map(keyOf)))
  }
  const first = clause.findIndex(isContent)
  // "Each of which holds" has its subject elsewhere, and so has "nor by persons under 14".
  const isLed = clause.slice(0, first + 1).some(({ word }) => PREPOSITION.has(word) || ELSEWHERE.test(word))
  if (!isLed) add('start', runFrom(clause, first))
  for (const [i, token] of clause.entries()) {
    if (token.text === '(') add('bracket', runFrom(clause, i + 1))
    const counted = clause[i + 1]
    if (token.kind === 'number' && isContent(counted)) add(`number ${keyOf(counted)}`, [token])
    if (!PREPOSITION.has(token.word)) continue
    let at = i + 1
    while (ARTICLE.has(clause[at]?.word ?? '')) at += 1
    add(`behind ${token.word}`, runFrom(clause, at))
    if (PLACE.test(token.word)) add('place', runFrom(clause, at))
    // With its article it is a thing, and no verb: "feeds the goats with hay", not "are twisted to the left".
    const before = clause[i - 1]
    if (isContent(before) && ARTICLE.has(clause[i - 2]?.word ?? '')) add(`before ${token.word}`, [before])
  }
  return slots
}

function runFrom(tokens: readonly Token[], from: number): readonly Token[] {
  let to = from
  while (isContent(tokens[to])) to += 1
  // The half of "north-facing" names nothing.
  return tokens[to]?.text === '-' ? [] : tokens.slice(from, to)
}
