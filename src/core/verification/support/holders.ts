import { ARTICLE, isContent, keyOf } from '#core/verification/support/content'
import type { Finding } from '#core/verification/support/finding'
import type { Name } from '#core/verification/support/names'
import type { PairFacts } from '#core/verification/support/pair-facts'
import { holdsWord, type PassageFacts } from '#core/verification/support/passage-facts'
import { foldWord, type Token } from '#core/verification/support/tokens'

/** Names of a pair that are looked at, and words of an office. */
const NAMES = 16
const WORDS = 3

const BE = /^(?:is|are|was|were|became|become|becomes)$/u
/** Behind "who is" and an article stands the office that is asked for. */
const ASKS = /^(?:who|whom)$/u
/** Answers of so few words only name someone. */
const FEW = 6

/** Who has an office in a text: the words of it, the last of which tells what it is, and the name. */
interface Holding {
  readonly keys: ReadonlySet<string>
  readonly head: string
  readonly name: Name
}

/**
 * The name of someone who is not who the passage says: another one in an office that it gives to someone by name (rule SUPPORT24), or
 * a given name with a family name that it never has there.
 */
export function judgeHolders(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const { response, instruction } = pair
  if (response.names.length === 0 || facts.names.length === 0) return []
  const asked = new Set(instruction.tokens.map(({ word }) => word))
  const own = response.names.slice(0, NAMES).filter(({ start }) => !pair.isVerbatim(start))
  for (const name of own) {
    const other = name.words.every(word => asked.has(word)) ? null : otherFamily(facts, name)
    if (other !== null) return [differs(name, other)]
  }
  const claims = [...holdingsOf(response.tokens, own), ...answered(pair, own)]
  for (const claim of claims) {
    const { name } = claim
    if (!name.words.every(word => holdsWord(facts, word))) continue
    const known = holdingsIn(facts).filter(
      ({ head, keys }) => head === claim.head && [...claim.keys].every(key => keys.has(key)),
    )
    const [other] = known
    if (other === undefined || known.some(holding => isSame(holding.name, name)) || isBeside(facts, claim)) continue
    return [differs(name, other.name)]
  }
  return []
}

function differs(said: Name, { text, start, end }: Name): Finding {
  return {
    result: 'doubt',
    reason: 'name-differs',
    values: { said: said.text, passage: text },
    ranges: [{ start, end }],
  }
}

function isSame(one: Name, other: Name): boolean {
  return one.words.some(word => other.words.includes(word))
}

/** The one whose given name a name has with another family name; null where the passage has both of them, or the first alone. */
function otherFamily(facts: PassageFacts, { words }: Name): Name | null {
  const [given = '', ...rest] = words
  if (rest.length === 0 || !words.every(word => holdsWord(facts, word))) return null
  const alike = facts.names.map(name => ({ name, own: withoutPlace(name) })).filter(({ own }) => own[0] === given)
  const isKnown = alike.some(({ own }) => own.length === 1 || words.every(word => own.includes(word)))
  return isKnown ? null : (alike.find(({ own }) => !rest.some(word => own.includes(word)))?.name ?? null)
}

/** The words of a name but for where it is from: "Helene Keil of the Thal Institute". */
function withoutPlace({ text, words }: Name): readonly string[] {
  const end = text.search(/\s(?:of|the)\s/u)
  return end < 0 ? words : words.filter(word => foldWord(text.slice(0, end)).includes(word))
}

/** Whether a sentence has both the name and the office, and does not give the office to another right there. */
function isBeside(facts: PassageFacts, { head, name }: Holding): boolean {
  const last = name.words.at(-1) ?? ''
  const given = holdingsIn(facts).filter(holding => holding.head === head)
  return (facts.holders.get(head) ?? []).some(place => {
    const { start = 0, end = 0 } = facts.sentences[place] ?? {}
    const isGiven = given.some(holding => holding.name.start >= start && holding.name.end <= end)
    return (
      !isGiven &&
      (facts.wordHolders.get(last)?.includes(place) === true ||
        facts.wordHolders.get(last)?.includes(place - 1) === true)
    )
  })
}

