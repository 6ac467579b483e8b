import { addedRuns } from '#core/verification/support/chinese-names'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'

const HAN = /[\u4e00-\u9fff]/u
/** Questions for a thing, not for a reason, a time or a way. */
const ASKS_THING = /谁|哪(?!年|天|月)|(?<!为)什么(?!时候|时间|原因)|何[人处物种]|啥/u
/** The words that ask for a thing, with its kind: 什么鱼, 哪条河. */
const ASKS =
  /谁|何[人处物种]|(?:什么|哪(?:一)?[种条座个家位只颗类支艘款所部间])((?:鱼|鸟|树|花|草|河|山|湖|海|港|岛|村|镇|市|县|省|国|洲|队|组|厂|矿|船|车|桥|路|街|塔|庙|寺|店|馆|院|校|人|病|药|酒|茶|油|水|石|木|瓦|布|色|颜色|动物|植物|材料|地方|语言|金属|东西|作物|水果|城市|建筑|部门|公司|学校|国家)?)|哪[里儿]|哪国/gu
/** Characters between two marks; what stands there belongs together. */
const CLAUSE = /[^，,；;：:。！？!?（）()“”"《》「」『』\n]+/gu
const MARK = /[，,；;：:。！？!?（）()“”"《》「」『』\n]/u
/** Words that open a clause and name nothing. */
const OPENING = /^(?:据说|据|其中|当时|后来|现在|如今|主要|分别|因为|所以|由于|但|而|则|并|且)+/u
/** Characters on one side that tell a place by themselves; with some on both sides two are enough. */
const ALONE = 3
const TOGETHER = 2
/** Characters that are looked at on each side of what a response adds. */
const AROUND = 12
/** Characters that may stand between the two sides in the passage. */
const BETWEEN = 10
/** Things that a response adds, and places in the passage, that are looked at. */
const RUNS = 12
const PLACES = 6
/** Places of the thing itself. */
const OFTEN = 24

/** Half-open range of a text without 了. */
interface Place {
  readonly start: number
  readonly end: number
  /** Characters around it that the response has as well. */
  readonly alike: number
  /** Its clause opens with them, so that its subject is that of the clause before. */
  readonly opens: boolean
}

/** A text without 了, which says nothing of things, and where each of its characters stands in the whole. */
interface Bare {
  readonly text: string
  readonly at: readonly number[]
}

const known = new WeakMap<PassageFacts, Bare>()

function bareOf(facts: PassageFacts): Bare {
  const before = known.get(facts)
  if (before !== undefined) return before
  const at: number[] = []
  for (let i = 0; i < facts.text.length; i += 1) if (facts.text[i] !== '了') at.push(i)
  const bare = { text: facts.text.replaceAll('了', ''), at: [...at, facts.text.length] }
  known.set(facts, bare)
  return bare
}

/**
 * What a Chinese response adds to its question, held against what the passage has between, before or behind the same
 * characters: 秋天种玉米 where it says 秋天种小麦 (rule SUPPORT14).
 */
export function judgeChineseNeighbours(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const { response, instruction } = pair
  if (!HAN.test(response.text) || !ASKS_THING.test(instruction.text)) return []
  const asks = asksOf(instruction.text.replaceAll('了', ''))
  const asked = pairsOf(instruction.text.replaceAll('了', ''))
  const bare = bareOf(facts)
  return clausesOf(response.text.replaceAll('了', ''), asks).flatMap(clause => {
    if (bare.text.includes(clause)) return []
    const placed = ({ start, end }: Run): Placed => {
      const added = clause.slice(start, end)
      const left = clause.slice(Math.max(0, start - AROUND), start)
      const right = clause.slice(end, end + AROUND)
      const words = new Set([...asked, ...pairsOf(left), ...pairsOf(right)])
      const isAsked = asks.some(ask => fills(ask, left, right))
      return {
        added,
        isAsked,
        found: added.length < 2 ? null : instead(bare.text, added, { left, right, isAsked, words }),
      }
    }
    /** A thing together with its verb: 承租方 of 由承租方维修. */
    const partOf = ({ start, end }: Run): Placed | undefined => {
      const cuts = Array.from({ length: Math.max(0, Math.min(end - start, AROUND) - 3) }, (_, i) => start + 2 + i)
      return cuts
        .filter(
          at => start > 0 && bare.text.includes(clause.slice(start, at)) && bare.text.includes(clause.slice(at, end)),
        )
        .map(at => placed({ start, end: at }))
        .find(part => part.found !== null)
    }
    return addedRuns(instruction.text, clause)
      .slice(0, RUNS)
      .flatMap(run => {
        const { start, end } = trimmed(bare.text, clause, withKind(clause, run, asks))
        const whole = placed({ start, end })
        const { added, found, isAsked } = whole.found === null ? (partOf({ start, end }) ?? whole) : whole
        if (found === null)
          return isAsked && isStrange(facts.plain, added)
            ? [{ result: 'doubt' as const, reason: 'name-unknown', values: { said: added } }]
            : []
        const range = { start: bare.at[found.start] ?? 0, end: bare.at[found.end] ?? 0 }
        return [
          {
            result: 'doubt' as const,
            reason: 'words-differ',
            values: { said: added, passage: facts.text.slice(range.start, range.end) },
            ranges: [range],
          },
        ]
      })
  })
}

/** Whether nothing of a thing stands in the passage; counts and reigns are judged elsewhere. */
function isStrange(plain: string, thing: string): boolean {
  if (thing.length < 2 || thing.length > LONGEST || /^[一二两三四五六七八九十几数多]|[朝代]$/u.test(thing)) return false
  return pairsOf(thing).every(two => !plain.includes(two))
}
/** Longer answers are said in another way. */
const LONGEST = 5

/** Where a question asks for a thing: what stands before and behind, and the kind of thing. */
interface Ask {
  readonly before: string
  readonly behind: string
  readonly kind: string
}

function asksOf(question: string): readonly Ask[] {
  return [...question.matchAll(ASKS)].slice(0, RUNS).map(match => {
    const before = question.slice(0, match.index)
    const behind = question.slice(match.index + match[0].length)
    return {
      before: /[^，,；;：:。！？!?“”"\n]*$/u.exec(before)?.[0] ?? '',
      behind: /^[^，,；;：:。！？!?“”"\n]*/u.exec(behind)?.[0] ?? '',
      kind: match[1] ?? '',
    }
  })
}

/** Whether a thing stands where the question asks for one. */
function fills({ before, behind }: Ask, left: string, right: string): boolean {
  return (
    (before.length >= TOGETHER && left.endsWith(before.slice(-TOGETHER))) ||
    (behind.length >= TOGETHER && right.startsWith(behind.slice(0, TOGETHER)))
  )
}

/** Answers of so few characters are put in the place of what asks. */
const FEW = 8

/** The clauses of a response; a mere name as the question would have it: 小麦 for 秋天种什么 is 秋天种小麦. */
function clausesOf(response: string, asks: readonly Ask[]): readonly string[] {
  const clauses = (response.match(CLAUSE) ?? []).slice(0, RUNS)
  const [only, more] = clauses
  const [ask, others] = asks
  if (only === undefined || ask === undefined || more !== undefined || others !== undefined || only.length > FEW)
    return clauses
  const asked = ask.before + ask.behind
  const name = only.replace(/^[是由在用]|的$/gu, '')
  return Array.from(name).some((_, i) => i > 0 && asked.includes(name.slice(i - 1, i + 1)))
    ? clauses
    : [ask.before + name + ask.behind]
}

interface Placed {
  readonly added: string
  readonly found: Place | null
  readonly isAsked: boolean
}

interface Run {
  readonly start: number
  readonly end: number
}

/** The character of the kind that is asked for belongs to the name of the thing: 鳟鱼 for 什么鱼. */
function withKind(clause: string, { start, end }: Run, asks: readonly Ask[]): Run {
  return { start, end: asks.some(({ kind }) => kind.length === 1 && kind === clause[end]) ? end + 1 : end }
}

/** Without the words of speech in front, and without what the passage has right there as well: 附近 of 隧道附近发现. */
function trimmed(text: string, clause: string, run: Run): Run {
  let start = run.start + (OPENING.exec(clause.slice(run.start, run.end))?.[0].length ?? 0)
  let end = run.end
  const behind = clause.slice(end, end + 2)
  while (behind.length === 2 && end > start + 2 && text.includes(clause.slice(end - 1, run.end) + behind)) end -= 1
  if (run.end - end === 1) end = run.end
  for (let i = end - 2; i >= start + 2; i -= 1)
    if (run.start >= 2 && start === run.start && text.includes(clause.slice(start - 2, i))) {
      start = i
      break
    }
  return { start, end }
}

interface Around {
  readonly left: string
  readonly right: string
  /** Whether the thing stands where the question asks for one. */
  readonly isAsked: boolean
  /** Two characters in a row that question and response have besides the thing. */
  readonly words: ReadonlySet<string>
}

/** Characters that say nothing of things. */
const LITTLE = /[的是在有和与及或也都就不没被由把对从到于之其这那个些什么哪谁]/u

function pairsOf(text: string): readonly string[] {
  return Array.from(text, (_, i) => text.slice(i, i + 2)).filter(
    two => /^[\u4e00-\u9fff]{2}$/u.test(two) && !LITTLE.test(two),
  )
}

/** How many of these words the clause around a place has, rarer ones counting more. */
function fit(text: string, at: number, words: ReadonlySet<string>): number {
  const clause = new Set(pairsOf(text.slice(clauseStart(text, at), clauseEnd(text, at))))
  return [...words]
    .filter(word => clause.has(word))
    .reduce((sum, word) => sum + 1 / Math.max(1, placesOf(text, word).length || 2 * PLACES), 0)
}

/** What the passage has in the place of a thing; null where it has that thing there, or nothing like it. */
function instead(text: string, added: string, { left, right, isAsked, words }: Around): Place | null {
  const alone = isAsked ? TOGETHER : ALONE
  const carried = carriedTo(text, added, right)
  if (carried !== null) return carried
  const all = [...between(text, left, right), ...before(text, right, alone), ...behind(text, left, alone)]
  const most = Math.max(0, ...all.map(({ alike }) => alike))
  const places = all.filter(({ alike }) => alike === most)
  if (places.some(place => agrees(text, added, place))) return null
  const here = standing(text, added)
  if (!isAsked && here.length === 0) return null
  const fits = Math.max(0, ...here.map(at => fit(text, at, words)))
  return (
    places.find(({ start, end, opens }) => {
      const own = fit(text, start, words) + (opens ? fit(text, sentenceStart(text, start), words) : 0)
      return isThing(text.slice(start, end)) && own > fits
    }) ?? null
  )
}

/** Where a thing stands, or else parts of it. */
function standing(text: string, thing: string): readonly number[] {
  const whole = placesOf(text, thing, OFTEN)
  return whole.length > 0 ? whole : pairsOf(thing).flatMap(two => placesOf(text, two))
}

/** Where a text has a part; nowhere where it has it so often that it tells nothing. */
function placesOf(text: string, part: string, most = PLACES): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(part); at >= 0 && places.length <= most; at = text.indexOf(part, at + 1)) places.push(at)
  return places.length > most ? [] : places
}

function clauseStart(text: string, at: number): number {
  let i = at
  while (i > 0 && !MARK.test(text[i - 1] ?? '')) i -= 1
  return i
}

function sentenceStart(text: string, at: number): number {
  return Math.max(...Array.from('。！？\n', mark => text.lastIndexOf(mark, at - 1))) + 1
}

function clauseEnd(text: string, at: number): number {
  let i = at
  while (i < text.length && !MARK.test(text[i] ?? '')) i += 1
  return i
}

/** What the passage has between the same characters. */
function between(text: string, left: string, right: string): readonly Place[] {
  for (let k = right.length; k >= 1; k -= 1)
    for (let j = left.length; j >= 1; j -= 1) {
      if (k + j < ALONE || (k < TOGETHER && j < TOGETHER)) continue
      const lead = left.slice(left.length - j)
      const found = placesOf(text, lead).flatMap(at => {
        const from = at + lead.length
        const to = text.indexOf(right.slice(0, k), from + 1)
        const isNear = to >= 0 && to - from <= BETWEEN && to <= clauseEnd(text, from)
        return isNear ? [{ start: from, end: to, alike: k + j, opens: false }] : []
      })
      if (found.length > 0) return found
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
function carriedTo(text: string, added: string, right: string): Place | null {
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

/** What stands behind the same characters in their clause. */
function behind(text: string, left: string, alone: number): readonly Place[] {
  for (let k = left.length; k >= alone; k -= 1) {
    if (k < ALONE && LITTLE.test(left.slice(left.length - k, left.length - 1))) return []
    const places = placesOf(text, left.slice(left.length - k))
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

/** Whether the clause of a place says what the response adds, or nearly so. */
function agrees(text: string, added: string, { start, end }: Place): boolean {
  const clause = text.slice(clauseStart(text, start), clauseEnd(text, end))
  const words = text.slice(start, end)
  return clause.includes(added) || (text.includes(added) ? sharesMost(words, added) : sharesOne(words, added))
}

function sharesOne(words: string, added: string): boolean {
  return pairsOf(added).some(two => words.includes(two))
}

/** Whether two things have more than half of the shorter one's pairs of characters in common. */
function sharesMost(words: string, added: string): boolean {
  const [one, other] = [pairsOf(words), pairsOf(added)]
  const shared = other.filter(two => one.includes(two)).length
  return shared > Math.min(one.length, other.length) / 2
}

/** Characters that may name a thing: no pronoun, and nothing that opens with a preposition. */
function isThing(words: string): boolean {
  return HAN.test(words) && words.length > 1 && !/^[在于从以对为向经随因用把将和与]|[他她它其们这该此的]$/u.test(words)
}
