import { AIMS } from '#core/mining/english/cues'
import { acts, inside, inverted, namesThing, reports, standsAlone, verbAt, wordsOf } from '#core/mining/english/clause'
import { effectClause, nounSubject } from '#core/mining/english/parts'
import type { Around, EnglishRule } from '#core/mining/english/rule'
import { BASES, PARTICIPLES, THIRDS } from '#core/mining/english/verbs'
import type { Match, Statement } from '#core/mining/family'

/** `purpose`: what something is for. */
export const purpose: EnglishRule = (statement, around) => {
  const { lower } = statement
  return (
    usedFor(statement, lower, around) ??
    madeFor(statement, lower, around) ??
    statedPurpose(statement, lower) ??
    servesTo(statement, lower, around) ??
    inOrderTo(statement, lower, around) ??
    doneTo(statement, lower, around)
  )
}

const ADVERB =
  '(?:(?:also|often|usually|generally|commonly|mainly|typically|sometimes|primarily|traditionally|mostly|normally|originally|chiefly|widely|once|frequently|now|only|still|increasingly|particularly|especially) )*'
const USED = new RegExp(
  ` (?:(can|may|could|might|must|should) ${ADVERB}be|(is|are|was|were|has been|have been)) ${ADVERB}used (to|for|as) `,
  'u',
)

function usedFor(statement: Statement, lower: string, around: Around): Match | null {
  const found = lower.includes(' used ') ? USED.exec(lower) : null
  if (found === null) return null
  const thing = nounSubject(statement.body, found.index, around)
  const behind = wordsOf(statement.body.slice(found.index + found[0].length))
  if (thing === null || behind.length < 2) return null
  const link = found[3] ?? ''
  if (link === 'to' && !BASES.has(behind[0] ?? '')) return null
  if (/^(?:it|this|them|that|these)$/u.test(behind[0] ?? '')) return null
  const modal = found[1]
  const be = found[2] ?? ''
  const preposition = link === 'as' ? 'as' : 'for'
  if (modal !== undefined) return asked([`What ${modal} ${thing} be used ${preposition}?`], 0.92)
  const [have, been] = be.split(' ')
  if (been !== undefined) return asked([`What ${have ?? ''} ${thing} been used ${preposition}?`], 0.9)
  const asks: [string, ...string[]] = [
    `What ${be} ${thing} used ${preposition}?`,
    `Explain what ${thing} ${be} used ${preposition}.`,
  ]
  if (link !== 'as' && (be === 'is' || be === 'are')) asks.push(`What is the use of ${thing}?`)
  return asked(asks, 0.95)
}

const MADE = new RegExp(
  ` (is|are|was|were) ${ADVERB}(designed|intended|meant|built|made|created|developed|set up|established|founded|introduced|constructed|planned|invented) (to|for) `,
  'u',
)

const MADE_VERB = /(?:ed|ded|ant|uilt|ade|up|ven) (?:to|for) /u

function madeFor(statement: Statement, lower: string, around: Around): Match | null {
  const found = MADE_VERB.test(lower) ? MADE.exec(lower) : null
  if (found === null) return null
  const thing = nounSubject(statement.body, found.index, around)
  const behind = wordsOf(statement.body.slice(found.index + found[0].length))
  const [, be = '', verb = '', link = ''] = found
  if (thing === null || behind.length < 2) return null
  if (
    link === 'to'
      ? !BASES.has(behind[0] ?? '') && behind[0] !== 'be'
      : /^(?:\d|it|this|him|her|the (?:first|last)|centuries|years|over|more)/u.test(behind[0] ?? '')
  )
    return null
  if (link === 'for' && /^(?:made|created|built|developed|constructed|introduced|founded)$/u.test(verb)) return null
  if (link === 'to' && behind[0] === 'be' && verb === 'made') return null
  return link === 'to'
    ? asked(
        [
          `What ${be} ${thing} ${verb} to do?`,
          `For what purpose ${be} ${thing} ${verb}?`,
          `Explain what ${thing} ${be} ${verb} to do.`,
        ],
        0.92,
      )
    : asked([`What ${be} ${thing} ${verb} for?`, `Explain what ${thing} ${be} ${verb} for.`], 0.9)
}

