import { unitSet } from '#core/text/characters'
import type { PassageFacts } from '#core/verification/support/passage-facts'

const MARKS = '，,；;：:。！？!?（）()“”"《》「」『』【】\n'
const MARK = new RegExp(`[${MARKS}]`, 'u')
const isMark = unitSet(MARKS)
/** Characters on one side that tell a place by themselves; with some on both sides two are enough. */
const ALONE = 3
export const TOGETHER = 2
/** Characters that may stand between the two sides in the passage. */
const BETWEEN = 10
/** Characters of a clause, and of a sentence, that are read on each side of a place. */
const CLAUSE_LENGTH = 120
const SENTENCE_LENGTH = 240
/** A part that stands in more places tells nothing. */
const PLACES = 6

/** Half-open range of a text without 了. */
export interface Place {
  readonly start: number
  readonly end: number
  /** Characters around it that the response has as well. */
  readonly alike: number
  /** Its clause opens with them, so that its subject is that of the clause before. */
  readonly opens: boolean
}

/** A text without 了, which says nothing of things, and where each of its characters stands in the whole. */
export interface Bare {
  readonly text: string
  readonly at: readonly number[]
  /** What a word of it counts: the rarer, the more. */
  readonly weights: Map<string, number>
}

const LE = '了'.charCodeAt(0)

const known = new WeakMap<PassageFacts, Bare>()

export function bareOf(facts: PassageFacts): Bare {
  const before = known.get(facts)
  if (before !== undefined) return before
  const at: number[] = []
  for (let i = 0; i < facts.text.length; i += 1) if (facts.text.charCodeAt(i) !== LE) at.push(i)
  const bare = {
    text: facts.text.replaceAll('了', ''),
    at: [...at, facts.text.length],
    weights: new Map<string, number>(),
  }
  known.set(facts, bare)
  return bare
}

/** Characters that say nothing of things. */
const LITTLES = '的是在有和与及或也都就不没被由把对从到于之其这那个些什么哪谁'
const LITTLE = new RegExp(`[${LITTLES}]`, 'u')
const isLittle = unitSet(LITTLES)

/** Two Han characters in a row that say something, wherever a text has them. */
export function pairsOf(text: string): readonly string[] {
  const pairs: string[] = []
  let before = false
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    const tells = unit >= 0x4e00 && unit <= 0x9fff && !isLittle(unit)
    if (tells && before) pairs.push(text.slice(i - 1, i + 1))
    before = tells
  }
  return pairs
}

/** How many of these words the clause around a place has, rarer ones counting more. */
export function fit(bare: Bare, at: number, words: ReadonlySet<string>): number {
  const clause = new Set(pairsOf(bare.text.slice(clauseStart(bare.text, at), clauseEnd(bare.text, at))))
  let sum = 0
  for (const word of words) if (clause.has(word)) sum += weightOf(bare, word)
  return sum
}

function weightOf({ text, weights }: Bare, word: string): number {
  const known = weights.get(word)
  if (known !== undefined) return known
  const weight = 1 / (placesOf(text, word).length || 2 * PLACES)
  weights.set(word, weight)
  return weight
}

/** What the passage has where the response has a thing: between, before or behind the characters that most are the same. */
export function placesAround(text: string, left: string, right: string, isAsked: boolean): readonly Place[] {
  const alone = isAsked ? TOGETHER : ALONE
  // What stands before a verb is less surely a thing than what stands behind one.
  const places = [
    ...between(text, left, right),
    ...before(text, right, isAsked ? TOGETHER : ALONE + 1),
    ...behind(text, left, alone),
  ]
  const most = Math.max(0, ...places.map(({ alike }) => alike))
  return places.filter(({ alike }) => alike === most)
}

/** 镇子东边 and 镇东头 without what says nothing of the place. */
export function withoutSides(text: string): string {
  return text.replace(/[子边邊头頭面侧側处處里裡]/gu, '')
}

/** Where a text has a part; nowhere where it has it so often that it tells nothing. */
export function placesOf(text: string, part: string, most = PLACES): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(part); at >= 0 && places.length <= most; at = text.indexOf(part, at + 1)) places.push(at)
  return places.length > most ? [] : places
}

export function clauseStart(text: string, at: number): number {
  let i = at
  while (i > 0 && at - i < CLAUSE_LENGTH && !isMark(text.charCodeAt(i - 1))) i -= 1
  return i
}

export function clauseEnd(text: string, at: number): number {
  let i = at
  while (i < text.length && i - at < CLAUSE_LENGTH && !isMark(text.charCodeAt(i))) i += 1
  return i
}

type Between = Omit<Place, 'alike'>

function aroundTail(text: string, lead: string, tail: string): readonly Between[] {
  return placesOf(text, tail).flatMap(end => {
    const at = text.slice(Math.max(0, end - BETWEEN - lead.length), end - 1).lastIndexOf(lead)
    const start = Math.max(0, end - BETWEEN - lead.length) + at + lead.length
    const first = clauseStart(text, end)
    return at < 0 || start - lead.length < first ? [] : [{ start, end, opens: start - lead.length === first }]
  })
}

