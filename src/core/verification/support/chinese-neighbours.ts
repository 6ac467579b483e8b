import { addedRuns } from '#core/verification/support/chinese-names'
import {
  type Bare,
  bareOf,
  carriedTo,
  clauseEnd,
  clauseStart,
  fit,
  pairsOf,
  type Place,
  placesAround,
  placesOf,
  sentenceStart,
  TOGETHER,
  withoutSides,
} from '#core/verification/support/chinese-places'
import type { Finding } from '#core/verification/support/finding'
import { namesWhatIsNot } from '#core/verification/support/names-what-is-not'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'

const HAN = /[\u4e00-\u9fff]/u
/** Kinds of things that are asked for. */
const KINDS =
  '鱼|鸟|楼|房|园|田|峰|门|墙|窗|星|树|花|草|河|山|湖|海|港|岛|村|镇|市|县|省|国|洲|队|组|厂|矿|船|车|桥|路|街|塔|庙|寺|店|馆|院|校|人|病|药|酒|茶|油|水|石|木|瓦|布|色|颜色|动物|植物|材料|地方|语言|金属|东西|作物|水果|城市|建筑|部门|公司|学校|国家'
/** Questions for a thing, not for a reason, a time or a way. */
const ASKS_THING = /[谁誰]|哪(?!一?[年天月])|(?<![为為])什[么麼](?![时時][候间段期刻]|原因|年[代份])|何[人处物种]|啥/u
/** Questions for one thing (谁, 哪座楼, 什么鱼), and not for what there is to say. */
const ASKS_ONE = new RegExp(`[谁誰]|何[人处物种]|哪(?!些|一?[年天月])|什[么麼](?:${KINDS})`, 'u')
/** The words that ask for a thing, with its kind: 什么鱼, 哪条河. */
const ASKS = new RegExp(
  `[谁誰]|何[人处物种]|(?:什[么麼]|哪(?:一)?[种種条條座个個家位只颗类支艘款所部间])((?:${KINDS})?)|哪[里儿]|哪国`,
  'gu',
)
/** Words that open a clause and name nothing. */
const OPENING = /^(?:据说|据|其中|当时|后来|现在|如今|主要|分别|因为|所以|由于|但|而|则|并|且)+/u
/** Who compares speaks of both: 下午比上午多. */
const COMPARES = /比(?![赛例如率方分])/u
/** Characters that are looked at on each side of what a response adds. */
const AROUND = 12
/** Characters between two marks; what stands there belongs together. */
const CLAUSE = /[^，,；;：:。！？!?（）()“”"《》「」『』\n]+/gu
/** Things that a response adds that are looked at. */
const RUNS = 12
/** Places of the thing itself. */
const OFTEN = 24

/**
 * What a Chinese response adds to its question, held against what the passage has between, before or behind the same
 * characters: 秋天种玉米 where it says 秋天种小麦 (rule SUPPORT14).
 */
export function judgeChineseNeighbours(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const { response, instruction } = pair
  if (!HAN.test(response.text) || !ASKS_THING.test(instruction.text) || namesWhatIsNot(pair)) return []
  if (isClauseOf(facts.text, response.text)) return []
  const question = instruction.text.replaceAll('了', '')
  const asks = asksOf(question)
  const asked = pairsOf(question)
  const asksOne = ASKS_ONE.test(question)
  const bare = bareOf(facts)
  return clausesOf(response.text.replaceAll('了', ''), asks).flatMap(clause => {
    if (bare.text.includes(clause) || COMPARES.test(clause)) return []
    const placed = ({ start, end }: Run): Placed => {
      const added = clause.slice(start, end).replace(WHERE, '')
      const left = clause.slice(Math.max(0, start - AROUND), start)
      const right = clause.slice(end, end + AROUND)
      const words = new Set([...asked, ...pairsOf(left), ...pairsOf(right)])
      const isAsked = asks.some(ask => fills(ask, left, right))
      return {
        added,
        isAsked,
        found:
          added.length < (isAsked ? 1 : 2)
            ? null
            : instead(bare, added, {
                left,
                right,
                isAsked,
                words,
                asked,
                said: `${instruction.text}\n${clause}`,
                opens: subjectOf(clause),
              }),
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
        if (TIME.test(clause.slice(start, end))) return []
        if (NO_THING.test(clause.slice(start, end))) return []
        // What happens, a use, a difference is told in words of one's own, which stand in nothing's place.
        if (!asksOne && !(question.includes(clause.slice(0, start)) && question.includes(clause.slice(end)))) return []
        // Between two things that are asked about stands what one does to the other: 贾素琴支持改造.
        if (
          isBetween(instruction.text, clause, { start, end }) &&
          !asks.some(ask => fills(ask, clause.slice(0, start), clause.slice(end)))
        )
          return []
        const whole = placed({ start, end })
        const { added, found, isAsked } = whole.found === null ? (partOf({ start, end }) ?? whole) : whole
        if (found === null)
          return isAsked && start === run.start && isStrange(facts.plain, added)
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

/** Whether a response is a clause of the passage, word for word. */
function isClauseOf(text: string, response: string): boolean {
  const said = response.replace(/[。！？!?.]\s*$/u, '')
  const at = said.length < CLAUSE_LEAST ? -1 : text.indexOf(said)
  return at >= 0 && clauseStart(text, at) === at && clauseEnd(text, at + said.length) === at + said.length
}
const CLAUSE_LEAST = 5

/** Whether nothing of a thing stands in the passage; counts, reigns and seasons are judged elsewhere, and 国外 names nothing. */
function isStrange(plain: string, thing: string): boolean {
  if (thing.length < 2 || thing.length > LONGEST || /^[一二两三四五六七八九十几数多]|[朝代天季外]$/u.test(thing))
    return false
  // 老年人 is 老人.
  if (thing.length === 3 && plain.includes(`${thing[0]}${thing[2]}`)) return false
  if (KIN.some(words => words.includes(thing) && words.some(word => plain.includes(word)))) return false
  const known = [thing, withoutSides(thing), ...pairsOf(thing)]
  return known.every(part => part.length < 2 || !plain.includes(part))
}
/** One person by different words. */
const KIN: readonly (readonly string[])[] = [
  '父亲 爸爸 爹 父',
  '母亲 妈妈 娘 母',
  '丈夫 老公 先生 爱人',
  '妻子 老婆 太太 夫人 爱人',
].map(words => words.split(' '))
/** Times and numbers are judged elsewhere. */
const TIME = /^[年月日号点时]|\d/u
/** 河谷里 is in the 河谷. */
const WHERE = /(?<=..)[里裡裏中内內上下旁]$/u
/** Where to, how, rates, oneself and doings are no things that another could stand for. */
const NO_THING =
  /^[内外上下中前后里间]?[到向往至在从给对]$|^([\u4e00-\u9fff])\1$|^(?:逐[渐漸步]|立[即刻]|突然|忽然|迅速|不断|始终|一直)$|^(?:每|自己|本人|各自|可能|也许|或许|大概|恐怕|[会會能要需须須仍还還已也都就才便曾将將][^\s]|可以|应该|應該|必须|必須|负责|負責|包括|包含|属于|屬於|位于|位於|分别)|[到向往]$/u
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
/** Characters of the kind of thing that is asked for. */
const KIND = 3

/** The clauses of a response; a mere name as the question would have it: 小麦 for 秋天种什么 is 秋天种小麦. */
function clausesOf(response: string, asks: readonly Ask[]): readonly string[] {
  const clauses = (response.match(CLAUSE) ?? []).slice(0, RUNS)
  const [only, more] = clauses
  const [ask, others] = asks
  if (only === undefined || ask === undefined || more !== undefined || others !== undefined || only.length > FEW)
    return clauses
  // 终点在码头 is a sentence of its own.
  if (/[是在]/u.test(only.slice(2))) return clauses
  const asked = ask.before + ask.behind
  const name = only.replace(/^[是由在用]|的$/gu, '')
  // 东门 has the kind of what 哪座城门 asks for.
  if (ask.behind.length <= KIND && ask.behind.at(-1) === name.at(-1)) return [ask.before + name]
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

function isBetween(question: string, clause: string, { start, end }: Run): boolean {
  const [left, right] = [clause.slice(Math.max(0, start - 2), start), clause.slice(end, end + 2)]
  return left.length === 2 && right.length === 2 && question.includes(left) && question.includes(right)
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
  /** The first characters of the clause, which most often name its subject. */
  readonly opens: string
  /** Question and clause: what they name as well is in nothing's place. */
  readonly said: string
  /** Two characters in a row that question and response have besides the thing. */
  readonly words: ReadonlySet<string>
  /** Those of the question alone. */
  readonly asked: readonly string[]
}

/** Characters before a thing that tell its place if they stand there once. */
const SURE = 3

/** What the passage has in the place of a thing; null where it has that thing there, or nothing like it. */
function instead(bare: Bare, added: string, around: Around): Place | null {
  const { left, right, isAsked, words: asked, said, opens: subject } = around
  const { text } = bare
  const isTold = left.length > subject.length && isOf(text, subject, added)
  const carried = carriedTo(text, added, right)
  if (carried !== null) return carried
  const places = placesAround(text, left, right, isAsked)
  if (places.some(place => agrees(text, added, place)) || isRanked(bare, added) || isField(text, added, asked))
    return null
  return (
    places.find(({ start, end, opens, alike }) => {
      const [words, thing] = withoutShared(text.slice(start, end), added)
      const here = standing(text, thing)
      if (!isThing(words) || said.includes(words.replace(/^[由被是为]/u, '')) || (!isAsked && here.length === 0))
        return false
      if (isTold && !text.startsWith(subject, sentenceStart(text, start))) return false
      // 毕业于 stands there once, and the question asks where someone 毕业.
      const lead = left.slice(-alike)
      if (
        places.length === 1 &&
        alike >= SURE &&
        /[于於在由自从從]$/u.test(lead) &&
        placesOf(text, lead).length === 1 &&
        pairsOf(lead).some(two => around.asked.includes(two))
      )
        return true
      const own = fit(bare, start, asked) + (opens ? fit(bare, sentenceStart(text, start), asked) : 0)
      return here.every(at => fit(bare, at, asked) < own)
    }) ?? null
  )
}

/** Whether a clause that opens with the same subject has the thing: 大宝 of 大宝背来一袋鹅毛. */
function isOf(text: string, subject: string, thing: string): boolean {
  if (!/^[\u4e00-\u9fff]{2}$/u.test(subject)) return false
  const whole = placesOf(text, thing, OFTEN)
  // 一块三百斤的磨盘 has 一块磨盘.
  const places = whole.length > 0 || thing.length < 4 ? whole : placesOf(text, thing.slice(-2))
  return places.some(at => text.startsWith(subject, clauseStart(text, at)))
}

function subjectOf(clause: string): string {
  const from = OPENING.exec(clause)?.[0].length ?? 0
  return clause.slice(from, from + 2)
}

/** 主持人：秦兆言 tells who 主持. */
function isField(text: string, thing: string, asked: ReadonlySet<string>): boolean {
  return placesOf(text, thing, OFTEN).some(at => {
    const label = /([\u4e00-\u9fff]{2,8})[：:]\s?$/u.exec(text.slice(Math.max(0, at - 12), at))?.[1] ?? ''
    return pairsOf(label).some(two => asked.has(two))
  })
}

/** What comes next in a row has its clause from the one before: 其次是工资. */
function isRanked({ text }: Bare, thing: string): boolean {
  return placesOf(text, thing, OFTEN).some(at => NEXT.test(text.slice(clauseStart(text, at), at)))
}
const NEXT = /^(?:其次|再次|第[二三四五])(?:则?[是为有])?$/u

/** Where a thing stands, or else parts of it. */
function standing(text: string, thing: string): readonly number[] {
  const whole = placesOf(text, thing, OFTEN)
  return whole.length > 0 ? whole : pairsOf(thing).flatMap(two => placesOf(text, two))
}

/** Whether the clause of a place says what the response adds, or nearly so. */
function agrees(text: string, added: string, { start, end }: Place): boolean {
  if (text.slice(clauseStart(text, start), clauseEnd(text, end)).includes(added)) return true
  if (isShortFor(text.slice(start, end), added) || isSamePlace(text.slice(start, end), added)) return true
  const [words, thing] = withoutShared(text.slice(start, end), added)
  return text.includes(added) ? sharesMost(words, thing) : pairsOf(thing).some(two => words.includes(two))
}

/** 镇子东边 is 镇东头. */
function isSamePlace(one: string, other: string): boolean {
  const [bare, again] = [withoutSides(one), withoutSides(other)]
  return bare.length > 1 && bare === again
}
/** 老人 is 老年人, and the 东 of 东、西、南三座城门 is 东门. */
function isShortFor(words: string, added: string): boolean {
  const [short, long] = words.length < added.length ? [words, added] : [added, words]
  if (short.length > 1 && long.length <= short.length + 2 && Array.from(short).every(one => long.includes(one)))
    return true
  return words.split('、').length > 2 && words.includes(added[0] ?? '')
}

/** Two things without the same words before them, where both have more than these: 市长 of 市长李明. */
function withoutShared(one: string, other: string): readonly [string, string] {
  let front = 0
  while (one[front] !== undefined && one[front] === other[front]) front += 1
  const isTitle = front > 1 && one.length - front > 1 && other.length - front > 1
  return isTitle ? [one.slice(front), other.slice(front)] : [one, other]
}

/** Whether two things have more than half of the shorter one's pairs of characters in common. */
function sharesMost(words: string, added: string): boolean {
  const [one, other] = [pairsOf(words), pairsOf(added)]
  const shared = other.filter(two => one.includes(two)).length
  return shared > Math.min(one.length, other.length) / 2
}

/** Characters that may name a thing: no pronoun, and nothing that opens with a preposition. */
function isThing(words: string): boolean {
  return (
    HAN.test(words) &&
    words.length > 1 &&
    !/[\d、]|^(?:他人|别人|人们|有人|对方|大家|任何人|其他人)$|^(?:或者?|并且|而且|以及)|(?:东西|東西|事情|地方)$/u.test(
      words,
    ) &&
    !/^(?:[在于从以对为向经随因用把将和与]|[他她它]们?[将要会能]|也许|可能|或许|大概)|[他她它其们这该此的]$/u.test(
      words,
    )
  )
}
