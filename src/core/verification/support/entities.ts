import type { Range } from '#core/synthesis/pair'
import { align, type Alignment, type Query, shareNear, speaksOf } from '#core/verification/support/alignment'
import {
  addedRuns,
  addedTo,
  answersUpTo,
  ASKS_PERSON,
  ASKS_WHO,
  type ChineseName,
  isPerson,
} from '#core/verification/support/chinese-names'
import { ofKinds } from '#core/verification/support/chinese-kinds'
import { withoutSides } from '#core/verification/support/chinese-places'
import { isAlias } from '#core/verification/support/aliases'
import { belongsTo, clauseAt, sharedTerms } from '#core/verification/support/clauses'
import { isOrder, isOrdinary, isUnit } from '#core/verification/support/no-names'
import type { Finding } from '#core/verification/support/finding'
import { holdsChinese } from '#core/verification/support/holds-chinese'
import { isKnownName, isSpelledOut, isSurelyName, unknownWords } from '#core/verification/support/known-names'
import { quotedAwayFrom } from '#core/verification/support/quoted-places'
import { isInTitle } from '#core/verification/support/title-lines'
import { foldWord } from '#core/verification/support/tokens'
import type { Name } from '#core/verification/support/names'
import type { PairFacts, Said } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'

const SPEAKS = 0.35
const ELSEWHERE = 0.6
/** What is not so is asked for: its name stands where the passage speaks of something else. */
const ASKS_OTHER = /\b(?:not|except|other than)\b|n['’]t\b|[不没未](?![同仅])|除了/iu
/** An answer of so few words is the name that was asked for. */
const FEW = 4
/** Names of a pair that are looked for. */
const NAMES = 32

/** A day that a question puts: "I come on a Monday". */
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/u

/** Judges the names that a pair uses against its passage (rules SUPPORT7, SUPPORT8). */
export function judgeNames(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  return [...ofInstruction(facts, pair), ...ofLatin(facts, pair), ...ofChinese(facts, pair)]
}

function ofInstruction(facts: PassageFacts, { instruction, denies, steps }: PairFacts): Finding[] {
  if (denies || steps) return []
  const latin = instruction.names.slice(0, NAMES).flatMap(name => {
    const bare = withoutOpening(name)
    // "Explain …": a verb that no list holds opens an instruction more often than a name does.
    if (bare === null || bare.words.every(word => WEEKDAY.test(word))) return []
    if (bare.opens && bare.words.length === 1 && !isKnownName(bare.words[0] ?? '')) return []
    return unknownWords(facts, bare).length === 0 || isSpelledOut(facts, bare) ? [] : [unknown(bare.text)]
  })
  const chinese = instruction.hanNames.filter(name => !holdsChinese(facts, name.text)).map(name => unknown(name.text))
  return [...latin, ...chinese]
}

function ofLatin(facts: PassageFacts, pair: PairFacts): Finding[] {
  if (pair.response.names.length === 0) return []
  const asked = new Set(pair.instruction.tokens.map(token => token.word))
  return pair.response.names.slice(0, NAMES).flatMap(name => {
    const bare = withoutOpening(name)
    if (bare === null || bare.words.every(word => asked.has(word)) || isTitleCase(pair.response, name)) return []
    if (isOrder(pair.response.tokens, bare) || isOrdinary(facts, bare)) return []
    if (pair.isVerbatim(name.start)) return []
    const alignment = pair.alignmentOf(name.start)
    const missing = unknownWords(facts, bare).filter(word => !asked.has(word))
    if (missing.length === 0) return misplaced(facts, pair, bare, alignment)
    if (isSpelledOut(facts, bare)) return []
    const instead = counterpart(facts, pair, bare, alignment)
    if (instead !== null) return [differs(bare.text, instead)]
    const lone =
      bare.opens && bare.words.length === 1 && !isKnownName(bare.words[0] ?? '') && pair.response.tokens.length > FEW
    return lone ? [] : [unknown(bare.text)]
  })
}

/** A name without the ordinary word that opens the sentence; null where nothing of it is surely a name. */
function withoutOpening(name: Name): Name | null {
  const [first, ...rest] = name.words
  const at = name.text.search(/[\s-]/u)
  if (!name.opens || first === undefined || isSurelyName(first)) return name
  if (at >= 0 && foldWord(name.text.slice(0, at)) !== first) return name
  if (rest.length === 0 || at < 0) return null
  return { ...name, words: rest, text: name.text.slice(at + 1) }
}

/** In a heading, or a line of them, every word has a capital. */
function isTitleCase({ text }: Said, { start, end }: Range): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const until = text.indexOf('\n', end)
  const line = text.slice(from, until < 0 ? from + LINE : Math.min(until, from + LINE))
  const words = line.match(/\p{L}{4,}/gu) ?? []
  return (
    !/[.!?。]\s*$/u.test(line) &&
    words.length >= 4 &&
    words.filter(word => /^\p{Lu}/u.test(word)).length / words.length > 0.6
  )
}

