import { acts, inside, inverted, namesThing, reports, standsAlone, verbAt, wordsOf } from '#core/mining/english/clause'
import { effectClause } from '#core/mining/english/parts'
import type { Around, EnglishRule } from '#core/mining/english/rule'
import { isCommonWord } from '#core/mining/english/common-words'
import { BASES, GERUNDS, PARTICIPLES, PASTS, THIRDS } from '#core/mining/english/verbs'
import type { Match, Statement } from '#core/mining/family'

/** `means`: how, or by what, something is done. */
export const means: EnglishRule = (statement, around) => {
  const { lower } = statement
  return (
    goalFirst(statement, lower) ??
    byDoing(statement, lower, around) ??
    bestWay(statement, lower) ??
    doneWith(statement, lower, around)
  )
}

const NO_GOAL =
  /^(?:be|begin|start|illustrate|summarize|summarise|recap|conclude|understand|see|give|repeat|clarify|date|name|sum|learn|find out|know|get started|get a (?:feel|sense)|demonstrate|show|put it|be sure|help|quote|cite|recall|state|simplify things|make matters|cut a long|say|speak|tell the truth|emphasize|keep things|think|hear|answer|continue|proceed|celebrate|mark|commemorate|honour|honor|go further|better understand|appreciate|explain|discuss|compare|do (?:so|this|that)|follow along|my|your|the)\b/u
const POINTER =
  /^(?:see|refer|read|visit|check out|click here|contact|consult|go to (?:section|chapter|page)|have a look|look at|take a look|note|consider|suppose|imagine|let|think|ask|remember|recall|learn|find out|follow (?:the|these) (?:instructions|steps)|use the following|do the following|run the following|type the following|add the following|enter the following)\b/u

/** `To G, do M`, `In order to G, do M`, `If you want to G, do M`. */
function goalFirst(statement: Statement, lower: string): Match | null {
  const opening = /^(?:to|in order to|if you (?:want|wish|need|would like|are trying) to) /u.exec(lower)?.[0]
  if (opening === undefined) return null
  const { body } = statement
  const comma = mainComma(body, opening.length)
  if (comma < 0) return null
  const goal = body.slice(opening.length, comma)
  const words = wordsOf(goal)
  const act = body.slice(comma + 2)
  const lowerAct = act.toLowerCase().replace(/^(?:please|simply|just|first|always|then) /u, '')
  const [first = '', second = ''] = wordsOf(lowerAct)
  if (
    words.length < 2 ||
    words.length > 16 ||
    !BASES.has(words[0] ?? '') ||
    NO_GOAL.test(goal.toLowerCase()) ||
    POINTER.test(lowerAct)
  )
    return null
  if (!selfContained(goal) || wordsOf(act).length < 3) return null
  const ordered =
    (BASES.has(first) || /^(?:do|make|be|have|go)$/u.test(first)) &&
    !/^(?:is|are|was|were|will|can|may|must|should|has|had)$/u.test(second)
  const advised =
    /^(?:you|users?|one|people|developers?|drivers?) (?:can|could|must|should|need|have|may|will need|just|only|simply|first)\b/u.test(
      lowerAct,
    )
  if (!ordered && !advised) return null
  if (/^you (?:can|may|could|will need) (?:also )?(?:see|read|refer|visit|learn|find|check|look)\b/u.test(lowerAct))
    return null
  if (advised && /\b(?:be able|be aware|know|understand|be familiar|remember|consider)\b/u.test(lowerAct.slice(0, 40)))
    return null
  return asked(
    [`How do you ${goal}?`, `How can you ${goal}?`, `Explain how to ${goal}.`, `What do you have to do to ${goal}?`],
    0.93,
  )
}

/** The comma that ends the goal: the first one behind which an order or a person opens. */
function mainComma(body: string, from: number): number {
  let comma = body.indexOf(', ', from)
  while (comma >= 0) {
    const first = wordsOf(body.slice(comma + 2, comma + 40))[0] ?? ''
    if (
      BASES.has(first) ||
      /^(?:you|users?|one|people|developers?|drivers?|please|simply|just|first|do|make|be|always|then)$/u.test(first)
    )
      return comma
    if (/^(?:and|or)$/u.test(first)) return -1
    comma = body.indexOf(', ', comma + 2)
  }
  return -1
}

