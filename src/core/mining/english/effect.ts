import { inside, namesThing, reports, standsAlone, verbAt, wordsOf } from '#core/mining/english/clause'
import { MODALS } from '#core/mining/english/lexicon'
import { effectClause, nounSubject } from '#core/mining/english/parts'
import type { Around, EnglishRule } from '#core/mining/english/rule'
import { BASES, PASTS, THIRDS } from '#core/mining/english/verbs'
import type { Match, Statement } from '#core/mining/family'

/** `effect`: what follows from something. */
export const effect: EnglishRule = (statement, around) => {
  const { lower } = statement
  return (
    conditionFirst(statement, lower, around) ??
    conditionLast(statement, lower, around) ??
    leadsTo(statement, lower, around) ??
    soThen(statement, lower, around) ??
    becauseFirst(statement, lower, around) ??
    resultOfBefore(statement, around)
  )
}

const EMPTY_CONDITION =
  /^(?:so|not|necessary|possible|needed|any|desired|applicable|available|required|appropriate|only|asked|you (?:want|wish|would|like|need|prefer|have (?:any|questions|problems|trouble)|are (?:interested|looking|new|unsure|not sure|curious|a|an|using|reading|familiar|on|in)|find (?:a|an|any|this)|don't (?:want|know|have|like)|do not (?:want|know|have|like)|know|think|see|look|think about|enjoy|haven't|already|plan|intend|choose to|can|get stuck|feel|must|do|like)|in doubt|there (?:is|are) any|all goes|it comes|everything|nothing|needed|using|working|writing|dealing|creating|building|choosing|designing|talking)\b/u

/** `If X, Y` and `When X, Y`. */
function conditionFirst(statement: Statement, lower: string, around: Around): Match | null {
  const opening = /^(if|when|whenever|once) /u.exec(lower)
  if (opening === null) return null
  const { body } = statement
  const from = opening[0].length
  if (EMPTY_CONDITION.test(lower.slice(from))) return null
  let comma = body.indexOf(', ', from)
  while (comma >= 0 && !opensMainClause(body.slice(comma + 2))) comma = body.indexOf(', ', comma + 2)
  if (comma < 0) return null
  const condition = body.slice(from, comma)
  return ask(opening[1] ?? '', condition, body.slice(comma + 2).replace(/^then /u, ''), around)
}

/** Whether words behind a comma open the main clause. */
function opensMainClause(words: string): boolean {
  const [first = '', second = ''] = wordsOf(words.slice(0, 60))
  if (
    /^(?:and|or|but|which|who|that|where|when|if|nor|not|especially|including|such|for|as|because|so|in|on|at|by|with|from|to|e\.g|i\.e|say|like)$/u.test(
      first,
    )
  )
    return false
  if (
    /^(?:then|the|a|an|it|they|you|there|its|their|all|any|no|each|both|your|nothing|everything|he|she|people|most|many|some|only|one|please|do|don't|make|use|never|always)$/u.test(
      first,
    )
  )
    return true
  return verbAt(wordsOf(words)) > 0 || BASES.has(first) || second === 'will'
}

/** `Y if X` and `Y when X`. */
function conditionLast(statement: Statement, lower: string, around: Around): Match | null {
  const found = / (if|when|whenever) /u.exec(lower)
  if (found === null || lower.indexOf(` ${found[1] ?? ''} `, found.index + found[0].length - 1) >= 0) return null
  const { body } = statement
  const outcome = body.slice(0, found.index).replace(/,$/u, '')
  const condition = body.slice(found.index + found[0].length)
  if (
    /(?:^| )(?:as|even|only|except|and|or|but|what|than|see|know|knows|known|determine|determines|check|checks|ask|asks|asked|tell|tells|decide|decides|wonder|show|shows|showed|say|says|choose|notice|guess|predict|discover|measure|judge|mark|marks|signal|signals|regardless|aware|careful|certain|clear|concerned|ready|test|detect|detects|specify|specifies|indicate|indicates|just|especially|particularly|unless|is|are|was|were|time|times|case|cases|day|days|year|years|moment|point|situations?|example|matter|not|sure|care|control|controls|understand|learn|remember|explain|define|defines|later|ago|until|since|that|to|at|now|happens)$/u.test(
      outcome.toLowerCase(),
    )
  )
    return null
  if (
    (outcome.length < body.slice(0, found.index).length && found[1] !== 'if') ||
    /\b(?:behaviou?r|message|action|option|value|content|text|information|data|moment|point|period|era|age|century)$/u.test(
      outcome,
    ) ||
    EMPTY_CONDITION.test(condition.toLowerCase()) ||
    (condition.includes(',') && !/^\p{L}+, \p{L}+ [^,]+$/u.test(condition)) ||
    outcome.includes(',')
  )
    return null
  if (/ (?:that|which|who) /u.test(outcome)) return null
  if (!standsAlone(outcome) || reports(outcome) || /\b(?:not|never|no|cannot|n't)\b|n['’]t\b/u.test(outcome))
    return null
  return ask(found[1] ?? '', condition, outcome.charAt(0).toLowerCase() + outcome.slice(1), around)
}