const LINE = 400

/** SUPPORT8: the passage has the name, but not where it says what the pair asks for; another stands there. */
function misplaced(facts: PassageFacts, pair: PairFacts, name: Name, alignment: Alignment): Finding[] {
  if (ASKS_OTHER.test(pair.instruction.text)) return []
  const places = name.words.map(word => facts.wordHolders.get(word) ?? []).sort((a, b) => a.length - b.length)[0] ?? []
  const isTitled = facts.names.some(
    one => one.words.some(word => name.words.includes(word)) && isInTitle(facts, one.start),
  )
  if (isTitled) return []
  const clause = otherClause(facts, pair, name, places)
  if (clause !== null && !isAlias(facts, name, clause)) return [differs(name.text, clause)]
  const quoted = ASKS_NAME.test(pair.instruction.text)
    ? quotedAwayFrom(facts, pair, place => places.includes(place))
    : []
  const other = quoted.length === 0 ? null : otherIn(facts, pair, quoted)
  if (other !== null && !isAlias(facts, name, other)) return [differs(name.text, other)]
  if (!isFarFrom(facts, pair, pair.queryAt(name.start), alignment, places, 0)) return []
  const [best] = alignment.ranked
  if (best !== undefined && places.includes(best.place + 1) && goesOn(facts, best.place + 1)) return []
  if (best !== undefined && isSpoken(facts, best.place)) return []
  const instead = counterpart(facts, pair, name, alignment)
  return instead === null || isAlias(facts, name, instead) ? [] : [differs(name.text, instead)]
}

/** One name is asked for. */
const ASKS_NAME = /\b(?:who|whom|whose|which|what)\b/iu

/** A name of some sentences that the pair does not say. */
function otherIn(facts: PassageFacts, pair: PairFacts, places: readonly number[]): Name | null {
  const said = saidWords(pair)
  const found = facts.names.find(
    (one, i) =>
      places.includes(facts.nameSentence[i] ?? -1) &&
      withoutOpening(one) !== null &&
      !one.words.some(word => said.has(word)),
  )
  return found ?? null
}

/** Who speaks of himself as I in "She told me, Aunt" is named in another sentence. */
function isSpoken({ tokens, sentences }: PassageFacts, place: number): boolean {
  const { from = 0, to = 0 } = sentences[place] ?? {}
  for (let i = from; i < to; i += 1) if (/^(?:i|me|my|myself)$/u.test(tokens[i]?.word ?? '')) return true
  return false
}

/** "Her successor": the sentence speaks of whom the one before names. */
function goesOn({ tokens, sentences }: PassageFacts, place: number): boolean {
  return /^(?:his|her|its|their)$/u.test(tokens[sentences[place]?.from ?? -1]?.word ?? '')
}

/** In one sentence, the name of the clause that the pair speaks of: "copper from Falun and tin from Saxony". */
function otherClause(facts: PassageFacts, pair: PairFacts, name: Name, places: readonly number[]): Name | null {
  const [sentence] = places
  if (sentence === undefined || places.length !== 1) return null
  const query = pair.queryAt(name.start)
  const here = facts.names.find(
    (one, i) => facts.nameSentence[i] === sentence && one.words.some(word => name.words.includes(word)),
  )
  if (here === undefined) return null
  const said = saidWords(pair)
  const found = facts.names.find(
    (one, i) =>
      facts.nameSentence[i] === sentence &&
      !one.words.some(word => said.has(word)) &&
      isParallel(facts, sentence, query, here, one) &&
      withoutOpening(one) !== null &&
      belongsTo(facts, sentence, query, here.start, one.start),
  )
  return found ?? null
}

/** Two clauses that are built alike: they share a word with the pair, the same word stands before both
 * names, or the other one is who does it. */
function isParallel(facts: PassageFacts, sentence: number, query: Query, here: Range, other: Range): boolean {
  const clause = clauseAt(facts, sentence, here.start)
  if (clause !== null && sharedTerms(facts, clause, query).size > 0) return true
  const before = wordBefore(facts, other.start)
  return wordBefore(facts, here.start) === before || /^(?:by|is|are|was|were)$/u.test(before)
}

