import { inside, namesThing } from '#core/mining/english/clause'
import type { Around } from '#core/mining/english/rule'

const LEAD =
  /^(?:In|On|At|During|Under|Within|Throughout|After|Before|Among|Around|From|Until|By) (?!(?:order|addition|fact|particular|general|short|other|this|that|these|such|contrast|case|so|doing|which|it|its|their|his|her)\b)[^,]{2,50}, (?=\S)/u
const TOPIC =
  /^(?:In|For|At|On|During|Within|Under) (?!(?:order|addition|fact|this|that|these|such|contrast|case)\b)[^,]{2,40}, (?=\S)/u
const TRAILING =
  /, (?:which|who|whose|where|although|though|while|whereas|as|so|if|when|unless|since|because|until|not|nor)\b/u

/**
 * The clause that a connective behind it speaks of: without what an earlier `but` or semicolon joined to it, with a leading phrase of
 * time or place moved to its end. Null where its borders are not certain.
 */
export function effectClause(before: string): string | null {
  let clause = before.replace(/,$/u, '')
  const break_ = Math.max(
    clause.lastIndexOf('; '),
    clause.lastIndexOf(': '),
    clause.lastIndexOf(' – '),
    clause.lastIndexOf('—'),
  )
  if (break_ >= 0) clause = clause.slice(break_ + 1).replace(/^[\s–—]+/u, '')
  const turn = Math.max(clause.lastIndexOf(', but '), clause.lastIndexOf(', yet '))
  if (turn >= 0) clause = clause.slice(turn + 6)
  const joined = clause.lastIndexOf(', and ')
  if (joined >= 0) {
    if (clause.indexOf(', ') !== joined) return null
    clause = clause.slice(joined + 6)
  }
  if (TRAILING.test(clause) || /^\p{L}+(?:ing|ed) [^,]{3,80}, /u.test(clause)) return null
  const lead = LEAD.exec(clause)?.[0]
  if (lead !== undefined) {
    const rest = clause.slice(lead.length)
    if (rest.split(' ').length > 16 || rest.includes(', ')) return null
    clause = `${rest.charAt(0).toUpperCase()}${rest.slice(1)} ${lead.charAt(0).toLowerCase()}${lead.slice(1, -2)}`
  }
  return clause.includes('not only') ? clause : clause.replace(/ also /u, ' ')
}

/** The subject in front of a verb, as it reads inside a question; a leading `In medicine,` is left out. */
export function nounSubject(body: string, end: number, around: Around): string | null {
  const before = body.slice(0, end)
  const lead = TOPIC.exec(before)?.[0] ?? ''
  const phrase = before
    .slice(lead.length)
    .replace(
      / (?:also|often|usually|generally|commonly|mainly|typically|now|sometimes|primarily|traditionally|then|therefore|mostly|normally|originally|still)$/u,
      '',
    )
  const named = phrase.replace(/ \([^()]{1,40}\)/u, '')
  if (!namesThing(named)) return null
  return lead === '' ? inside(named, around.spelling, /\p{L}+/u.exec(body.slice(end, end + 30))?.[0]) : named
}