function aroundLead(text: string, lead: string, tail: string): readonly Between[] {
  return placesOf(text, lead).flatMap(at => {
    const start = at + lead.length
    const behind = text.slice(start + 1, start + BETWEEN + tail.length).indexOf(tail)
    const end = start + 1 + behind
    return behind < 0 || end > clauseEnd(text, start) ? [] : [{ start, end, opens: clauseStart(text, at) === at }]
  })
}

/** What the passage has between the same characters. */
function between(text: string, left: string, right: string): readonly Place[] {
  for (let k = right.length; k >= 1; k -= 1)
    for (let j = left.length; j >= 1; j -= 1) {
      if (k + j < ALONE || (k < TOGETHER && j < TOGETHER)) continue
      const lead = left.slice(left.length - j)
      const tail = right.slice(0, k)
      const found = aroundTail(text, lead, tail)
      const places = found.length > 0 ? found : aroundLead(text, lead, tail)
      if (places.length > 0) return places.map(place => ({ ...place, alike: k + j }))
    }
  return []
}

/** What stands before the same characters in their clause: its subject. */
function before(text: string, right: string, alone: number): readonly Place[] {
  for (let k = right.length; k >= TOGETHER; k -= 1) {
    if (k < ALONE && LITTLE.test(right.slice(0, k))) return []
    const places = placesOf(text, right.slice(0, k)).map(at => subject(text, clauseStart(text, at), at, k))
    const told = places.filter(place => k >= alone || /[由被]/u.test(text[place.start - 1] ?? ''))
    if (told.length > 0) return told
  }
  return []
}

/** One of a kind that opens the sentence, for a clause that has no other subject; the response has another one of it there. */
export function carriedTo(text: string, added: string, right: string): Place | null {
  const lead = right.slice(0, CARRIED)
  const [at, more] = lead.length < CARRIED ? [] : placesOf(text, lead)
  if (at === undefined || more !== undefined || clauseStart(text, at) !== at) return null
  const start = sentenceStart(text, at)
  const opening = text.slice(start, start + added.length)
  const isKin = opening !== added && Array.from(added).some((character, i) => character === opening[i])
  const before = text.slice(start, at)
  const isSubject = before.split(MARK).some(clause => clause.startsWith(added))
  return isKin && before.includes(added) && !isSubject
    ? { start, end: start + added.length, alike: CARRIED, opens: false }
    : null
}
/** Characters of a clause without a subject that tell it. */
const CARRIED = 4

/** A stretch without the words of time and speech around it; what 由 or 被 names, where one of them stands there. */
function subject(text: string, start: number, end: number, alike: number): Place {
  const words = text.slice(start, end)
  const agent = Math.max(words.lastIndexOf('由'), words.lastIndexOf('被')) + 1
  const lead = agent > 0 ? agent : (LEADS.exec(words)?.[0].length ?? 0)
  const trail = lead < words.length ? (TRAILS.exec(words)?.[0].length ?? 0) : 0
  return { start: start + lead, end: Math.max(start + lead, end - trail), alike, opens: false }
}

const LEADS = /^(?:据说|据|其中|当时|后来|现在|如今|目前|同年|次年|但|而|则|并|且|又|\d+年|\d+月|\d+日|[春夏秋冬]天)+/u
const TRAILS = /(?:则|也|就|都|还|已|已经|曾|曾经|才|只|又|便|主要|共|均|所|却|仍)+$/u

/** Two of a kind: 二 and 三 of 二号 and 三号. */
function isOther(one: string | undefined, other: string | undefined): boolean {
  return one !== other && [one, other].every(character => TELLS.test(character ?? ''))
}
const TELLS = /^[一二三四五六七八九十上下前后东西南北左右大小新旧男女]$/u

/** What stands behind the same characters in their clause. */
function behind(text: string, left: string, alone: number): readonly Place[] {
  for (let k = left.length; k >= alone; k -= 1) {
    if (k < ALONE && LITTLE.test(left.slice(left.length - k, left.length - 1))) return []
    const lead = left.slice(left.length - k)
    const places = placesOf(text, lead).filter(
      at =>
        !isOther(text[at - 1], left[left.length - k - 1]) &&
        // 3200米的 is not 800米的.
        !(/^\d/u.test(lead) && /\d$/u.test(text.slice(0, at).slice(-1) + (left[left.length - k - 1] ?? ''))),
    )
    if (places.length > 0)
      return places.map(at => ({
        start: at + k,
        end: clauseEnd(text, at + k),
        alike: k,
        opens: clauseStart(text, at) === at,
      }))
  }
  return []
}

export function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - SENTENCE_LENGTH)
  return from + Math.max(...Array.from('。！？\n', mark => text.slice(from, at).lastIndexOf(mark))) + 1
}