function wordBefore({ text }: PassageFacts, at: number): string {
  return /(\p{L}+)[^\p{L}]*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1] ?? ''
}

function saidWords({ instruction, response }: PairFacts): ReadonlySet<string> {
  return new Set([...instruction.tokens, ...response.tokens].map(token => token.word))
}

function isFarFrom(
  facts: PassageFacts,
  { evidence }: PairFacts,
  query: Query,
  alignment: Alignment,
  places: readonly number[],
  around: number,
): boolean {
  const [best] = alignment.ranked
  if (best === undefined || best.share < SPEAKS || places.length === 0) return false
  const quoted = places.some(place => {
    const sentence = facts.sentences[place]
    return evidence.some(
      range =>
        sentence !== undefined && range.how !== 'nearest' && range.start < sentence.end && range.end > sentence.start,
    )
  })
  if (quoted || shareNear(alignment, places, around) >= best.share * ELSEWHERE) return false
  return !speaksOf(facts, query, places, best.place)
}

/** A name of the best sentence that the pair does not say; one that shares the family name with what it says is another. */
function counterpart(facts: PassageFacts, pair: PairFacts, name: Name, alignment: Alignment): Name | null {
  const [best] = alignment.ranked
  if (best === undefined || best.share < SPEAKS) return null
  const said = saidWords(pair)
  const { from, to } = facts.sentences[best.place] ?? { from: 0, to: 0 }
  const tokens = facts.tokens.slice(from, to)
  return (
    facts.names.find((one, i) => {
      const bare = facts.nameSentence[i] === best.place ? withoutOpening(one) : null
      if (bare === null || isOrder(tokens, bare) || isUnit(facts, bare) || isLabel(facts, one)) return false
      return !bare.words.some(word => said.has(word)) || isNamesake(bare, name, said)
    }) ?? null
  )
}

/** "Aim: be the first": what a line is about. */
function isLabel({ text }: PassageFacts, { start, end, words }: Name): boolean {
  return (
    words.length === 1 &&
    /^\s*:/u.test(text.slice(end, end + 2)) &&
    /(?:^|\n)\W{0,4}$/u.test(text.slice(0, start).slice(-6))
  )
}

/** Another given name before the same family name. */
function isNamesake(one: Name, other: Name, said: ReadonlySet<string>): boolean {
  const [given = ''] = one.words
  return (
    one.words.length > 1 &&
    other.words.length > 1 &&
    one.words.at(-1) === other.words.at(-1) &&
    !said.has(given) &&
    !one.words.includes(other.words[0] ?? '')
  )
}

function ofChinese(facts: PassageFacts, pair: PairFacts): Finding[] {
  const { response, instruction } = pair
  if (!/[\u4e00-\u9fff]/u.test(response.text)) return []
  const asked = instruction.text
  const findings: Finding[] = []
  for (const name of response.hanNames) {
    if (asked.includes(name.text) || pair.isVerbatim(name.start)) continue
    if (!holdsChinese(facts, name.text)) findings.push(unknown(name.text))
    else findings.push(...misplacedChinese(facts, pair, name))
  }
  findings.push(...ofKinds(facts, pair))
  return [...findings, ...ofWhom(facts, pair)]
}

/** What the answer to "who" names: all of it in the passage, or none of it. */
function ofWhom(facts: PassageFacts, pair: PairFacts): Finding[] {
  const asked = pair.instruction.text.replace(/[“「『《][^”」』》]{0,200}[”」』》]/gu, '')
  const said = pair.response.text
  if (!ASKS_WHO.test(asked) || OFFERS.test(asked) || said.length > LONGEST_WHO) return []
  const added = addedTo(pair.instruction.text, said)
  const end = answersUpTo(pair.instruction.text, said)
  // 赵倩没来: a person of the passage, and what is said of her.
  if (added.some(({ text }) => isPerson(text) && SAID_OF.test(text) && holdsChinese(facts, text.replace(SAID_OF, ''))))
    return []
  const names = added.filter(({ start }) => start < end)
  if (added.some(name => holdsChinese(facts, name.text)))
    return names.filter(name => holdsChinese(facts, name.text)).flatMap(name => misplacedChinese(facts, pair, name, 0))
  const strange = names.filter(name => !sharesTwo(facts.plain, name.text))
  if (ASKS_PERSON.test(asked))
    return names.filter(name => isPerson(name.text) || strange.includes(name)).map(name => unknown(name.text))
  const nothingKnown = addedRuns(asked, said).every(run => !sharesTwo(facts.plain, run.text))
  return nothingKnown ? strange.map(name => unknown(name.text)) : []
}