const read = new WeakMap<PassageFacts, readonly Holding[]>()

/** Who has which office in the passage; read once. */
function holdingsIn(facts: PassageFacts): readonly Holding[] {
  const known = read.get(facts)
  if (known !== undefined) return known
  const found = holdingsOf(facts.tokens, facts.names)
  read.set(facts, found)
  return found
}

/** "Harbour master Piet Vroom", "its founder was Henrik Vale", "his niece, Rosa," and "Ruth Osei, the mayor". Names in order. */
function holdingsOf(tokens: readonly Token[], names: readonly Name[]): readonly Holding[] {
  let at = 0
  return names.flatMap(name => {
    while (at < tokens.length && (tokens[at]?.start ?? 0) < name.start) at += 1
    let end = at
    while (end < tokens.length && (tokens[end]?.end ?? 0) <= name.end) end += 1
    return [officeBefore(tokens, at, end), officeBehind(tokens, end)].flatMap(office =>
      office.length === 0 ? [] : [{ keys: new Set(office.map(keyOf)), head: keyOf(office.at(-1) ?? NOTHING), name }],
    )
  })
}

const NOTHING: Token = { kind: 'mark', text: '', word: '', stem: '', term: null, says: false, start: 0, end: 0 }

function officeBefore(tokens: readonly Token[], at: number, end: number): readonly Token[] {
  const before = tokens[at - 1]
  // Between commas: "his niece, Rosa, and"
  if (before?.text === ',') return /^[,.;)]$/u.test(tokens[end]?.text ?? '') ? runBefore(tokens, at - 1) : []
  if (before !== undefined && BE.test(before.word))
    return ARTICLE.has(leadOf(tokens, at - 1)) ? runBefore(tokens, at - 1) : []
  return runBefore(tokens, at)
}

/** What stands before a run of words. */
function leadOf(tokens: readonly Token[], end: number): string {
  return tokens[end - runBefore(tokens, end).length - 1]?.word ?? ''
}

function officeBehind(tokens: readonly Token[], end: number): readonly Token[] {
  const next = tokens[end]
  if (next === undefined || (next.text !== ',' && !BE.test(next.word))) return []
  if (!ARTICLE.has(tokens[end + 1]?.word ?? '')) return []
  const office = runBehind(tokens, end + 2)
  return next.text !== ',' || /^(?:[,.;]|of)$/u.test(tokens[end + 2 + office.length]?.word ?? '') ? office : []
}

/** Words in small letters right before a place, those with hyphens whole: "son-in-law". */
function runBefore(tokens: readonly Token[], end: number): readonly Token[] {
  let from = end
  while (end - from < 2 * WORDS && isOffice(tokens, from - 1)) from -= 1
  return isContent(tokens[end - 1]) ? tokens.slice(from, end) : []
}

function runBehind(tokens: readonly Token[], from: number): readonly Token[] {
  let end = from
  while (end - from < 2 * WORDS && isOffice(tokens, end)) end += 1
  return isContent(tokens[end - 1]) ? tokens.slice(from, end) : []
}

function isOffice(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.text === '-' || tokens[at - 1]?.text === '-') return true
  const opens = at === 0 || tokens[at - 1]?.text === '.'
  return isContent(token) && (opens || !/^\p{Lu}/u.test(token.text)) && !/(?:ed|ly|ing)$/u.test(token.word)
}

/** The office that a question asks for, with the only name of a short answer. */
function answered({ instruction, response }: PairFacts, own: readonly Name[]): readonly Holding[] {
  const [name, more] = own
  const { tokens } = instruction
  if (name === undefined || more !== undefined || response.tokens.filter(({ kind }) => kind === 'word').length > FEW)
    return []
  if (!ASKS.test(tokens[0]?.word ?? '') || !BE.test(tokens[1]?.word ?? '') || !ARTICLE.has(tokens[2]?.word ?? ''))
    return []
  const office = runBehind(tokens, 3)
  return office.length === 0 ? [] : [{ keys: new Set(office.map(keyOf)), head: keyOf(office.at(-1) ?? NOTHING), name }]
}
