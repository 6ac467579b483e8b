import { balanced } from '#core/mining/english/clause'
import { POINTING_STARTS } from '#core/mining/english/lexicon'
import type { Sentence, Statement } from '#core/mining/family'
import { cleanWords } from '#core/mining/clean-words'

/** Words that tie a sentence to the one before and can be taken off without harm. */
const CONNECTIVE =
  /^(?:(?:However|Moreover|Furthermore|In addition|Additionally|Also|Thus|Therefore|Hence|Accordingly|Consequently|As a result|As a consequence|For (?:this|that) reason|In fact|Indeed|Of course|For example|For instance|First|Firstly|First of all|Second|Secondly|Third|Thirdly|Finally|Lastly|Nevertheless|Nonetheless|Similarly|Likewise|On the other hand|In contrast|By contrast|Conversely|In general|Note that|Notice that|Remember that|Keep in mind that|Please note that|In particular|Specifically|Fortunately|Unfortunately|Interestingly|Importantly|Obviously|Naturally|Basically|Essentially|In short|In summary|To summarize|In conclusion|Overall|As you can see|That said|Besides|By the way|Note|Tip|Hint|Warning|Caution|Important)(?:,|:|(?<=that)) ?|(?:But|And|So|Yet|Thus|Hence|Therefore|Also) (?=[a-z]))/u

/** Places elsewhere that an answer must not send its reader to. */
const ELSEWHERE =
  /\b(?:the following|as follows|(?<=\()see|(?:as|the|mentioned|described|shown|listed|given|discussed|noted|explained|seen|code|example|see) (?:above|below)|(?:above|below|earlier|later)(?=[.,;:)])|above-?mentioned|aforementioned|listed here|described here|shown here|(?:previous|next|preceding|last|earlier|later|following|current|present|other) (?:section|chapter|page|paragraph|example|figure|table|article|lesson|unit|step|listing|part|guide|tutorial|document|exercise|subsection)s?|(?:fig(?:ure)?|table|section|chapter|eq(?:uation)?|appendix|listing|exercise|step|page|part|item|note|question|problem|lemma|theorem|stage)s?\.? ?\(?\d[\d.-]*|fig|ibid|op\. cit|et al|left to the reader|click here|see also|(?:you|we) (?:just|already|have seen|saw)|recall that|as you (?:can|may|might|know)|so far|in other words)\b/u

const FIRST_PERSON =
  /\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me|[Oo]urs|I['’](?:m|ve|d|ll)|[Ww]e['’](?:re|ve|d|ll)|[Ll]et['’]s)\b/u
const POINTING =
  /\b(?:this|these|such(?! as\b)|those(?! (?:who|of|that|in|with|from|which)\b)|(?:of|in|at|by|for|from|with|to|like|on|as) that(?=[.,;]|$)|latter|former(?= (?:is|was|are|were|case|one))|respectively|the (?:same|other) (?:way|time|reason|is|was|hand))\b/u
/** A headline that runs into its text, without an end mark between them. */
const FUSED =
  /[\p{L}\p{N}] (?:There|The|This|These|It|He|She|They|We|You|A|An|In|But|However|When|If|And|For|To|As|With|From|At|On|By|About|After|Before|Since|While|Although) \p{Ll}/u
/** Words that report what somebody said whom only the text around names. */
const HEARSAY =
  /\b(?:he|she|they|it) (?:says|said|adds|added|told|explains|explained|notes|noted|argues|argued|say|believes|believed|claims|claimed)\b/u
const END = /[.!](?:["”’)]{0,2})$/u

/**
 * A sentence as an answer, by its shape alone (rules MINE5, MINE7), or null: whole, of a readable length, opening with what it speaks
 * of. A leading connective is taken off.
 *
 * @param tied whether it will follow the sentence before it, so that its opening may point back
 */
export function statementOf(sentence: Sentence, tied: boolean): Statement | null {
  const whole = sentence.text
  if (whole.length < 18 || whole.length > 420 || !END.test(whole.slice(-3))) return null
  const connective = tied || !MAY_CONNECT.test(whole) ? '' : (CONNECTIVE.exec(whole)?.[0] ?? '')
  let text = connective === '' ? whole : whole.slice(connective.length)
  const first = text.charAt(0)
  if (connective === '' ? !/^[\p{Lu}“"]/u.test(first) : !/^\p{L}/u.test(first)) return null
  if (connective !== '') text = first.toUpperCase() + text.slice(1)
  const opening = /^[\p{L}'’]+/u.exec(text)?.[0].toLowerCase().replace('’', "'") ?? ''
  if (/^[A-Z]{1,2}:/u.test(text)) return null
  if (opening === '' || (!tied && BROKEN_START.has(opening))) return null
  if (/^(?:suppose|imagine|consider|assume|assuming|let|think|recall|picture|say)$/u.test(opening)) return null
  if (!tied && opening === 'the' && ORDINAL_START.test(text)) return null
  if (text.includes('  ')) text = text.replace(/ {2,}/gu, ' ')
  const body = text.endsWith('.') ? text.slice(0, -1) : text.replace(END, '').trimEnd()
  return {
    sentence,
    text,
    body,
    lower: body.toLowerCase(),
    connective: connective === '' ? '' : connective.trim().replace(/[,:]$/u, '').toLowerCase(),
    tied,
    range: { start: sentence.range.start + connective.length, end: sentence.range.end },
  }
}

const MAY_CONNECT =
  /^(?:[A-Z][a-z]+(?: [a-z]+){0,3}[,:]|(?:But|And|So|Yet|Thus|Hence|Therefore|Also|Note|Notice|Remember|Keep|Please) )/u
const ORDINAL_START =
  /^The (?:other |(?:first|second|third|others|next|last|same|resulting|remaining) (?:is|was|are|were|one|two|of|has|can|will)|latter|former|following|others)\b/u
const CUT = /\b(?:Mr|Mrs|Ms|Dr|Prof|St|vs|e\.g|i\.e|cf|ca|approx|No|Vol|Fig|Jr|Sr|Inc|Ltd|Co|U\.S)\.$/u

/** Whether the words of a statement are clean and point to nothing outside it (rules MINE6, MINE8). */
export function sound({ text, body, lower, tied }: Statement): boolean {
  const small = lower + text.slice(body.length)
  if (!cleanWords(text) || ELSEWHERE.test(small) || FIRST_PERSON.test(text) || CUT.test(text)) return false
  if (FUSED.test(text) || HEARSAY.test(small) || !balanced(text)) return false
  return !POINTING.test(tied ? small.slice(5) : small)
}

/** Whether a sentence can follow others in an answer: clean and whole, pointing to nothing but what went before. */
export function continues(sentence: Sentence): boolean {
  const { text } = sentence
  if (text.length < 12 || text.length > 420 || !END.test(text) || !cleanWords(text)) return false
  return (
    !ELSEWHERE.test(text.toLowerCase()) &&
    !FIRST_PERSON.test(text) &&
    !FUSED.test(text) &&
    balanced(text) &&
    /^[\p{Lu}“"\p{N}]/u.test(text)
  )
}

/** Openings that leave a reader without the thing spoken of; subordinate clauses (`If`, `When`, `Because`) may open an answer. */
const BROKEN_START: ReadonlySet<string> = new Set(
  [...POINTING_STARTS].filter(
    word =>
      !/^(?:if|when|because|since|while|although|though|unless|until|each|all|you|your|what|no|not|none|often|sometimes|usually|today|currently|where|once|only|even|whether|as|a|first|second|last)$/u.test(
        word,
      ),
  ),
)