/** One of two that the question names: 家禽或鱼，哪个更好. */
const OFFERS = /[和与跟或][^，,。？?]{1,20}[，,、]?\s*哪/u
const SAID_OF = /(?<=^..)(?:没|不|未|也|都|先|已|就)?[来去说在有到走做写]$/u
const LONGEST_WHO = 60

function sharesTwo(plain: string, word: string): boolean {
  const bare = withoutSides(word)
  if (bare.length > 1 && bare.length < word.length && plain.includes(bare)) return true
  for (let i = 0; i + 1 < word.length; i += 1) if (plain.includes(word.slice(i, i + 2))) return true
  return false
}

function misplacedChinese(facts: PassageFacts, pair: PairFacts, name: ChineseName, around = 1): Finding[] {
  if (ASKS_OTHER.test(pair.instruction.text)) return []
  const has = (place: number): boolean => {
    const { start = 0, end = 0 } = facts.sentences[place] ?? {}
    return facts.text.slice(start, end).includes(name.text)
  }
  const [quoted] = ASKS_PERSON.test(pair.instruction.text) ? quotedAwayFrom(facts, pair, has) : []
  const named = facts.sentences[quoted ?? -1]
  if (named !== undefined)
    return [
      {
        result: 'doubt',
        reason: 'name-elsewhere',
        values: { said: name.text },
        ranges: [{ start: named.start, end: named.end }],
      },
    ]
  const query = withoutName(pair.queryAt(name.start), name.text)
  const alignment = align(facts, query)
  const [best] = alignment.ranked
  const clause = otherClauseThan(facts, pair, name)
  if (clause !== null)
    return [{ result: 'doubt', reason: 'name-elsewhere', values: { said: name.text }, ranges: [clause] }]
  const places = facts.sentences.flatMap(({ start, end }, place) => {
    const at = facts.text.indexOf(name.text, start)
    return at >= 0 && at < end ? [place] : []
  })
  if (best === undefined || !isFarFrom(facts, pair, query, alignment, places, around)) return []
  const sentence = facts.sentences[best.place]
  // The sentence before names whom this one asks, as he or she.
  const isMeant =
    places.includes(best.place - 1) && /[请让派聘邀][他她]/u.test(facts.text.slice(sentence?.start, sentence?.end))
  if (sentence === undefined || isMeant) return []
  return [
    {
      result: 'doubt',
      reason: 'name-elsewhere',
      values: { said: name.text },
      ranges: [{ start: sentence.start, end: sentence.end }],
    },
  ]
}

/** In one sentence, a clause built like those that have the name, of which the pair says more. */
function otherClauseThan(facts: PassageFacts, pair: PairFacts, name: ChineseName): Range | null {
  const places = placesOf(facts.text, name.text)
  const sentence = facts.sentences.findIndex(({ start, end }) => (places[0] ?? -1) >= start && (places[0] ?? -1) < end)
  const whole = facts.sentences[sentence]
  if (whole === undefined || (places.at(-1) ?? 0) >= whole.end) return null
  const query = withoutName(pair.queryAt(name.start), name.text)
  const alike = places.some(at => {
    const clause = clauseAt(facts, sentence, at)
    return clause !== null && sharedTerms(facts, clause, query).size > 0
  })
  if (!alike) return null
  for (let i = whole.from; i < whole.to; i += 1) {
    const token = facts.tokens[i]
    if (token?.kind !== 'mark' || !places.every(at => belongsTo(facts, sentence, query, at, token.end))) continue
    const clause = clauseAt(facts, sentence, token.end)
    const [first, last] = [facts.tokens[clause?.from ?? -1], facts.tokens[(clause?.to ?? 0) - 1]]
    if (first !== undefined && last !== undefined) return { start: first.start, end: last.end }
  }
  return null
}

/** What a pair says but for a name and the characters around it. */
function withoutName(query: Query, name: string): Query {
  const [first, last] = [name[0], name.at(-1)]
  return new Map([...query].filter(([term]) => !name.includes(term) && term[0] !== last && term[1] !== first))
}

/** Where a name stands, at most eight times. */
function placesOf(text: string, name: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(name); at >= 0 && places.length < 8; at = text.indexOf(name, at + 1)) places.push(at)
  return places
}

function unknown(said: string): Finding {
  return { result: 'doubt', reason: 'name-unknown', values: { said } }
}

function differs(said: string, name: Name): Finding {
  return {
    result: 'doubt',
    reason: 'name-differs',
    values: { said, passage: name.text },
    ranges: [{ start: name.start, end: name.end }],
  }
}
