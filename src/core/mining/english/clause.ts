import { AMBIGUOUS, NAMES, isCommonWord } from '#core/mining/english/common-words'
import {
  AUXILIARIES,
  BE,
  FUNCTION_WORDS,
  MODALS,
  POINTING_STARTS,
  PREPOSITIONS,
  REPORTING,
  SUBORDINATORS,
} from '#core/mining/english/lexicon'
import { BASES, PARTICIPLES, PASTS, THIRDS } from '#core/mining/english/verbs'

/** The words of a clause, lower-cased, without the marks around them. */
export function wordsOf(clause: string): string[] {
  const words: string[] = []
  for (const part of clause.toLowerCase().split(' ')) {
    const word = isPlain(part) ? part : part.replace(/^[("“‘']+|[)"”’',;:.\s]+$/gu, '').replaceAll('’', "'")
    if (word !== '') words.push(word)
  }
  return words
}

/** Whether a word is made of small Latin letters alone, as nearly all are. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    if (unit < 97 || unit > 122) return false
  }
  return true
}

/** Words that mean something only beside other text. */
const CONTEXTUAL =
  /\b(?:this|these|such(?! as\b)|those(?! (?:who|of|that|in|with|from|which)\b)|latter|former(?:ly)? (?:case|one)|aforementioned|respective(?:ly)?|the (?:others|following|above|previous|ones|latter|former)\b|the (?:same|other|first|second|third|last|next|two|three|four|one|result|problem|reason|case|thing)$|^the (?:same|other|second|third|next|two|three|four|result|problem|reason|case|thing)\b|(?:of|in|at|by|for|from|with|on|to|after|before) that(?: (?:time|point|case|way|day|year|period|moment))?$|that (?:time|point|case|way|day|year|period|moment)|at (?:that|the) (?:time|point)|as well$|likewise|again|instead|otherwise|therefore|however|thus|hence|meanwhile|then|there$|here|(?:above|below) (?:is|are|was|were|can|will|has|have|does|works|shows|uses|makes|creates|returns))\b/u

const FIRST_PERSON = /\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me|[Oo]urs|mine|I'(?:m|ve|d|ll)|[Ww]e'(?:re|ve|d|ll)|[Ll]et's)\b/u

/** Whether a pronoun inside the clause has something before it that it can stand for. */
function pronounsResolved(words: readonly string[], named: boolean): boolean {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (/^(?:his|her|him|she|he|hers|himself|herself)$/u.test(word)) {
      if (i < 2 || !named) return false
    } else if (/^(?:its|their|itself|themselves)$/u.test(word)) {
      if (i < 2) return false
    } else if (/^(?:it|they|them|theirs)$/u.test(word)) {
      if (i < 3 || !SUBORDINATORS.has(words[i - 1] ?? '')) return false
    }
  }
  return true
}

const EXPLETIVE =
  /^(?:it (?:is|was) (?:not )?(?:often |usually |very |more |particularly |especially |also )?(?:important|necessary|possible|impossible|difficult|hard|easy|easier|harder|useful|essential|common|best|better|helpful|recommended|advisable|vital|crucial|dangerous|illegal|wise|safer|safe|cheaper|unlikely|likely)\b (?:to|that|for)\b|there (?:is|are|was|were)\b)/iu

/** Openings of a clause that lost its subject. */
const BARE_PREDICATE =
  /^(?:rather|merely|simply|nearly|almost|exactly|mainly|mostly|partly|largely|particularly|especially|being|having|done|made|used|not|never)$/u

/**
 * Whether a clause can be read on its own: a subject that names something, a finite verb, and nothing that points elsewhere (rule
 * MINE9).
 *
 * @param clause without its end mark
 */
export function standsAlone(clause: string): boolean {
  if (clause.length < 9 || clause.length > 220 || /[?!:;"“”|]/u.test(clause)) return false
  const words = wordsOf(clause)
  if (words.length < 2 || words.length > 30) return false
  const first = words[0] ?? ''
  const expletive = EXPLETIVE.test(clause)
  if (!expletive && (POINTING_STARTS.has(first) || PREPOSITIONS.has(first) || BARE_PREDICATE.test(first))) return false
  if (AUXILIARIES.has(first) || (THIRDS.has(first) && !isCommonWord(first))) return false
  if (/^\S+(?: \S+)?, /u.test(clause)) return false
  if (
    /^(?:many|some|few|most|several|both|all|one|two|three|four|five|others|each|none|any)$/u.test(first) &&
    isVerb(words[1] ?? '')
  )
    return false
  if (CONTEXTUAL.test(clause.toLowerCase()) || FIRST_PERSON.test(clause) || !balanced(clause)) return false
  const named = /^\p{Lu}/u.test(clause) && !isCommonWord(first) && !FUNCTION_WORDS.has(first)
  if (!pronounsResolved(expletive ? words.slice(3) : words, named)) return false
  const last = words.at(-1) ?? ''
  if (
    (PREPOSITIONS.has(last) && !/^(?:inside|outside|past|near|over|around)$/u.test(last)) ||
    AUXILIARIES.has(last) ||
    SUBORDINATORS.has(last) ||
    /^(?:the|a|an|and|or|but|not|so|more|most|very|e\.g|i\.e|etc)$/u.test(last)
  )
    return false
  return verbAt(words) > 0
}

function isVerb(word: string): boolean {
  return (
    AUXILIARIES.has(word) ||
    THIRDS.has(word) ||
    PASTS.has(word) ||
    word === 'of' ||
    (BASES.has(word) && !isCommonWord(word))
  )
}

/** Index of the first word after the subject's start that is a finite verb, as far as the forms tell; -1 if none. */
export function verbAt(words: readonly string[]): number {
  for (let i = 1; i < words.length; i++) {
    const word = words[i] ?? ''
    if (AUXILIARIES.has(word)) return i
    const before = words[i - 1] ?? ''
    if (/^(?:the|a|an|of|to|its|their|his|her|your)$/u.test(before)) continue
    if (THIRDS.has(word) || PASTS.has(word) || (word.length > 4 && word.endsWith('ed'))) return i
    if (BASES.has(word) && (/[^su]s$/u.test(before) || before === 'you' || before === 'people')) return i
  }
  return -1
}

export function balanced(text: string): boolean {
  let depth = 0
  let quotes = 0
  let curly = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 40) depth += 1
    else if (unit === 41) depth -= 1
    else if (unit === 34) quotes += 1
    else if (unit === 0x201c) curly += 1
    else if (unit === 0x201d) curly -= 1
    if (depth < 0 || curly < 0) return false
  }
  return depth === 0 && curly === 0 && quotes % 2 === 0
}

const QUANTIFIED =
  /^(?:many|most|some|several|few|all|each|every|any|no|none|both|either|neither|various|certain|other|another|different|numerous|such|same|following|two|three|four|five|one|half|more|less|fewer|much|only|even|not|nothing|neither|what|which|how|whatever|whether)$/u
const ORDINAL =
  /\b(?:first|second|third|fourth|next|previous|last|other|same|latter|former|resulting|remaining|rest|following|above|below|final|new|current|given|present|said|another|corresponding|respective|said|original|above-mentioned|chosen|selected|similar|analogous)\b/u
const VAGUE =
  /^(?:the|a|an) (?:method|approach|technique|way|thing|one|result|value|example|case|situation|problem|issue|question|answer|idea|point|fact|former|rest|difference|change|step|part|word|phrase|sentence|term|name|figure|option|effect|cause|reason|purpose|goal|aim|second|key|latter|type|set|main|whole|main one|procedure|item|number|line|following|process)s?$|^(?:efforts?|attempts?|plans?|steps?|measures?|changes?|arrangements?|preparations?|provisions?|things?|examples?|results?|methods?|techniques?|ways?|approaches|tools?|one|others|problems?|issues?|questions?|situations?)$/u

/**
 * Whether words are a noun phrase that names its thing: no verb, no pronoun, no list of several things, nothing that only the
 * text around it tells.
 */
export function namesThing(phrase: string, most = 9): boolean {
  if (phrase.length < 2 || phrase.length > 90 || /[,;:?!"“”|]/u.test(phrase) || !balanced(phrase)) return false
  const words = wordsOf(phrase)
  const first = words[0] ?? ''
  const last = words.at(-1) ?? ''
  if (words.length === 0 || words.length > most) return false
  if (POINTING_STARTS.has(first) || PREPOSITIONS.has(first) || QUANTIFIED.test(first)) return false
  if (ORDINAL.test(phrase.toLowerCase()) || VAGUE.test(words.join(' ')) || CONTEXTUAL.test(phrase.toLowerCase()))
    return false
  if (FIRST_PERSON.test(phrase)) return false
  if (
    words.some(
      (word, i) =>
        AUXILIARIES.has(word) ||
        REPORTING.has(word) ||
        (word === 'to' && (i === 0 || BASES.has(words[i + 1] ?? ''))) ||
        /^(?:that|which|who|whom|whose|where|when|because|if|it|they|them|he|she|his|her|its|their|not|you|your)$/u.test(
          word,
        ),
    )
  )
    return false
  if (
    (PREPOSITIONS.has(last) && !/^(?:inside|outside|past|near|over|around)$/u.test(last)) ||
    /^(?:the|a|an|and|or|also|only|often|usually|be|been|being|more|most|very|then|both)$/u.test(last) ||
    /[^i]ly$|['’]s$|s['’]$/u.test(last)
  )
    return false
  return words.some(word => /\p{L}{2}/u.test(word) && !FUNCTION_WORDS.has(word))
}

/** What the passage tells about capitals. */
export interface Spelling {
  /** Whether the word stands in small letters somewhere in the passage. */
  seenSmall(word: string): boolean
  /** Whether the word stands with a capital in the middle of a sentence. */
  seenCapital(word: string): boolean
}

/**
 * A clause as it reads inside a sentence: its first word in small letters unless it is a name or an abbreviation; null where
 * neither is certain (rule MINE10).
 */
export function inside(clause: string, spelling: Spelling, following = ''): string | null {
  const match = /^[\p{L}\p{N}][\p{L}\p{N}'’.&/+-]*/u.exec(clause)
  const word = match?.[0]
  if (word === undefined) return null
  if (!/^\p{Lu}/u.test(word) || word === 'I' || word.startsWith("I'")) return clause
  const small = word.charAt(0).toLowerCase() + word.slice(1)
  const lowered = small + clause.slice(word.length)
  if (FUNCTION_WORDS.has(small)) return lowered
  if (/[\p{Lu}\p{N}]/u.test(word.slice(1)) && !/^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(word)) return clause
  if (word.length === 1) return word === 'A' ? lowered : clause
  const bare = small.replace(/['’]s$|['’]$/u, '')
  if (NAMES.has(bare)) return clause
  const next = /^\s+(\p{L}[\p{L}\p{N}'’-]*)/u.exec(clause.slice(word.length))?.[1] ?? following
  if (/^\p{Lu}/u.test(next) && next !== 'I') return isCommonWord(bare) && /^\p{Lu}{2,}$/u.test(next) ? lowered : clause
  const capital = spelling.seenCapital(word)
  const inSmall = spelling.seenSmall(small)
  if (capital && !inSmall) return clause
  if (inSmall && !capital) return lowered
  if (AMBIGUOUS.has(bare)) return null
  if (isCommonWord(bare) || BASES.has(bare) || PARTICIPLES.has(bare)) return lowered
  // A plural with a plural verb is no name, except of a people.
  const plural =
    /[^sui]s$/u.test(bare) && (/^(?:are|were|have|do|can|may)$/u.test(next) || (BASES.has(next) && !THIRDS.has(next)))
  return plural && !NAMES.has(bare.slice(0, -1)) ? lowered : null
}

/**
 * The clause as a question puts it, where that needs no new verb form: `the roof is flat` → `is the roof flat`. Null where the
 * subject's end is not certain.
 */
export function inverted(clause: string): string | null {
  const words = clause.split(' ')
  const at = words.findIndex((word, i) => i > 0 && (BE.has(word) || MODALS.has(word)))
  if (at < 1 || at > 6) return null
  const subject = words.slice(0, at).join(' ')
  const verb = words[at] ?? ''
  const lower = wordsOf(subject)
  if (
    !namesThing(subject, 6) ||
    lower.some(
      (word, i) => i > 0 && THIRDS.has(word) && !/^(?:of|and)$/u.test(lower[i - 1] ?? '') && !isCommonWord(word),
    )
  )
    return null
  const rest = words.slice(at + 1).join(' ')
  return verb === 'cannot' ? `can ${subject} not ${rest}` : `${verb} ${subject} ${rest}`
}

const FINDING =
  /\b(?:has|have|had|researchers|scientists|study|studies|coroner|court|inquiry) (?:also )?(?:found|shown|concluded|ruled|warned|revealed)\b|\b(?:found|finds?|shows?|showed|shown|concluded|reveal(?:s|ed)|announced|warn(?:s|ed)|predict(?:s|ed)?|expect(?:s|ed)?|hopes?|fears?|estimates?|ruled|means?|meant) that\b/u

export function reports(clause: string): boolean {
  return FINDING.test(clause) || wordsOf(clause).some(word => REPORTING.has(word))
}

/** Whether a clause tells of a doing: behind `is` stands what was done, not how somebody was. */
export function acts(words: readonly string[]): boolean {
  const at = verbAt(words)
  const be = /^(?:is|are|was|were)$/u.test(words[at] ?? '') ? at : words[at + 1] === 'be' ? at + 1 : -1
  if (be < 0) return true
  const done =
    words
      .slice(be + 1)
      .find(
        word => !/ly$|^(?:also|often|then|first|now|usually|still|once|never|always|not|only|being)$/u.test(word),
      ) ?? ''
  if (
    /^(?:interested|concerned|worried|tired|pleased|satisfied|located|situated|committed|devoted|dedicated|determined|prepared|supposed|motivated|willing|interesting)$/u.test(
      done,
    )
  )
    return false
  return PARTICIPLES.has(done) || /(?:ed|ing)$/u.test(done)
}