function ask(word: string, condition: string, outcome: string, around: Around): Match | null {
  const capital = condition.charAt(0).toUpperCase() + condition.slice(1)
  const words = wordsOf(condition)
  const you = words[0] === 'you'
  if (you ? !standsAlone(`People${capital.slice(3)}`) || words.length < 4 : !standsAlone(capital)) return null
  if (/ing$/u.test(words[0] ?? '') || wordsOf(outcome).length < 3 || /[?]/u.test(outcome)) return null
  if (/^(?:i|we|let's|what|how|why|who|where)\b/iu.test(outcome)) return null
  if (
    /^(?:please )?(?:let|see|refer|contact|check out|visit|read|feel free|don't worry|you may have|you might have|click here|consult|thank)\b/iu.test(
      outcome,
    )
  )
    return null
  if (
    /, (?:as|which|who|whose|where|although|though|off|including|such|so|but)\b/u.test(condition) ||
    / because /u.test(condition)
  )
    return null
  if (JUDGES.test(outcome)) return null
  const when = word === 'if' ? 'if' : word === 'once' ? 'once' : 'when'
  const [first = '', second = '', third = ''] = wordsOf(outcome)
  const orders = BASES.has(first) && !MODALS.has(second) && first !== 'people' && !THIRDS.has(second)
  if (
    orders ||
    /^(?:do not|don't|always|never|please|simply|just|make sure|be sure)\b/iu.test(outcome) ||
    (first === 'you' && /^(?:should|must|need|have)$/u.test(second))
  )
    return you || first === 'you' || orders
      ? match(
          [
            `What should you do ${when} ${condition}?`,
            `What has to be done ${when} ${condition}?`,
            `Explain what to do ${when} ${condition}.`,
          ],
          0.85,
        )
      : null
  if (first === 'you' && second === 'can' && third !== 'be')
    return match([`What can you do ${when} ${condition}?`, `Explain what you can do ${when} ${condition}.`], 0.82)
  if (
    first === 'you' ||
    (/^(?:it|there|that)$/u.test(first) &&
      /^(?:is|was|may|might|can|would)$/u.test(second) &&
      /^(?:be|a|an|not|no|important|possible|necessary|better|best|useful|good|worth|likely|time|easy|hard|difficult|usually|often|called|said|known)$/u.test(
        third,
      ))
  )
    return null
  const tense = tenseOf(condition)
  const told = tenseOf(outcome)
  if (
    tense !== null &&
    told !== null &&
    tense !== told &&
    (tense === 'past' || !/\b(?:could|would|might)\b/u.test(outcome))
  )
    return null
  if (tense === 'past') {
    if (when === 'if') return null
    return match([`What happened ${when} ${condition}?`, `Describe what happened ${when} ${condition}.`], 0.85)
  }
  if (tense === null) return null
  if (/\b(?:is|are) (?:a|an|the)\b/u.test(outcome)) return null
  const state = /\b(?:is|are) (?:a|an|the|called|said|known|even|odd|equal|true|false)\b/u.test(outcome)
  return state
    ? match([`What follows ${when} ${condition}?`, `What can be said ${when} ${condition}?`], 0.8)
    : match(
        [
          `What happens ${when} ${condition}?`,
          `What happens ${when} ${condition}?`,
          `Explain what happens ${when} ${condition}.`,
          `What is the result ${when} ${condition}?`,
        ],
        0.92,
      )

  function match(asks: readonly [string, ...string[]], sure: number): Match {
    return { asks, sure: around.technical ? sure - 0.02 : sure, needsPassage: true }
  }
}

/** An outcome that judges instead of telling what comes about. */
const JUDGES =
  /\b(?:is|are|was|were|be|being) (?:(?:not|always|usually|often|generally|still|also|very|more|most|much|especially|particularly|woefully|quite) )*(?:preferred|preferable|recommended|useful|needed|required|important|best|better|ideal|appropriate|common|possible|necessary|valid|helpful|supposed|enough|sufficient|advisable|wise|safe|inadequate|good|great|fine|easy|easier|hard|harder|difficult|true|false|a good|a great|worth|like|similar|typical|likely|unlikely|able|free|impossible|clear|obvious|called|known|named)\b/u

function tenseOf(clause: string): 'past' | 'present' | null {
  const words = wordsOf(clause)
  if (words.some(word => /^(?:was|were|had|did|could|would|might)$/u.test(word))) return 'past'
  if (
    words.some(word =>
      /^(?:is|are|has|have|does|do|can|will|may|must|should|isn't|aren't|don't|doesn't|cannot)$/u.test(word),
    )
  )
    return 'present'
  const verb = words[verbAt(words)] ?? ''
  if (THIRDS.has(verb)) return 'present'
  if ((PASTS.has(verb) && !BASES.has(verb)) || (verb.length > 4 && verb.endsWith('ed') && !BASES.has(verb)))
    return 'past'
  return BASES.has(verb) && !PASTS.has(verb) ? 'present' : null
}

/** `N leads to M`, `N causes M`, `N can result in M`. */
function leadsTo(statement: Statement, lower: string, around: Around): Match | null {
  const found =
    / (?:(can|may|could|might|will|would) )?(?:(?:also|often|usually|eventually|sometimes|thus|directly|typically|generally) )?(leads? to|led to|causes?|caused|results? in|resulted in|gives? rise to|gave rise to|brings? about|brought about|triggers?|triggered) /u.exec(
      lower,
    )
  if (found === null) return null
  const { body } = statement
  const thing = nounSubject(body, found.index, around)
  const behind = wordsOf(body.slice(found.index + found[0].length))
  const verb = found[2] ?? ''
  if (
    thing === null ||
    behind.length < 2 ||
    /^(?:this|these|it|them|him|her|by|of|for|are|is|were|and|or|people to)$/u.test(behind[0] ?? '')
  )
    return null
  if (
    /\b(?:the|a|an|of|what|common|possible|main|major|other|all|root|was|is|were|are|that|which|often)$/u.test(
      body.slice(0, found.index).toLowerCase(),
    )
  )
    return null
  const base = verb.startsWith('le')
    ? 'lead to'
    : verb.startsWith('cause')
      ? 'cause'
      : verb.startsWith('result')
        ? 'result in'
        : verb.startsWith('g')
          ? 'give rise to'
          : verb.startsWith('b')
            ? 'bring about'
            : 'trigger'
  const [first = ''] = base.split(' ')
  const third = verb.split(' ')[0]?.endsWith('s') === true
  const past = /^(?:led|caused|resulted|gave|brought|triggered)/u.test(verb)
  const plural = !third && !past && found[1] === undefined
  if (plural && wordsOf(thing).length > 4) return null
  if (
    plural &&
    (first !== verb.split(' ')[0] || !/s$|people$|men$/u.test(thing.split(' ')[0] === 'the' ? thing : thing))
  )
    return null
  const helper = found[1] ?? (past ? 'did' : third ? 'does' : 'do')
  return { asks: [`What ${helper} ${thing} ${base}?`], sure: 0.88, needsPassage: true }
}

/** `X, so Y` and `X; as a result, Y`. */
function soThen(statement: Statement, lower: string, around: Around): Match | null {
  const found =
    /(?:, so |, and so |, and therefore |, and thus |, and as a result,? |; (?:as a result|therefore|consequently|thus|hence|for this reason),? )(?!that\b|far\b|much\b|many\b|to speak|called|on\b|forth|long as|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|too)\b)/u.exec(
      lower,
    )
  if (found === null) return null
  const { body } = statement
  const first = effectClause(body.slice(0, found.index))
  const second = body.slice(found.index + found[0].length)
  if (first === null || !standsAlone(first) || reports(first) || first.includes(', ') || / because /u.test(first))
    return null
  if (wordsOf(second).length < 3 || verbAt(wordsOf(second)) < 1 || /^(?:let|please|make sure|be)\b/iu.test(second))
    return null
  if (BASES.has(wordsOf(second)[0] ?? '') && verbAt(wordsOf(second)) !== 1) return null
  return consequence(first, around, 0.88)
}

/** `Because X, Y`: told from its start. */
function becauseFirst(statement: Statement, lower: string, around: Around): Match | null {
  if (!lower.startsWith('because ') || lower.startsWith('because of ')) return null
  const { body } = statement
  const comma = body.indexOf(', ')
  if (comma < 0 || body.indexOf(', ', comma + 1) >= 0) return null
  const reason = body.slice(8, comma)
  const capital = reason.charAt(0).toUpperCase() + reason.slice(1)
  const outcome = body.slice(comma + 2)
  if (!standsAlone(capital) || reports(capital) || verbAt(wordsOf(outcome)) < 1) return null
  if (/\b(?:called|known as|named|termed|referred to)\b/u.test(outcome)) return null
  return consequence(reason, around, 0.84)
}

function consequence(clause: string, around: Around, sure: number): Match | null {
  const words = inside(clause, around.spelling)
  if (words === null) return null
  return {
    asks: [
      `What follows from the fact that ${words}?`,
      `What is the consequence of the fact that ${words}?`,
      `State a consequence of the fact that ${words}.`,
    ],
    sure,
    needsPassage: true,
  }
}

const RESULT = /^(?:as a result|as a consequence|consequently|for this reason|therefore|hence|thus|accordingly)$/u

/** `X. As a result, Y.` The answer is the second sentence. */
function resultOfBefore(statement: Statement, around: Around): Match | null {
  if (!RESULT.test(statement.connective) || around.before === null) return null
  const { before } = around
  if (before.connective !== '' || statement.body.includes('; ')) return null
  const clause = effectClause(before.body)
  const subject = wordsOf(statement.body)
  const at = verbAt(subject)
  if (clause === null || !standsAlone(clause) || reports(clause) || at < 1) return null
  if (!namesThing(subject.slice(0, at).join(' '), 12) && !standsAlone(statement.body)) return null
  const found = consequence(clause, around, /^(?:as|con|for)/u.test(statement.connective) ? 0.86 : 0.8)
  return found && { ...found, question: [before] }
}
