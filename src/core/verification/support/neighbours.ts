import { align } from '#core/verification/support/alignment'
import { ARTICLE, isContent, keyOf, partsClause, PREPOSITION } from '#core/verification/support/content'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'
import { likest, type Slot, slotsOf } from '#core/verification/support/slots-beside'
import type { Token } from '#core/verification/support/tokens'

/** Things that a response adds that are looked at. */
const RUNS = 12
/** Least share of the pair's words that a sentence holds which is asked for, and of the best one's for others. */
const SPEAKS = 0.35
const AS_WELL = 0.8
/** Answers of so few words are put in the place of what asks. */
const FEW = 6
/** Questions for a thing: reasons, ways and accounts are told in words of one's own, which stand in nothing's place. */
const ASKS_THING = /\b(?:who|whom|whose|which|where)\b|\bwhat\b(?!.*\bd(?:o|oes|id)\b.*\bdo\b)/iu
const DENIES = /^(?:not|no|never|nor|neither|without|cannot|[a-z]+n't)$/u
/** Who these are, the words before them tell. */
const PRONOUN = /^(?:them|they|him|he|her|she|it|us|we|you|me)$/u
const RELATIVE = /^(?:who|whom|whose|which|that|where)$/u
const CAPITAL = /^\p{Lu}/u

/** "In vain", "in addition": it names nothing. */
function isPhrase(tokens: readonly Token[], at: number): boolean {
  return /^(?:in|at|on)$/u.test(tokens[at - 1]?.word ?? '') && PHRASES.test(tokens[at]?.word ?? '')
}

const PHRASES =
  /^(?:vain|addition|fact|turn|general|particular|advance|total|short|practice|public|private|part|return|detail|full|average|present|random|purpose|request|board|demand)$/u

/**
 * What an English response adds to its question, held against what the passage has beside the same words: the floor is
 * covered *with slate* where it says *with oak* (rule SUPPORT14).
 */
export function judgeNeighbours(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  if (!ASKS_THING.test(pair.instruction.text)) return []
  const asked = new Set(pair.instruction.tokens.filter(isContent).map(keyOf))
  const verbs = askedVerbs(pair.instruction.tokens)
  const objectVerbs = askedFor(pair.instruction.tokens)
  const compared = comparedIn(pair.instruction.tokens)
  const tokens = statementOf(pair)
  const own =
    tokens === pair.response.tokens ? pair.response.sentences.filter(({ start }) => !pair.isVerbatim(start)) : null
  const findings: Finding[] = []
  let runs = 0
  for (let i = 0; i < tokens.length && runs < RUNS; i += 1) {
    const token = tokens[i]
    if (
      !isContent(token) ||
      PRONOUN.test(token.word) ||
      own?.every(({ start, end }) => token.start < start || token.end > end) === true
    )
      continue
    const from = i
    const isAdded = !asked.has(keyOf(token))
    if (!isAdded && !compared.has(keyOf(token))) continue
    while (isContent(tokens[i + 1]) && asked.has(keyOf(tokens[i + 1] ?? token)) !== isAdded && isOneThing(tokens, i))
      i += 1
    runs += 1
    // What a clause of its own describes is put in other words: "people who worked in mills".
    // Behind a number stands what it counts or measures.
    if (tokens[from - 1]?.kind === 'number' || isPhrase(tokens, from)) continue
    if (isListed(tokens, from, i + 1) || RELATIVE.test(tokens[i + 1]?.word ?? '')) continue
    // A thing that the question names as well may stand in the place of another that it names.
    const clause = clauseKeys(tokens, from)
    // What is not so stands nowhere.
    if (clause.some(word => DENIES.test(word))) continue
    // Who came in behind another did not do what the other did.
    if (clause.some(word => /^(?:behind|ahead)$/u.test(word))) continue
    const said = new Set([...clause, ...(isAdded ? asked : [])])
    const found = instead(facts, pair, said, { tokens, from, to: i + 1, verbs: isAdded ? verbs : NONE, objectVerbs })
    if (found !== null) findings.push(found)
  }
  return findings
}

/** The response; a short one together with the words of its question, as far as their order allows. */
function statementOf({ instruction, response }: PairFacts): readonly Token[] {
  const answer = response.tokens.filter(token => token.kind !== 'mark')
  if (answer.length > FEW) return response.tokens
  const asked = new Set(instruction.tokens.filter(isContent).map(keyOf))
  const question = instruction.tokens.filter(token => token.text !== '?')
  // With a verb of its own it is a sentence already.
  const isSentence = answer.some(
    token => asked.has(keyOf(token)) || /^(?:is|are|was|were|has|had|does|did|do)$/u.test(token.word),
  )
  if (isSentence) return response.tokens
  const subject = whSubject(question)
  return subject > 0 ? [...answer, ...question.slice(subject)] : response.tokens
}

/** Words of "who" or "which lamp" where a verb follows; 0 where something else is asked for. */
function whSubject(question: readonly Token[]): number {
  const first = question[0]?.word ?? ''
  if (first === 'who') return /^(?:do|does|did)$/u.test(question[1]?.word ?? '') ? 0 : 1
  if (!/^(?:what|which)$/u.test(first) || !isContent(question[1])) return 0
  // "What burned the house" has the verb where "which lamp burned" has the noun.
  const [, , third] = question
  if (isContent(third)) return 2
  return first === 'what' && ARTICLE.has(question[2]?.word ?? '') ? 1 : 0
}

/** What the question asks for the subject of: "who won", "which lamp burned". */
function askedVerbs(question: readonly Token[]): ReadonlySet<string> {
  const at = whSubject(question)
  const verb = at === 0 ? undefined : question[at]
  return new Set(isContent(verb) ? [keyOf(verb)] : [])
}

/** What the question asks for the object of: "what did the council sell". */
function askedFor(question: readonly Token[]): ReadonlySet<string> {
  const does = question.findIndex(({ word }) => /^(?:do|does|did)$/u.test(word))
  return WHAT.test(question[0]?.word ?? '') && does > 0
    ? new Set(question.slice(does).filter(isContent).map(keyOf))
    : NONE
}
const WHAT = /^(?:what|which|whom|who)$/u

/** Things that a question names side by side: "What do alcohol and juice do?" */
function comparedIn(question: readonly Token[]): ReadonlySet<string> {
  const at = question.findIndex(({ word }) => /^(?:and|or)$/u.test(word))
  let behind = at + 1
  while (ARTICLE.has(question[behind]?.word ?? '')) behind += 1
  const [one, other] = [question[at - 1], question[behind]]
  return at > 0 && isContent(one) && isContent(other) ? new Set([keyOf(one), keyOf(other)]) : NONE
}

const NONE: ReadonlySet<string> = new Set()

/** The words of the clause around a place. */
function clauseKeys(tokens: readonly Token[], at: number): readonly string[] {
  let from = at
  while (from > 0 && !partsClause(tokens[from - 1])) from -= 1
  let to = at
  while (to < tokens.length && !partsClause(tokens[to])) to += 1
  return tokens.slice(from, to).map(keyOf)
}

/** "Steam press" and "Anna Lind" are one thing; "the sculptor Anna Lind" is two. */
function isOneThing(tokens: readonly Token[], at: number): boolean {
  return CAPITAL.test(tokens[at]?.text ?? '') || !CAPITAL.test(tokens[at + 1]?.text ?? '')
}

/** One of several: what else is named may be what stands there. */
function isListed(tokens: readonly Token[], from: number, to: number): boolean {
  return [tokens[from - 1], tokens[to]].some(token => /^(?:and|or|,|nor|as)$/u.test(token?.word ?? ''))
}

interface Thing {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
  readonly verbs: ReadonlySet<string>
  readonly objectVerbs: ReadonlySet<string>
}

function instead(facts: PassageFacts, pair: PairFacts, said: ReadonlySet<string>, thing: Thing): Finding | null {
  const words = thing.tokens.slice(thing.from, thing.to)
  const keys = new Set(words.map(keyOf))
  const slots = slotsOf(facts, thing).map(likest)
  const head = thing.tokens[thing.to]
  if (slots.flat().some(slot => holdsOne(facts, slot, keys, isContent(head) ? keyOf(head) : ''))) return null
  const query = [...pair.queryAt(words[0]?.start ?? 0)].filter(([term]) => !keys.has(term))
  const { ranked, shares } = align(facts, new Map(query))
  const least = Math.max(SPEAKS, (ranked[0]?.share ?? 0) * AS_WELL)
  const slot = slots.flat().find(({ from, to }) => {
    const other = facts.tokens.slice(from, to)
    return (
      (shares[facts.sentenceOf[from] ?? -1] ?? 0) >= least &&
      other.some(token => isContent(token) && !said.has(keyOf(token)))
    )
  })
  const [first, last] = [facts.tokens[slot?.from ?? -1], facts.tokens[(slot?.to ?? 0) - 1]]
  if (first === undefined || last === undefined) return null
  return {
    result: 'doubt',
    reason: 'words-differ',
    values: { said: words.map(word => word.text).join(' '), passage: facts.text.slice(first.start, last.end) },
    ranges: [{ start: first.start, end: last.end }],
  }
}

/** Whether the clause of a slot names the thing, or one behind it that has its verb from there: "oak burns red, pine blue". */
function holdsOne(facts: PassageFacts, { first, last, joint }: Slot, keys: ReadonlySet<string>, head: string): boolean {
  const { tokens, sentenceOf, sentences } = facts
  const isKey = (at: number): boolean => isContent(tokens[at]) && keys.has(keyOf(tokens[at]))
  for (let i = first; i < last; i += 1) if (isKey(i)) return true
  const end = sentences[sentenceOf[first] ?? -1]?.to ?? last
  for (let i = last; i < end; i += 1) {
    if (!isKey(i)) continue
    let opens = i - 1
    // "The cook Elsa Wirth"
    const isNamed = CAPITAL.test(tokens[i]?.text ?? '')
    while (ARTICLE.has(tokens[opens]?.word ?? '') || isKey(opens) || (isNamed && isContent(tokens[opens]))) opens -= 1
    const before = tokens[opens]?.word ?? ''
    // "Yellow" of "the yellow tickets for a day"
    const next = isContent(tokens[i + 1]) && tokens[i + 1]?.stem === head ? tokens[i + 2] : tokens[i + 1]
    const isGapped = next === undefined || PREPOSITION.has(next.word) || next.kind === 'mark' || next.kind === 'number'
    if (isGapped && (before === joint || /^(?:,|;|and)$/u.test(before))) return true
  }
  return false
}
