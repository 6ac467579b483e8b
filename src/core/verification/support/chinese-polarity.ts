import { bySentence } from '#core/verification/support/by-sentence'
import type { PassageFacts, SentenceFacts } from '#core/verification/support/passage-facts'

const CLAUSE = /[^，,；;：:。！？!?（）()“”"「」『』\n]+/gu
/** Clauses, and characters of one, that are read. */
const CLAUSES = 16
const LENGTH = 80
/** Share of a clause's characters that a clause of the passage has which says the same, or the opposite. */
const SAME = 0.75
/** Characters of what is denied that tell it. */
const ENOUGH = 2
/** Characters that may stand between those of what is denied. */
const SPARE = 1

/** Words with a character of denial that deny nothing. */
const NO_DENIAL =
  /(?<=[有是会能要可])[没不](?=[有是会能要可])|不[仅但过同断少久管论妨满锈止光]|不得不|不可不|不能不|不(?:能|得|可|会|应)?(?:少于|低于|多于|高于|超过|早于|晚于|小于|大于)|无[论线锡比数]|非常|未来|没[收落]|[特区分个级类性差告识辨]别|别[墅的人处]|是否|能否|否则/gu
const DENIAL =
  /(?:从来|从|并|尚|仍|还|并)?(?:不(?:得|能|可以?|会|必|用|须|需要?|宜|应[当该]?|许|准|要|再|予以?|曾|肯|愿意?|想|敢|打算)?|没有?|未(?:曾|能)?|[无無](?:须|需|須|法)?|勿|禁止|严禁)|并非|不是|[请請]?别/gu
/** Whether a character may deny, or leave something out. */
export function saysNotInChinese(character: string): boolean {
  return '不没沒未无無勿非别禁严除外'.includes(character)
}
/** Words that deny in their own way, or say when something is so. */
const OPEN =
  /[才仅只除免拒缺]|方可|以外|之外|至少|以[上下内]|超过|不足|低于|高于|少于|多于|如果|若|否则|避免|停止|失败|难以|一旦|后|前/u
const NUMBERS = /\d+(?:[.,]\d+)*/gu
/** What says that something may or must be so, or when, and nothing of what it is. */
const SPEECH =
  /坚持|坚决|照常|照样|依旧|愿意|乐意|予以|可以|能够|必须|应当|应该|需要|允许|已经|仍然|如今|目前|现在|但是?|而且?|也|都|均|就|却|便|则|又|还|仍|已|再|曾|请|請|可|能|须|須|应|應|要|需|会|會|得|了|的|着|被|在|于|於|有|是|其|之|并|且|去|先|它|他|她|们|到/gu

/** What takes the place of something may have been told as it was. */
const INSTEAD = /^而(?:不是|非)/u

interface Clause {
  readonly text: string
  /** An odd number of denials. */
  readonly denied: boolean
  readonly denials: number
  /** What it says without denials and words of speech. */
  readonly core: string
  /** Behind the last denial. */
  readonly scope: string
  /** Two characters behind each of them. */
  readonly behind: readonly string[]
  readonly open: boolean
}

/** A case that something is said of. */
const CASE = /时候|时(?=[请应可须要怎该，,])|的话|如果|若/u

/** Whether a question asks what to do in one case, which a sentence tells as well: 雨后水深时绕行上游. */
export function isOfOneCase(asked: string, sentence: string): boolean {
  return CASE.test(asked) && CASE.test(sentence)
}

/** The sentence of the passage whose clause says that something is not so of which a clause of the response says that it is, or the reverse (SUPPORT19). */
export function saysOtherwiseInChinese(
  facts: PassageFacts,
  near: readonly SentenceFacts[],
  said: string,
  asked: string,
): SentenceFacts | null {
  const own = clausesOf(said)
  const sources = near.map(sentence => ({ sentence, ...sourceOf(facts, sentence) }))
  for (const { sentence, text, clauses } of sources) {
    for (const clause of own) {
      if (isExcepted(text, clause, clauses)) return sentence
      if (clause.core.length < (own.length > 1 ? ENOUGH : ENOUGH + 1) || INSTEAD.test(clause.text)) continue
      const against = clauses.find(source => contradicts(clause, source, text, asked))
      if (against === undefined) continue
      const shared = Array.from(clause.core).filter(character => against.core.includes(character))
      const agrees = ({ denied, core }: Clause): boolean =>
        denied === clause.denied &&
        (shared.every(character => core.includes(character)) ||
          // 打猎不是主要原因, 而不是打猎
          (denied && core.length >= ENOUGH && stands(clause.core, core)))
      if (!sources.some(source => source.clauses.some(agrees))) return sentence
    }
  }
  return null
}

function contradicts(said: Clause, source: Clause, sentence: string, asked: string): boolean {
  // 辩解 of the question is the 辩 of the sentence.
  const isAsked = (character: string): boolean => {
    const at = said.core.indexOf(character)
    const before = said.core[at - 1] ?? ''
    return before !== '' && sentence.includes(before) && asked.includes(before + character)
  }
  if (said.denied === source.denied) return false
  const [denies, other] = said.denials > source.denials ? [said, source] : [source, said]
  const left = exceptedIn(sentence)
  if (left !== '' && said.core.includes(left)) return false
  const scope = bareOf(denies.scope)
  // 花圈可以收下 beside 不收花圈
  const turned = scope.length === ENOUGH + 1 ? scope.slice(1) + scope.slice(0, 1) : scope
  if (scope.length < ENOUGH || !(stands(other.core, scope) || stands(other.core, turned))) return false
  if (other.behind.includes(denies.behind.at(-1) ?? '')) return false
  // Another number of them: 有216名没有到达.
  if ((said.text.match(NUMBERS) ?? []).some(number => !sentence.includes(number))) return false
  if (said.denied && isOfOneCase(asked, sentence.replace(source.text, ''))) return false
  // What limits one of them alone says when it is so.
  if (OPEN.test(said.text) !== OPEN.test(source.text) || /[才仅只除]/u.test(source.text)) return false
  const missing = Array.from(said.core).filter(character => !source.core.includes(character))
  if (missing.length <= (1 - SAME) * said.core.length) return true
  // Its subject stands in the clause before.
  const strange = missing.filter(character => !sentence.includes(character) && !isAsked(character))
  return strange.length <= (scope.length > ENOUGH ? SPARE : 0) && held(said.core, source.core) > ENOUGH
}

/** Whether characters stand in a text in this order, close to one another. */
function stands(text: string, part: string): boolean {
  for (let from = text.indexOf(part[0] ?? ' '); from >= 0; from = text.indexOf(part[0] ?? ' ', from + 1)) {
    let at = from
    let i = 0
    while (i < part.length && at <= from + part.length - 1 + SPARE && at < text.length) {
      if (text[at] === part[i]) i += 1
      at += 1
    }
    if (i === part.length) return true
  }
  return false
}

/** How many characters of a text another one has. */
function held(text: string, other: string): number {
  let count = 0
  for (const character of text) if (other.includes(character)) count += 1
  return count
}

/** What a sentence leaves out of its rule; '' where nothing is. */
function exceptedIn(sentence: string): string {
  const match = EXCEPT.exec(sentence)
  // 除了刷漆还用镀锌 leaves nothing out.
  if (match === null || /[还也又另]/u.test(sentence.slice(match.index + match[0].length).slice(0, LENGTH))) return ''
  return bareOf(match[1] ?? match[2] ?? '').replace(/[类等]$/u, '')
}

const EXCEPT = /除了?([\u4e00-\u9fff\d]{1,8}?)(?:以外|之外|外)?(?=[，,])|([\u4e00-\u9fff]{2})(?:以外|之外)的/u

/** What a rule leaves out, told as the rule: 除周一以外每天供应 and 周一供应. */
function isExcepted(sentence: string, said: Clause, clauses: readonly Clause[]): boolean {
  const left = exceptedIn(sentence)
  const own = said.core.replace(left, '')
  if (left === '' || !said.core.includes(left) || own.length < ENOUGH || /[除外]/u.test(said.text)) return false
  return clauses.some(
    ({ core, denied, text }) =>
      denied === said.denied &&
      !text.startsWith('除') &&
      held(own, core.replace(left, '')) >= SAME * own.length &&
      held(own, core) > 1,
  )
}

interface Source {
  readonly text: string
  readonly clauses: readonly Clause[]
}

/** A sentence of the passage in its clauses. */
const sourceOf = bySentence((facts, { start, end }): Source => {
  const text = facts.text.slice(start, Math.min(end, start + CLAUSES * LENGTH))
  return { text, clauses: clausesOf(text) }
})

function clausesOf(text: string): readonly Clause[] {
  return (text.match(CLAUSE) ?? []).slice(0, CLAUSES).map(part => clauseOf(part.slice(0, LENGTH)))
}

function clauseOf(text: string): Clause {
  const plain = text.replace(NO_DENIAL, '')
  const found = [...plain.matchAll(DENIAL)]
  const last = found.at(-1)
  return {
    text,
    denied: found.length % 2 === 1,
    denials: found.length,
    core: bareOf(plain.replace(DENIAL, '')),
    scope: last === undefined ? '' : plain.slice(last.index + last[0].length),
    behind: found.map(match => plain.slice(match.index + match[0].length).slice(0, ENOUGH)),
    open: OPEN.test(text),
  }
}

function bareOf(text: string): string {
  return text.replace(SPEECH, '').replace(/[\s、·]/gu, '')
}