function statedPurpose(statement: Statement, lower: string): Match | null {
  const found =
    /^(?:the )?(?:main |primary |chief |principal |sole |overall |basic |key |ultimate |central |original )?(purpose|aim|goal|objective|function|role|job|task|mission) of (.{2,80}?) (is|was) /u.exec(
      lower,
    )
  if (found === null) return null
  const start = lower.indexOf(' of ') + 4
  const thing = statement.body.slice(start, start + (found[2]?.length ?? 0))
  const rest = lower.slice(found[0].length)
  if (
    !namesThing(thing) ||
    rest.split(' ').length < 3 ||
    !/^(?:(?:simply|mainly|primarily|therefore|also|not only|basically|essentially) )?(?:to|the|an?|[a-z]+ing|that of)\b/u.test(
      rest,
    )
  )
    return null
  const [, noun = '', , be = ''] = found
  return asked(
    [`What ${be} the ${noun} of ${thing}?`, `Explain what the ${noun} of ${thing} ${be}.`],
    /^to /u.test(rest) ? 0.95 : 0.85,
  )
}

function servesTo(statement: Statement, lower: string, around: Around): Match | null {
  const found =
    / (?:(can|may) )?(serves? (?:to|as)|aims? to|helps? to|seeks? to|sought to|aimed to|served to|served as|allows?|allowed|enables?|enabled|makes? it possible (?:to|for)) /u.exec(
      lower,
    )
  if (found === null) return null
  const thing = nounSubject(statement.body, found.index, around)
  if (thing === null) return null
  const verb = found[2] ?? ''
  const rest = statement.body.slice(found.index + found[0].length)
  const behind = wordsOf(rest)
  const third = /^(?:serves|aims|helps|seeks|allows|enables|makes)\b/u.test(verb)
  const past = /ed\b|sought/u.test(verb)
  const plural = !third && !past && found[1] === undefined
  if (plural && wordsOf(thing).length > 4) return null
  if (plural && !/s$|people$/u.test(thing.split(/ (?:of|in|for|with|on) /u)[0] ?? '')) return null
  const helper = found[1] ?? (past ? 'did' : third ? 'does' : 'do')
  if (/^(?:serve)/u.test(verb)) {
    if (verb.endsWith('to'))
      return BASES.has(behind[0] ?? '')
        ? asked([`What ${helper} ${thing} serve to do?`, `What purpose ${helper} ${thing} serve?`], 0.9)
        : null
    return behind.length > 1
      ? asked([`What ${helper} ${thing} serve as?`, `What purpose ${helper} ${thing} serve?`], 0.88)
      : null
  }
  if (/^(?:aim|help|seek|sought)/u.test(verb)) {
    const base = verb.startsWith('aim') ? 'aim' : verb.startsWith('help') ? 'help' : 'seek'
    return BASES.has(behind[0] ?? '') ? asked([`What ${helper} ${thing} ${base} to do?`], 0.9) : null
  }
  if (verb.startsWith('make')) return null
  const to = behind.indexOf('to')
  if (to < 1 || to > 4 || !BASES.has(behind[to + 1] ?? '')) return null
  const object = rest.split(' ').slice(0, to).join(' ')
  if (/^(?:us|me|it|him|her|them|this|one)$/u.test(object) || object.includes(',')) return null
  if (
    object !== 'you' &&
    !namesThing(object, 4) &&
    !/^(?:users?|people|developers?|readers?|programmers?)$/u.test(object)
  )
    return null
  return asked([`What ${helper} ${thing} ${verb.startsWith('allow') ? 'allow' : 'enable'} ${object} to do?`], 0.9)
}

