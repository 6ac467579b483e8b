import { bySentence } from '#core/verification/support/by-sentence'
import { saysNotInChinese, saysOtherwiseInChinese } from '#core/verification/support/chinese-polarity'
import { isContent, keyOf, PREPOSITION } from '#core/verification/support/content'
import { spokenOf } from '#core/verification/support/alignment'
import type { Finding } from '#core/verification/support/finding'
import { namesWhatIsNot } from '#core/verification/support/names-what-is-not'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts, SentenceFacts } from '#core/verification/support/passage-facts'
import { remembered } from '#core/verification/support/remembered'
import type { Token } from '#core/verification/support/tokens'

/** Least share of the pair's words that a sentence holds which is asked for, and of the best one's for others. */
const SPEAKS = 0.25
const AS_WELL = 0.75
/** Share of a clause's words that a clause of the passage has which says the same, or the opposite. */
const SAME = 0.75
/** Clauses of a sentence that are read. */
const CLAUSES = 16
/** Words of an exception that a response names. */
const EXCEPTED = 3

const words = (row: string): ReadonlySet<string> => new Set(row.split(' '))

const NOT = words('not no never cannot neither nor none nothing nobody')
/** Behind a denial these make it none, or leave open what it denies. */
const NOT_ONLY = words('only just merely matter doubt later earlier sooner until necessarily far')
/** Words that deny in their own way, or say when something is so. */
const OPEN =
  /^(?:until|unless|except|excluding|otherwise|rather|instead|hardly|barely|seldom|rarely|little|few|avoid\w*|forbid\w*|forbade|prohibit\w*|ban|banned|bans|exclu\w+|lack\w*|refus\w+|fail\w*|stop\w*|prevent\w*|if|whether|above|over|below|under|beyond|almost|nearly)$/u
/** What shares a clause with a denial and says nothing of what is denied. */
const ADVERB = words('always ever still also yet again already any anymore really indeed other others else yes well')
/** What stands in every clause; those that help a verb first. */
const HELPS = words('is are was were be has have had do does did will would can could may might must shall should')
const FILLS = words('a an the been being it he she they we you him her them its his their of to and or than')
const COMPARES = words(
  'more less fewer larger smaller higher lower better worse older younger faster slower heavier lighter stronger weaker',
)
/** "No longer" and "any more" only say since when. */
const SINCE = words('longer more')
/** Who points back does not say what is not so. */
const POINTS = words('there so this that these those such')
const PARTS = words(', ; : . ! ? ( ) — – but while whereas although though because since and so')
/** Behind these another thing is spoken of; commas may only part a name from its clause. */
const LARGE_PARTS = words('; : . ! ? — – but while whereas although though')

const NO_THING = words('no nothing none')

const denies = remembered((word: string) => NOT.has(word) || word.endsWith("n't"))
const leavesOpen = remembered((word: string) => OPEN.test(word))

/** A clause of a sentence, read for what it says to be so. */
interface Clause {
  readonly keys: ReadonlySet<string>
  readonly numbers: readonly string[]
  /** An odd number of denials. */
  readonly denied: boolean
  /** Where its last word ends. */
  readonly end: number
  /** All words but those that stand in every clause. */
  readonly words: ReadonlySet<string>
  /** What stands behind the last denial; only what tells something, up to the first preposition. */
  readonly scope: readonly string[]
  readonly first: readonly string[]
  /** Says in another way that something is not so, or when. */
  readonly open: boolean
  readonly helped: boolean
  /** What is left out of what it says: "except Sunday". */
  readonly excepted: readonly string[]
}

/**
 * A clause of the response that says that something is so, beside the clause of the passage that says in the same words that it
 * is not, or the other way round; and what the passage leaves out of a rule, told as the rule (rule SUPPORT19).
 */
export function judgePolarity(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  if (namesWhatIsNot(pair)) return []
  return pair.response.sentences.flatMap(({ start, end }): readonly Finding[] => {
    if (pair.isVerbatim(start)) return []
    const near = spokenOf(facts, pair.alignmentOf(start), SPEAKS, AS_WELL)
    const tokens = pair.response.tokens.filter(token => token.start >= start && token.end <= end)
    // Where neither denies nor leaves anything out there is nothing to tell; most sentences are so.
    if (!tokens.some(isTelling) && !near.some(({ from, to }) => someOf(facts.tokens, from, to))) return []
    const found = tokens.some(token => token.kind === 'han')
      ? saysOtherwiseInChinese(facts, near, pair.response.text.slice(start, end), pair.instruction.text)
      : saysOtherwise(facts, near, tokens)
    if (found === null) return []
    return [
      { result: 'doubt', reason: 'negation-differs', values: {}, ranges: [{ start: found.start, end: found.end }] },
    ]
  })
}

