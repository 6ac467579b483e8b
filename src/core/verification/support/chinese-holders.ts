import { isPerson } from '#core/verification/support/chinese-names'
import { clauseEnd, clauseStart, pairsOf, placesOf, sentenceStart } from '#core/verification/support/chinese-places'
import type { Finding } from '#core/verification/support/finding'
import type { PairFacts } from '#core/verification/support/pair-facts'
import type { PassageFacts } from '#core/verification/support/passage-facts'

const HAN = /[\u4e00-\u9fff]/u
const CLAUSE = /[^，,；;：:。！？!?（）()“”"《》「」『』\n]+/gu
/** Clauses of a response, and characters of one, that are looked at. */
const CLAUSES = 16
const LENGTH = 80
/** Characters of a name, and of what someone is. */
const NAME = 4
const OFFICE = 6
/** Characters of what someone says or does that tell the place. */
const TOLD = 4
/** What two clauses that are built alike differ in at least. */
const MORE = 2
/** What may stand between what someone is and the name. */
const LINK = /^(?:[是为為叫]|名叫|叫做)/u
const ASKS_OFFICE = /^([\u4e00-\u9fff]{2,6})(?:是|叫)(?:谁|誰|哪位|什么人)/u

/**
 * Who is not who the passage says, in Chinese (rule SUPPORT26): the holder of an office that it gives to someone by name, who thinks or
 * says what another one does there, the one of a kind of whom it tells something else, and what it only denies.
 */
export function judgeChineseHolders(facts: PassageFacts, pair: PairFacts): readonly Finding[] {
  const { response, instruction } = pair
  if (pair.denies || !HAN.test(response.text) || !HAN.test(facts.text)) return []
  const clauses = (response.text.match(CLAUSE) ?? []).slice(0, CLAUSES).map(clause => clause.slice(0, LENGTH))
  const findings: Finding[] = []
  for (const [i, clause] of clauses.entries()) {
    if (facts.text.includes(clause)) continue
    const found =
      otherHolder(facts, clause, i === 0 ? (ASKS_OFFICE.exec(instruction.text)?.[1] ?? '') : '') ??
      otherThinker(facts, clause, clauses[i - 1] ?? '') ??
      otherSpeaker(facts, clause) ??
      otherOfKind(facts, clause) ??
      onlyDenied(facts, clause)
    if (found !== null) findings.push(found)
  }
  return findings
}

function differs(facts: PassageFacts, said: string, start: number, end: number): Finding {
  return {
    result: 'doubt',
    reason: 'name-differs',
    values: { said, passage: facts.text.slice(start, end) },
    ranges: [{ start, end }],
  }
}

/** 站长是傅青山, 傅青山是站长, and 甲是乙的女婿 where the passage has 女婿乙. */
function otherHolder(facts: PassageFacts, clause: string, asked: string): Finding | null {
  const { text } = facts
  const [left = '', right = ''] = clause.split(/[是为為](?=[\u4e00-\u9fff])/u)
  const claims: readonly (readonly [office: string, name: string])[] =
    right === ''
      ? [[asked, left]]
      : [
          [left === '' ? asked : left, right],
          [right.split('的').at(-1) ?? '', left],
        ]
  for (const [office, name] of claims) {
    if (office.length < 2 || office.length > OFFICE || name.length < 2 || name.length > NAME) continue
    if (!text.includes(name)) continue
    const holders = placesOf(text, office).map(at => ({ at, holder: holderBehind(text, at + office.length, name) }))
    const isHeld = holders.some(({ at, holder }) =>
      holder === null
        ? text.slice(sentenceBefore(text, at), clauseEnd(text, at)).includes(name)
        : text.startsWith(name, holder) || text.startsWith(name, at - name.length),
    )
    const other = holders.find(({ holder }) => holder !== null)?.holder
    if (!isHeld && other != null) return differs(facts, name, other, other + 3)
  }
  return null
}

/** Where the name behind an office starts; null where there is none. */
function holderBehind(text: string, at: number, name: string): number | null {
  const start = at + (LINK.exec(text.slice(at, at + 2))?.[0].length ?? 0)
  return text.startsWith(name, start) || personAt(text, start) !== null ? start : null
}

/** A surname with one or two more characters at a place, up to where the text goes on. */
function personAt(text: string, at: number): string | null {
  const three = text.slice(at, at + 3)
  return isPerson(three) && /^[\u4e00-\u9fff]{3}$/u.test(three) ? three : null
}

/** Where the sentence before the one of a place starts. */
function sentenceBefore(text: string, at: number): number {
  const start = sentenceStart(text, at)
  return start === 0 ? 0 : sentenceStart(text, start - 1)
}

/** 她认为下游的减少与采砂有关, where another one thinks so. */
function otherThinker(facts: PassageFacts, clause: string, before: string): Finding | null {
  const { text } = facts
  const match = /^(.{0,8}?)([认認][为為]|指出|表示|[发發]现|主张|主張|[说說]|提出)(.+)$/u.exec(clause)
  if (match === null) return null
  const [, subject = '', verb = '', told = ''] = match
  const name = /^[他她]$/u.test(subject) ? before : subject
  if (name.length < 2 || told.length < TOLD) return null
  for (const at of placesOf(text, told.slice(0, TOLD))) {
    const until = /[，,：:“「]/u.test(text[at - 1] ?? '') ? at - 1 : at
    const lead = text.slice(Math.max(0, until - LENGTH), until)
    if (!lead.endsWith(verb)) continue
    const thinker =
      lead
        .slice(0, -verb.length)
        .split(/[，,；;：:。！？\n]/u)
        .at(-1) ?? ''
    // Who is meant by a pronoun stands in a sentence before.
    if (thinker.length < 2 || /^[他她]$/u.test(thinker)) continue
    const own = thinker.slice(-NAME)
    const isSame = pairsOf(own).some(two => name.includes(two)) || name.includes(thinker.slice(-2))
    if (isSame || pairsOf(name).every(two => !text.includes(two))) return null
    const end = until - verb.length
    return differs(facts, name.slice(-3), end - Math.min(own.length, 3), end)
  }
  return null
}

/** 大宝答应修桥, where another one says 我答应修桥. */
function otherSpeaker(facts: PassageFacts, clause: string): Finding | null {
  const { text } = facts
  for (const at of placesOf(text, '我', 24)) {
    const told = text.slice(at + 1, at + 1 + TOLD)
    const place = told.length === TOLD && !/[，。！？”」]/u.test(told) ? clause.indexOf(told) : -1
    const name = place < 0 ? '' : clause.slice(0, place).replace(/^[是由]/u, '')
    if (name.length < 2 || name.length > NAME || !text.includes(name)) continue
    const start = sentenceStart(text, at)
    const lead = text.slice(start, at)
    // Whoever stands right before "says"; else the sentence tells.
    const speaker = /([^，,；;：:。！？]{2,})[说說道问問答][：:][“「]$/u.exec(lead)?.[1] ?? lead
    if (!/[“「]/u.test(lead) || speaker.includes(name)) continue
    return differs(facts, name, start, start + Math.max(2, clauseEnd(text, start) - start))
  }
  return null
}

/** 绿灯闪烁表示故障, where the clause of 红灯 says so and that of 绿灯 something else. */
function otherOfKind(facts: PassageFacts, clause: string): Finding | null {
  const { text } = facts
  const thing = clause.slice(0, 2)
  const kind = thing[1] ?? ''
  if (thing.length < 2 || !HAN.test(kind)) return null
  const own = pairsOf(clause.slice(1).replace(/[则則]/gu, '')).filter(two => two !== thing)
  const openings = placesOf(text, kind, 12).filter(at => at > 0 && clauseStart(text, at) === at - 1)
  const shared = (at: number): readonly string[] => {
    const words = text.slice(at, clauseEnd(text, at)).replace(/[则則]/gu, '')
    return own.filter(two => words.includes(two))
  }
  const mine = openings.filter(at => text[at - 1] === thing[0]).map(shared)
  if (mine.length === 0) return null
  const other = openings.find(at => {
    const theirs = shared(at)
    return (
      text[at - 1] !== thing[0] &&
      theirs.length >= TOLD &&
      mine.every(words => theirs.length >= words.length + MORE && words.every(two => theirs.includes(two)))
    )
  })
  return other === undefined ? null : differs(facts, thing, other - 1, other + 1)
}

/** 支持Windows, where the passage has it only behind 不支持. */
function onlyDenied(facts: PassageFacts, clause: string): Finding | null {
  const { text } = facts
  if (/[不没沒无無未]/u.test(clause)) return null
  for (const [name] of clause.matchAll(/[A-Za-z][A-Za-z\d]{2,30}/gu)) {
    const places = placesOf(text, name)
    const denials = places.map(at =>
      /[不没沒无無未]([\u4e00-\u9fff]{2})[^，。；]{0,24}$/u.exec(text.slice(clauseStart(text, at), at)),
    )
    const verb = denials[0]?.[1]
    if (verb === undefined || denials.some(denial => denial === null) || !clause.includes(verb)) continue
    const [start = 0] = places
    return { result: 'doubt', reason: 'negation-differs', values: {}, ranges: [{ start, end: start + name.length }] }
  }
  return null
}