function selfContained(goal: string): boolean {
  const words = wordsOf(goal)
  if (/[(),;:?!"“”]/u.test(goal)) return false
  if (
    words.some(word =>
      /^(?:it|this|that|these|those|them|they|he|she|him|her|its|their|one|here|there|same|such|such|following|above|our|us|we|my)$/u.test(
        word,
      ),
    )
  )
    return false
  return words.slice(1).some(word => word.length > 3)
}

const BY =
  / (?:(?:simply|just|mainly|only|primarily|usually|first|mostly) )?by (?:(?:simply|just|first|carefully|slowly|gently|quickly|gradually|actively|directly|deliberately|not|either) )?([a-z]+ing) /u

/** `E by doing M`, `You can G by doing M`. */
function byDoing(statement: Statement, lower: string, around: Around): Match | null {
  const found = BY.exec(lower)
  if (found === null) return null
  const doing = found[1] ?? ''
  if (
    !GERUNDS.has(doing) ||
    /^(?:being|having|according|following|lightning|morning|evening|meaning|beginning|wanting|needing|seeming|knowing)$/u.test(
      doing,
    )
  )
    return null
  const { body } = statement
  if (
    /\b(?:not|followed|caused|preceded|accompanied|replaced|affected|driven|surrounded|meant|impressed|haunted|represented|step|little|day|one|side|written|influenced|fascinated|limited|motivated|given)$/u.test(
      lower.slice(0, found.index),
    )
  )
    return null
  const raw = body.slice(0, found.index).replace(/,$/u, '')
  const you = /^you can (?:also |easily |often |usually |always )?(.+)$/iu.exec(raw)
  if (you !== null) {
    const goal = you[1] ?? ''
    if (
      !BASES.has(wordsOf(goal)[0] ?? '') ||
      !selfContained(goal) ||
      goal.split(' ').length > 16 ||
      goal.split(' ').length < 2
    )
      return null
    return asked([`How can you ${goal}?`, `Explain how you can ${goal}.`, `How do you ${goal}?`], 0.93)
  }
  const first = wordsOf(raw)[0] ?? ''
  if (BASES.has(first) && verbAt(wordsOf(raw)) !== 1 && /^\p{Lu}/u.test(raw)) {
    if (
      !selfContained(raw) ||
      raw.split(' ').length > 14 ||
      raw.split(' ').length < 2 ||
      !/^(?:the|a|an|your|all|each|any)$/u.test(wordsOf(raw)[1] ?? '')
    )
      return null
    return asked(
      [
        `How do you ${raw.charAt(0).toLowerCase()}${raw.slice(1)}?`,
        `Explain how to ${raw.charAt(0).toLowerCase()}${raw.slice(1)}.`,
      ],
      0.85,
    )
  }
  const clause = effectClause(raw)
  if (
    clause === null ||
    !standsAlone(clause) ||
    reports(clause) ||
    / (?:if|when|unless|because|that|which|who|by|how|what|whether|is to|was to|are to) /u.test(clause)
  )
    return null
  const said = wordsOf(clause)
  if (!acts(said)) return null
  const verb = said[verbAt(said)] ?? ''
  if (/^(?:start|begin|began|begun|end|conclude|open|continue|finish|follow|go|went)(?:s|ed|es|d)?$/u.test(verb))
    return null
  if (said.some((word, i) => said[i - 1] === 'and' && (PASTS.has(word) || THIRDS.has(word)) && !isCommonWord(word)))
    return null
  return explainHow(clause, around, 0.9)
}

function explainHow(clause: string, around: Around, sure: number): Match | null {
  const words = inside(clause, around.spelling)
  // `Explain how many …` would be read as a question for a number.
  if (words === null || /^(?:many|much|few|often|long|far|old|most|some|several)\b/u.test(words)) return null
  const turned = inverted(words)
  return turned === null
    ? asked([`Explain how ${words}.`, `Describe how ${words}.`], sure)
    : asked([`How ${turned}?`, `How ${turned}?`, `Explain how ${words}.`], sure)
}

/** `The best way to G is to M`. */
function bestWay(statement: Statement, lower: string): Match | null {
  const found =
    /^(?:the|an|one) (best|easiest|simplest|fastest|quickest|safest|usual|recommended|most common|preferred|standard|only|common|good|easy|simple) way (to|of) (.{4,90}?) is (?:to|by|through|via|with)\b/u.exec(
      lower,
    )
  if (found === null) return null
  const [, kind = '', link = '', goal = ''] = found
  if (!selfContained(goal) || !(link === 'to' ? BASES : GERUNDS).has(wordsOf(goal)[0] ?? '')) return null
  const start = lower.indexOf(`${link} ${goal}`)
  const asWritten = statement.body.slice(start, start + link.length + 1 + goal.length)
  const article = /^(?:an|one)\b/u.test(lower) ? (/^[aeiou]/u.test(kind) ? 'an' : 'a') : 'the'
  return asked([`What is ${article} ${kind} way ${asWritten}?`], 0.95)
}

const WITH = / (using|by means of|through the use of|with the help of|with the aid of|via) /u

/** `E is done using M`: only the passive, where nothing else can be meant. */
function doneWith(statement: Statement, lower: string, around: Around): Match | null {
  const found = WITH.exec(lower)
  if (found === null) return null
  const clause = effectClause(statement.body.slice(0, found.index))
  if (clause === null || !standsAlone(clause)) return null
  const words = wordsOf(clause)
  const at = verbAt(words)
  const be = words[at] ?? ''
  const modal = /^(?:can|may|could|must)$/u.test(be) && words[at + 1] === 'be'
  if (!modal && !/^(?:is|are|was|were)$/u.test(be)) return null
  const after = words.slice(at + (modal ? 2 : 1))
  const done = after.find(word => !/ly$|^(?:also|often|then|first|now|usually|still|once)$/u.test(word)) ?? ''
  if (
    !PARTICIPLES.has(done) ||
    /^(?:known|based|located|found|seen|called|shown|used|related|given|written)$/u.test(done)
  )
    return null
  if (
    !namesThing(words.slice(0, at).join(' ')) ||
    words.some(word => /^(?:that|which|who|if|when|because)$/u.test(word))
  )
    return null
  return explainHow(clause, around, 0.86)
}

function asked(asks: readonly [string, ...string[]], sure: number): Match {
  return { asks, sure, needsPassage: true }
}