/** `In order to P, E`, `E in order to P`, `E so that P can …`. */
function inOrderTo(statement: Statement, lower: string, around: Around): Match | null {
  const { body } = statement
  if (lower.startsWith('in order to ')) {
    const comma = body.indexOf(', ')
    if (comma < 0 || !BASES.has(wordsOf(body.slice(12, 60))[0] ?? '')) return null
    const clause = body.slice(comma + 2)
    if (clause.includes(', ') || /^(?:it|they|he|she|you|we|i)\b/iu.test(clause)) return null
    const capital = clause.charAt(0).toUpperCase() + clause.slice(1)
    if (BASES.has(wordsOf(clause)[0] ?? '') || /\b(?:it|this|that|these|them)\b/u.test(body.slice(0, comma)))
      return null
    return standsAlone(capital) && !obliges(clause) ? forWhat(clause, 0.88) : null
  }
  const found = / (in order to|so that|with the aim of|for the purpose of|with the goal of) /u.exec(lower)
  if (found === null || lower.charAt(found.index - 1) === ',') return null
  const clause = effectClause(body.slice(0, found.index))
  if (clause === null || !standsAlone(clause) || obliges(clause) || reports(clause)) return null
  if (!acts(wordsOf(clause))) return null
  const rest = lower.slice(found.index + found[0].length)
  if (
    found[1] === 'so that' &&
    !/^(?:\S+ ){1,8}(?:can|could|will|would|may|might|does not|do not|is not|are not|doesn't|don't|cannot)\b/u.test(
      rest,
    )
  )
    return null
  if (found[1] !== 'so that' && / (?:is|are|was|were|has|have) /u.test(rest)) return null
  if (/^(?:so|such)\b|\bso \w+$/u.test(clause.toLowerCase())) return null
  const words = inside(clause, around.spelling)
  return words === null ? null : forWhat(words, 0.88)
}

/** What must be done says how, not why. */
function obliges(clause: string): boolean {
  return /\b(?:must|should|needs? to|ha(?:s|ve) to|required|necessary|enough|sufficient)\b/u.test(clause)
}

const DONE = new RegExp(
  ` (?:is|are|was|were) (?:${ADVERB})?([a-z]+(?: (?:up|out|off|down|over|together|in|on|back|with [a-z ]{2,24}|in [a-z ]{2,24}|along [a-z ]{2,24}|around [a-z ]{2,24}|into [a-z ]{2,24}|by [a-z ]{2,24}|from [a-z ]{2,24}|at [a-z ]{2,24}))?) to (?:${AIMS}) `,
  'u',
)
const NOT_DONE =
  /^(?:expected|supposed|required|said|believed|known|likely|allowed|able|forced|needed|asked|thought|found|shown|seen|used|considered|estimated|reported|set|going|told|permitted|encouraged|trained|obliged|unable|ready|easy|hard|difficult|important|necessary|possible|free|willing|eager|happy|determined|tempted|taught|made|led|left|bound|unlikely|assumed|claimed|meant|designed|intended|helped|invited|ordered|persuaded|proven|proved|sure|compelled|advised|urged|recommended|configured|here|there|available|enough|best|better|crucial|essential|sufficient|responsible|started|begun|continued|agreed|decided|attempted|tried|failed|wanted|observed|capable|due|about)\b/u

const AIMED = new RegExp(` to (?:${AIMS}) `, 'u')

/** `The pipes are wrapped in foam to keep …`: the passive with an aim. */
function doneTo(statement: Statement, lower: string, around: Around): Match | null {
  const found = AIMED.test(lower) ? DONE.exec(lower) : null
  if (found === null) return null
  const done = found[1] ?? ''
  const participle = done.split(' ')[0] ?? ''
  if (NOT_DONE.test(done) || !(PARTICIPLES.has(participle) || participle.endsWith('ed'))) return null
  const end = found.index + lower.slice(found.index).indexOf(`${done} to `) + done.length
  const clause = effectClause(statement.body.slice(0, end))
  if (clause === null || !standsAlone(clause) || obliges(clause)) return null
  const words = inside(clause, around.spelling)
  return words === null ? null : forWhat(words, 0.88)
}

function forWhat(clause: string, sure: number): Match | null {
  const turned = inverted(clause)
  const verb = wordsOf(clause)[verbAt(wordsOf(clause))] ?? ''
  if (turned === null && THIRDS.has(verb) && clause.split(' ').length > 18) return null
  return turned === null
    ? asked([`Explain for what purpose ${clause}.`, `State the purpose for which ${clause}.`], sure)
    : asked([`For what purpose ${turned}?`, `For what purpose ${turned}?`, `Explain for what purpose ${clause}.`], sure)
}

function asked(asks: readonly [string, ...string[]], sure: number): Match {
  return { asks, sure, needsPassage: true }
}