function isTelling({ kind, word }: Token): boolean {
  return kind === 'han'
    ? saysNotInChinese(word)
    : kind === 'word' && (denies(word) || word === 'except' || word === 'other' || word === 'apart')
}

function someOf(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const token = tokens[i]
    if (token !== undefined && isTelling(token)) return true
  }
  return false
}

function saysOtherwise(
  facts: PassageFacts,
  near: readonly SentenceFacts[],
  tokens: readonly Token[],
): SentenceFacts | null {
  const said = clausesOf(withPhrases(tokens))
  const sources = near.map(sentence => ({ sentence, ...clausesIn(facts, sentence) }))
  const own = new Set(said.flatMap(clause => [...clause.keys]))
  for (const { sentence, all: clauses } of sources) {
    const whole: Whole = {
      clauses,
      words: new Set(clauses.flatMap(({ words }) => [...words])),
      isSpokenOf: share(own, new Set(clauses.flatMap(({ keys }) => [...keys]))) >= SAME,
    }
    for (const [i, clause] of said.entries()) {
      if (clauses.some(source => isExcepted(clause, source))) return sentence
      if (clause.open || said.some(({ open }, at) => open && Math.abs(at - i) === 1)) continue
      if (clauses.some(({ excepted }) => excepted.length > 0)) continue
      const against = clauses.find(source => contradicts(clause, source, whole))
      if (against === undefined) continue
      const shared = sharedBy(clause.keys, against.keys)
      const agrees = ({ denied, keys }: Clause): boolean =>
        denied === clause.denied &&
        (shared.every(key => keys.has(key)) ||
          // "Adults may touch them" beside "children must not touch the moulds"
          sharedBy(clause.keys, keys).some(key => !against.keys.has(key)))
      if (!sources.some(({ small }) => small.some(agrees))) return sentence
    }
  }
  return null
}

/** "With a day ticket, camping is not covered": without the mark behind what opens with a preposition and has no verb that helps. */
function withPhrases(tokens: readonly Token[]): readonly Token[] {
  let start = 0
  return tokens.filter(({ text, word }, i) => {
    if (!PARTS.has(word)) return true
    const isPhrase = text === ',' && isPhraseOf(tokens.slice(start, i))
    start = i + 1
    return !isPhrase
  })
}

function isPhraseOf(tokens: readonly Token[]): boolean {
  return PREPOSITION.has(tokens[0]?.word ?? '') && !tokens.some(({ word }) => HELPS.has(word))
}

/** The sentence that a clause of the passage stands in. */
interface Whole {
  readonly clauses: readonly Clause[]
  readonly words: ReadonlySet<string>
  /** Whether it has nearly all that the sentence of the response says. */
  readonly isSpokenOf: boolean
}

/** Whether one denies what the other says in the same words. */
function contradicts(said: Clause, source: Clause, whole: Whole): boolean {
  if (said.denied === source.denied || source.open || source.words.has('without')) return false
  const shared = sharedBy(said.keys, source.keys)
  const isBare = said.keys.size === 1 && shared.length === 1
  const isListed = isBare && source.keys.size === 1
  if (shared.length < 2 && !(whole.isSpokenOf && isBare && (said.helped || said.scope.length > 1 || isListed)))
    return false
  // What the clause lacks may stand in the one before: its subject.
  const isSame = shared.length >= SAME * said.keys.size || [...said.keys].every(key => whole.words.has(key))
  const [denying, other] = said.denied ? [said, source] : [source, said]
  if (!isSame || denying.first.length === 0 || !denying.first.every(key => other.words.has(key))) return false
  // Another number of them: "216 of them did not".
  if (said.numbers.some(number => !whole.words.has(number))) return false
  // "They do not run daily in winter" beside "they run daily in summer and only at weekends in winter"
  const told = whole.clauses.filter(({ end }) => end <= source.end)
  return !said.denied || said.scope.every(key => told.some(({ words }) => words.has(key)))
}

/** Whether a response says of what a rule leaves out what the rule says of the rest. */
function isExcepted(said: Clause, { excepted, denied, keys }: Clause): boolean {
  if (excepted.length === 0 || said.open || said.excepted.length > 0 || said.denied !== denied) return false
  const ruled = [...keys].filter(key => !excepted.includes(key))
  const own = [...said.keys].filter(key => !excepted.includes(key))
  return excepted.every(key => said.keys.has(key)) && own.length > 0 && share(new Set(own), new Set(ruled)) >= SAME
}

function sharedBy(one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
  return [...one].filter(key => other.has(key))
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return sharedBy(one, other).length / Math.max(1, one.size)
}

/** A sentence of the passage in its clauses, and in larger parts as well. */
interface Source {
  readonly small: readonly Clause[]
  readonly all: readonly Clause[]
}

