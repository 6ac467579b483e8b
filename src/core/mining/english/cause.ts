import { inside, inverted, namesThing, reports, standsAlone, wordsOf } from '#core/mining/english/clause'
import { effectClause, nounSubject } from '#core/mining/english/parts'
import type { Around, EnglishRule } from '#core/mining/english/rule'
import { BASES, PARTICIPLES } from '#core/mining/english/verbs'
import type { Match, Statement } from '#core/mining/family'

const WEAK =
  /(?:^|\s)(?:not|n't|just|even|either|whether|or|and|but|than|that|if|say|says|said|is|are|was|were|be|more so|all the more|so much|precisely not|not only|only)$/iu
const SOFTENED =
  /\s(?:mainly|largely|partly|primarily|mostly|simply|in part|precisely|probably|perhaps|chiefly|possibly|in large part|presumably|especially|particularly|exclusively|solely|entirely|only|purely|merely|directly|almost entirely|almost exclusively)$/iu

/** `why` something is so: a clause that is explained inside its own sentence or in the next one. */
export const cause: EnglishRule = (statement, around) => {
  const { lower } = statement
  return (
    afterBecause(statement, lower, around) ??
    becauseFirst(statement, lower) ??
    nounCause(statement, lower, around) ??
    statedReason(statement, lower) ??
    nextSentence(statement, around)
  )
}

/** `E because C`, `E because of N`, `E due to N`. */
function afterBecause(statement: Statement, lower: string, around: Around): Match | null {
  const found = /[ ,]+(because of|because|owing to|on account of|thanks to|due to|as a result of)\s/u.exec(lower)
  if (found === null) return null
  const { body } = statement
  const cut = effectClause(body.slice(0, found.index))
  const reason = body.slice(found.index + found[0].length)
  if (cut === null || reason.split(' ').length < (found[1] === 'because' ? 3 : 2)) return null
  const softened = SOFTENED.exec(cut)
  const clause = softened === null ? cut : cut.slice(0, softened.index).replace(/,$/u, '')
  if (WEAK.test(clause) || reports(clause) || / (?:whether|if) /u.test(clause) || !standsAlone(clause)) return null
  if (found[1] === 'due to' || found[1] === 'as a result of') {
    if (/^(?:be|have|do|go)$/u.test(wordsOf(reason)[0] ?? '')) return null
    if (BASES.has(wordsOf(reason)[0] ?? '') && found[1] === 'due to') return null
    if (!found[0].startsWith(',') && !endsInState(clause)) return null
  }
  return why(clause, around, found[1] === 'because' ? 0.95 : 0.9)
}

/** Whether a clause ends in what happened, so that `due to` speaks of the whole of it and not of its last noun. */
function endsInState(clause: string): boolean {
  const words = wordsOf(clause)
  const last = words.at(-1) ?? ''
  const before = words.at(-2) ?? ''
  if (/^(?:payment|payments|damage|loss|losses|amount|money|fee|fees)$/u.test(last)) return false
  if (
    /ly$/u.test(last) ||
    PARTICIPLES.has(last) ||
    /^(?:closed|unavailable|impossible|difficult|slow|low|high|weak|dead|ill|sick|absent|late|unable|rare|common|scarce|extinct)$/u.test(
      last,
    )
  )
    return true
  return /^(?:in|by)$/u.test(before) && /^\d/u.test(last)
}

/** `Because C, E`. */
function becauseFirst(statement: Statement, lower: string): Match | null {
  const found = /^(because of|because|owing to|due to|on account of|thanks to|as a result of)\s/u.exec(lower)
  if (found === null) return null
  const { body } = statement
  const comma = body.indexOf(', ')
  if (comma < 0 || body.indexOf(', ', comma + 1) >= 0) return null
  const reason = body.slice(found[0].length, comma)
  const clause = body.slice(comma + 2)
  if (reason.split(' ').length < 2 || /\b(?:this|that|it|they)\b/u.test(clause.split(' ').slice(0, 2).join(' ')))
    return null
  const capital = clause.charAt(0).toUpperCase() + clause.slice(1)
  if (!standsAlone(capital) || reports(clause)) return null
  if (/^(?:you|one|people)\b/u.test(clause)) return null
  return asksWhy(clause, 0.9)
}

/** `N is caused by M`, `N results from M`, `N is due to M`. */
function nounCause(statement: Statement, lower: string, around: Around): Match | null {
  const caused =
    /\s(is|are|was|were) (?:(?:usually|often|mainly|mostly|generally|commonly|primarily|typically|sometimes|largely|partly|normally|in part) )?(caused by|due to|the result of|a result of)\s(?!this|these|that|it|them|the following)/u.exec(
      lower,
    )
  if (caused !== null) {
    const thing = nounSubject(statement.body, caused.index, around)
    const behind = wordsOf(statement.body.slice(caused.index + caused[0].length))
    if (thing === null || behind.length < 2) return null
    if (
      caused[2] === 'due to' &&
      (BASES.has(behind[0] ?? '') ||
        /^(?:be|have|go|start|\d.*|monday|january|the (?:launch|open))$/u.test(behind[0] ?? ''))
    )
      return null
    const past = caused[1] === 'was' || caused[1] === 'were'
    return {
      asks: past
        ? [`What caused ${thing}?`, `What was the cause of ${thing}?`, `Explain what caused ${thing}.`]
        : [`What causes ${thing}?`, `What is the cause of ${thing}?`, `Explain what causes ${thing}.`],
      sure: 0.92,
      needsPassage: true,
    }
  }
  const results = /\s(results?|resulted|stems?|stemmed|arises?|arose) from\s/u.exec(lower)
  if (results === null) return null
  const thing = nounSubject(statement.body, results.index, around)
  const verb = results[1] ?? ''
  if (thing === null || wordsOf(statement.body.slice(results.index + results[0].length)).length < 2) return null
  const helper = /(?:ed|arose)$/u.test(verb) ? 'did' : verb.endsWith('s') ? 'does' : 'do'
  const base = verb.startsWith('result') ? 'result' : verb.startsWith('stem') ? 'stem' : 'arise'
  return { asks: [`What ${helper} ${thing} ${base} from?`], sure: 0.88, needsPassage: true }
}

/** `The reason why E is that C`, `The reason for N is M`. */
function statedReason(statement: Statement, lower: string): Match | null {
  const opening =
    /^the (?:main |primary |chief |principal |real |most common |most likely )?(?:reason|cause) (why|that|for|of) /u.exec(
      lower,
    )
  if (opening === null) return null
  const copula = / (?:is|was|are|were) /gu
  copula.lastIndex = opening[0].length
  for (let found = copula.exec(lower); found !== null; found = copula.exec(lower)) {
    const about = statement.body.slice(opening[0].length, found.index)
    const rest = lower.slice(found.index + found[0].length)
    if (
      /^(?:unknown|unclear|simple|obvious|not|still|under|disputed|as follows|to )/u.test(rest) ||
      rest.split(' ').length < 2
    )
      continue
    if (opening[1] === 'for' || opening[1] === 'of') {
      const word = lower.includes('reason') ? 'reason for' : 'cause of'
      if (!namesThing(about)) return null
      const was = found[0].trim()
      return {
        asks: [`What ${was} the ${word} ${about}?`, `Explain what the ${word} ${about} ${was}.`],
        sure: 0.9,
        needsPassage: true,
      }
    }
    if (!/^(?:that|because) /u.test(rest)) continue
    const capital = about.charAt(0).toUpperCase() + about.slice(1)
    return standsAlone(capital) ? asksWhy(about, 0.92) : null
  }
  return null
}

const EXPLAINS_BEFORE =
  /^(?:(?:This|That) (?:is|was) (?:(?:mainly|largely|partly|primarily|mostly|simply|probably|usually|often) )?because |(?:The|One|The main) reason (?:for this )?(?:is|was) (?:that|because) )(?!of this)/u
const BEFORE_EXPLAINS = /^(?:This|That) (?:is|was) (?:why|the reason (?:why|that)) /u

/** `E. This is because C.` and `C. That is why E.` The answer is both sentences. */
function nextSentence(statement: Statement, around: Around): Match | null {
  const { next } = around
  if (next === null || statement.connective === 'for example') return null
  if (EXPLAINS_BEFORE.test(next.text)) {
    const clause = effectClause(statement.body)
    if (clause === null || !standsAlone(clause) || reports(clause)) return null
    const found = why(clause, around, 0.93)
    return found && { ...found, answer: [statement, next] }
  }
  const opening = BEFORE_EXPLAINS.exec(next.text)
  if (opening === null) return null
  const clause = next.body.slice(opening[0].length)
  const capital = clause.charAt(0).toUpperCase() + clause.slice(1)
  if (!standsAlone(capital) || clause.includes(',')) return null
  return { ...asksWhy(clause, 0.9), answer: [statement, next] }
}

function why(clause: string, around: Around, sure: number): Match | null {
  const words = inside(clause, around.spelling)
  return words === null ? null : asksWhy(words, sure)
}

function asksWhy(clause: string, sure: number): Match {
  const turned = inverted(clause)
  const asks: [string, ...string[]] = [
    `Explain why ${clause}.`,
    `What is the reason that ${clause}?`,
    `Give the reason why ${clause}.`,
  ]
  if (turned === null) asks.push(`Why is it that ${clause}?`)
  else asks.unshift(`Why ${turned}?`, `Why ${turned}?`, `Why ${turned}?`)
  return { asks, sure, needsPassage: true }
}
