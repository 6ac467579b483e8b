import { inside, namesThing, wordsOf } from '#core/mining/english/clause'
import { isCommonWord } from '#core/mining/english/common-words'
import { FUNCTION_WORDS } from '#core/mining/english/lexicon'
import { spellingOf } from '#core/mining/english/spelling'
import { continues, sound, statementOf } from '#core/mining/english/statement'
import { BASES, GERUNDS, PASTS, THIRDS } from '#core/mining/english/verbs'
import { cleanWords } from '#core/mining/clean-words'
import type { Reading } from '#core/mining/reading'
import type { Asked, SectionWords } from '#core/mining/section-words'

const NUMBERING =
  /^(?:(?:chapter|section|part|lesson|unit|appendix|step|question|article|module|q)\s*)?(?:\d+(?:\.\d+)*|[ivx]+|[a-z])(?:[.):]\s*|\s+[-–—]\s+)|^(?:\d+(?:\.\d+)+)\s+/iu
const GENERIC =
  /^(?:(?:a |an |the )?(?:short |quick |brief |general |basic |final |important |more |further |additional |other |some |key |main )?(?:introduction|overview|background|summary|conclusions?|notes?|usage|examples?|installation|install|getting started|quick ?start|get started|faqs?|questions?|frequently asked questions|features?|requirements?|prerequisites?|description|details?|abstract|about(?: us| this .*)?|contents|discussion|results?|methods?|api|options?|parameters?|arguments?|returns?|misc(?:ellaneous)?|general|basics|history|home|index|preface|foreword|prologue|epilogue|appendix|acknowledge?ments?|thanks|warnings?|caution|tips?|todo|license|licence|copyright(?: notice)?|author(?:s)?|contact|support|help|documentation|docs|resources?|links?|readme|title|untitled(?: document)?|document|new document|page|news|minutes|report|status|version|changes|changelog|what'?s new|next steps?|where to go next|recap|review|exercises?|quiz|answers?|solutions?|reading|information|definitions?|terms|scope|purpose|objectives?|goals?|aims?|motivation|context|terminology|glossary|setup|configuration|demo|security|performance|testing|tests|development|contributing|credits|related(?: work)?|see also|further reading|bibliography|references|known issues|limitations|caveats|troubleshooting|compatibility|how it works|why|what|how|when|who|where|part|chapter|section|members|syntax|semantics|rationale|comments?|remarks?|in depth|data|code|output|input)s?(?: .{0,2})?)$/iu
const NO_TITLE =
  /\.(?:md|txt|pdf|html?|docx?|rst|csv|json|xml|js|ts|py|rs)$|^[\w-]*\d{3,}[\w-]*$|^[a-z]+(?:[_-][a-z0-9]+)+$|^v?\d+(?:\.\d+)+|\bv\d+\.\d|^\W*\d[\d\s./:-]*$|^(?:img|scan|dsc|file|doc)[ _-]?\d+|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d{4}-\d{2}-\d{2}|^\d{1,2} \p{Lu}\p{Ll}+ \d{4}|^(?:january|february|march|april|june|july|august|september|october|november|december) \d{4}$|release$/iu
const ASKS =
  /^(?:what|how|why|when|where|which|who|whose|is|are|was|were|can|could|do|does|did|should|will|would|may|must|has|have)\b/iu
const POINTING =
  /\b(?:this|that|these|those|it|its|they|them|their|he|she|we|our|us|i|my|me|here|above|below|following|next|previous)\b/iu
const STOP =
  /^(?:with|from|that|this|have|what|when|where|which|does|your|into|about|using|their|there|between|more|other|first|most|some|than|them|they|will|would|should|could|make|made|work|works|used|uses|history|guide|introduction|overview|short|rules)$/u

/** English headings and the text beneath them. */
export const englishSection: SectionWords = {
  space: ' ',
  least: 90,
  most: 800,
  heading: words => {
    const heading = words
      .replace(NUMBERING, '')
      .replace(/[:.]+$/u, '')
      .trim()
    if (heading.length < 4 || heading.length > 90 || !cleanWords(heading)) return null
    if (GENERIC.test(heading) || NO_TITLE.test(heading) || !/\p{L}{3}/u.test(heading)) return null
    return POINTING.test(heading) || /["“”;!]/u.test(heading) ? null : heading
  },
  opens: sentence => {
    const statement = statementOf(sentence, false)
    return (
      statement !== null &&
      sound(statement) &&
      statement.connective === '' &&
      !/^(?:if|when|as|while|although|once|since|note|please|thank|welcome|click|see|there|for|all|each|no|only|even|often|sometimes|what|your)\b/iu.test(
        statement.text,
      )
    )
  },
  goesOn: (sentence, before) =>
    continues(sentence) &&
    (!/^(?:He|She|His|Her)\b/u.test(sentence.text) || /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(before)),
  shares: (heading, answer) => {
    const opening = answer.toLowerCase()
    const telling = wordsOf(heading).filter(tells)
    const found = telling.filter(word => opening.includes(stem(word)))
    return found.length > 0 && found.length * 2 >= telling.length
  },
  asks: (heading, complete, reading, answer) => asksFor(heading, complete, reading, answer.toLowerCase()),
  asksSteps: (heading, reading) => {
    const doing = doingOf(heading, reading)
    if (doing === null) return null
    return doing.gerund
      ? [`What are the steps for ${doing.words}?`, `List the steps for ${doing.words}.`]
      : [
          `How do you ${doing.words}?`,
          `What are the steps to ${doing.words}?`,
          `Explain step by step how to ${doing.words}.`,
        ]
  },
  areSteps: lines => lines.filter(line => tellsToDo(line)).length * 2 > lines.length,
  step: words => {
    if (words.length < 8 || words.length > 300 || !cleanWords(words) || !/^[\p{Lu}]/u.test(words)) return null
    if (/[:,;]$/u.test(words) || /\b(?:above|below|following|figure|screenshot)\b/iu.test(words)) return null
    return /[.!]["”’)]?$/u.test(words) ? words : `${words}.`
  },
  asksOpening: title => [
    `Write the opening of a text with the title “${title}”.`,
    `How does the text “${title}” begin?`,
    `Give the first lines of a text titled “${title}”.`,
  ],
  asksTitle: opening => [
    `Suggest a title for a text that begins: “${opening}”`,
    `Which title would suit a text with the opening “${opening}”?`,
  ],
  saysTitle: title => `A fitting title is “${title}”.`,
}

/** Whether a line opens with an order, after what has to be seen to first. */
function tellsToDo(line: string): boolean {
  const [first = '', second = ''] = wordsOf(
    line.replace(/^(?:[^,]{3,50}, |Then |Next,? |Now,? |Finally,? |First,? )/u, ''),
  )
  return (
    BASES.has(first) ||
    BASES.has(wordsOf(line)[0] ?? '') ||
    (first === 'you' && /^(?:can|should|must|need)$/u.test(second))
  )
}

function stem(word: string): string {
  return word.length > 5 ? word.slice(0, Math.max(4, word.length - 3)) : word.replace(/s$/u, '')
}

function tells(word: string): boolean {
  return word.length > 3 && !STOP.test(word) && !FUNCTION_WORDS.has(word)
}

/** A short noun phrase, not a headline with a verb in it. */
function isPlainName(words: string): boolean {
  const list = wordsOf(words)
  return (
    namesThing(words, 6) &&
    !list.some((word, i) => i > 0 && (THIRDS.has(word) || PASTS.has(word) || BASES.has(word)) && !isCommonWord(word)) &&
    !/ (?:as|after|amid|over) /u.test(words)
  )
}

function asksFor(heading: string, complete: boolean, reading: Reading, answer: string): Asked | null {
  if (heading.endsWith('?')) {
    const words = wordsOf(heading)
    if (words.length < 3 || !/^\p{Lu}/u.test(heading) || !ASKS.test(heading)) return null
    const term = /^(?:what (?:is|are)) (.+)\?$/iu.exec(heading)?.[1]?.toLowerCase()
    if (!complete && (term === undefined || !answer.startsWith(term)))
      return { asks: [`How does the section “${heading}” begin?`], sure: 0.8, question: true }
    return { asks: [heading], sure: 0.95, question: true }
  }
  const doing = doingOf(heading, reading)
  if (doing !== null && !doing.gerund)
    return {
      asks: [`Explain how to ${doing.words}.`, `How do you ${doing.words}?`],
      sure: 0.9,
      question: /^how /iu.test(heading),
    }
  const section: readonly [string, ...string[]] = complete
    ? [`What does the section “${heading}” say?`, `Write a short section with the heading “${heading}”.`]
    : [`How does the section “${heading}” begin?`, `Write the first lines of a section headed “${heading}”.`]
  const named = doing?.words ?? lowered(heading, reading)
  if (
    named === null ||
    (doing === null && !isPlainName(named)) ||
    !wordsOf(heading).every(word => !tells(word) || (answer.split(/[.!?] /u)[0] ?? '').includes(stem(word)))
  )
    return { asks: section, sure: 0.8, question: false }
  return {
    asks: [`Tell me about ${named}.`, `Write a short passage about ${named}.`, ...section],
    sure: 0.88,
    question: false,
  }
}

/** What a heading tells how to do: `How to prune a rose`, `Pruning a rose`. */
function doingOf(heading: string, reading: Reading): { words: string; gerund: boolean } | null {
  const how = /^how (?:to|do you|can you|you can|i can|do i) (.{4,})$/iu.exec(heading.replace(/\?$/u, ''))?.[1]
  const words = wordsOf(how ?? heading)
  if (how !== undefined) {
    const goal = lowered(how, reading)
    return goal !== null && BASES.has(words[0] ?? '') && words.length > 1 ? { words: goal, gerund: false } : null
  }
  if (
    GERUNDS.has(words[0] ?? '') &&
    words.length > 1 &&
    !/^(?:and|or|is|are|of|in|with|vs|versus)$/u.test(words[1] ?? '')
  ) {
    const doing = lowered(heading, reading)
    return doing === null ? null : { words: doing, gerund: true }
  }
  if (BASES.has(words[0] ?? '') && words.length > 2 && /^(?:a|an|the|your)$/u.test(words[1] ?? '')) {
    const goal = lowered(heading, reading)
    return goal === null ? null : { words: goal, gerund: false }
  }
  return null
}

/** A heading as it reads inside a sentence: capitals of a title taken off, those of names kept; null where that is not certain. */
function lowered(heading: string, reading: Reading): string | null {
  const parts = heading.split(' ')
  const capitals = parts.filter(part => /^\p{Lu}\p{Ll}/u.test(part)).length
  const spelling = spellingOf(reading.text)
  if (capitals < 2 || parts.length < 2) return inside(heading, spelling)
  const words: string[] = []
  for (const part of parts) {
    const small = part.toLowerCase()
    const plain = small.replace(/[,.]$/u, '')
    if (!/^\p{Lu}\p{Ll}/u.test(part)) words.push(part)
    else if (
      FUNCTION_WORDS.has(plain) ||
      isCommonWord(plain) ||
      BASES.has(plain) ||
      GERUNDS.has(plain) ||
      (spelling.seenSmall(plain) && !spelling.seenCapital(part))
    )
      words.push(small)
    else if (spelling.seenCapital(part) && !spelling.seenSmall(plain)) words.push(part)
    else return null
  }
  return words.join(' ')
}