/** The clauses of a sentence of the passage. */
const clausesIn = bySentence(({ tokens }, { from, to }): Source => {
  const here = tokens.slice(from, to)
  const small = clausesOf(here)
  const large = clausesOf(here, LARGE_PARTS).filter(({ keys }) => !small.some(one => one.keys.size === keys.size))
  return { small, all: [...small, ...large] }
})

function clausesOf(tokens: readonly Token[], marks = PARTS): readonly Clause[] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    if (marks.has(token.word)) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
    .filter(part => part.some(isContent))
    .slice(0, CLAUSES)
    .map(clauseOf)
}

function clauseOf(tokens: readonly Token[]): Clause {
  const except = exceptionAt(tokens)
  const main = except === null ? tokens : tokens.slice(0, except.at)
  let last = -1
  let denials = 0
  for (const [i, { word }] of main.entries()) {
    if (!denies(word) || NOT_ONLY.has(main[i + 1]?.word ?? '')) continue
    denials += 1
    last = i
  }
  const at = SINCE.has(main[last + 1]?.word ?? '') ? last + 2 : last + 1
  const behind = last < 0 ? [] : main.slice(at)
  const isPointing = behind.some(({ word }) => POINTS.has(word))
  const stop = behind.findIndex(({ word }, i) => i > 0 && PREPOSITION.has(word))
  // "Needed no oil" denies its verb as well.
  const verb = NO_THING.has(main[last]?.word ?? '') ? main.slice(0, last).filter(isContent).slice(-1) : []
  const first = [...verb, ...(stop < 0 ? behind : behind.slice(0, stop)).filter(tells)].map(keyOf)
  const scope = behind.filter(isWord).map(keyOf)
  return {
    keys: new Set(tokens.filter(tells).map(keyOf)),
    words: new Set(tokens.filter(isWord).map(keyOf)),
    numbers: tokens.filter(({ kind }) => kind === 'number').map(keyOf),
    denied: denials % 2 === 1,
    end: tokens.at(-1)?.end ?? 0,
    scope,
    // "Not before breakfast" denies nothing but when.
    first: isPointing ? [] : first.length === 0 && scope.length > 1 ? scope : first,
    open: isPointing || isOpen(tokens) || isRelative(main, last),
    helped: tokens.some(({ word }) => HELPS.has(word)),
    excepted: except === null ? [] : except.keys,
  }
}

/** "Damsons that have not been pricked": who is meant, and not what is so. */
function isRelative(tokens: readonly Token[], denial: number): boolean {
  const at = tokens.findIndex(({ word }, i) => i > 0 && /^(?:that|which|who)$/u.test(word))
  return at > 0 && denial > at && denial - at <= 2 && isContent(tokens[at - 1])
}

function isOpen(tokens: readonly Token[]): boolean {
  const isStill = tokens.some(({ word }) => word === 'still')
  return tokens.some(({ word }, i) => {
    const next = tokens[i + 1]?.word ?? ''
    if (word === 'used') return next === 'to'
    if (word === 'free') return next === 'of' || next === 'from'
    if (word === 'only') return !isStill
    if (word === 'than') return !tokens.slice(0, i).some(one => COMPARES.has(one.word))
    return leavesOpen(word)
  })
}

/** What a rule does not hold for, and where it begins. */
function exceptionAt(tokens: readonly Token[]): { at: number; keys: readonly string[] } | null {
  const at = tokens.findIndex(
    ({ word }, i) =>
      word === 'except' ||
      (word === 'than' && tokens[i - 1]?.word === 'other') ||
      (word === 'from' && tokens[i - 1]?.word === 'apart'),
  )
  if (at < 0) return null
  const keys: string[] = []
  for (const token of tokens.slice(at + 1)) {
    const isTold = tells(token, 0, [])
    if (keys.length > 0 && !isTold) break
    if (isTold) keys.push(keyOf(token))
  }
  return keys.length === 0 || keys.length > EXCEPTED ? null : { at: tokens[at]?.word === 'except' ? at : at - 1, keys }
}

/** Words, numbers, and what compares; "any more" and "no longer" only say since when. */
function tells(token: Token, at: number, tokens: readonly Token[]): boolean {
  if (ADVERB.has(token.word) || (SINCE.has(token.word) && /^(?:no|any)$/u.test(tokens[at - 1]?.word ?? '')))
    return false
  return COMPARES.has(token.word) || token.kind === 'number' || isContent(token)
}

function isWord(token: Token, at: number, tokens: readonly Token[]): boolean {
  return (
    tells(token, at, tokens) ||
    (token.kind === 'word' && !denies(token.word) && ![FILLS, HELPS, ADVERB, SINCE].some(one => one.has(token.word)))
  )
}
