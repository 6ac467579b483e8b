import type { Range } from '#core/synthesis/pair'
import { isLittle } from '#core/verification/support/little-words'
import { opensOrder } from '#core/verification/support/order-words'
import { remembered } from '#core/verification/support/remembered'
import type { Folded, Token } from '#core/verification/support/tokens'

/** A name as a text writes it: one or more words with capitals. */
export interface Name extends Range {
  readonly text: string
  /** Its words that carry the name, folded: not "of", not "Mr". */
  readonly words: readonly string[]
  /** It opens a sentence, where ordinary words have a capital as well. */
  readonly opens: boolean
}

const CAPITAL = /^\p{Lu}/u
/** A word with a capital or a digit inside: NASA, iPhone, CO2, q4f16. */
const SHAPED = /^.+[\p{Lu}\d]/u
const JOINS: ReadonlySet<string> = new Set(
  'of the de van von der den la le du di da del dos al el bin ibn y'.split(' '),
)
const LINE_OPENS = /^[-*•"“‘'([:：.!?。！？；;—–#>|]$/u

/** Words with a capital that name no one thing: titles, months and days of the week, and what places and bodies are called. */
const ORDINARY_CAPITALS: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof professor sir lady lord king queen prince princess saint st president minister captain general colonel
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  lake mount mountain river sea ocean island islands bay cape street road avenue square bridge north south east west northern southern eastern western central new old
  university college school institute museum church cathedral company corporation inc ltd co society association committee council department ministry bank party union republic kingdom empire state states county city town act treaty war battle
  yes no true false note tip warning step figure fig table chapter section part appendix option answer question am pm ad bc bce ce ok the a an therefore first second third id cv tv q1 q2 q3 q4 h1 h2 µl μl`.split(
    /\s+/u,
  ),
)

/** At most `limit` names of a text in Latin script, in order (SUPPORT7). */
export function namesOf({ tokens, text }: Folded, limit: number): Name[] {
  const names: Name[] = []
  let i = 0
  while (i < tokens.length && names.length < limit) {
    if (tokens[i]?.kind !== 'word') {
      i += 1
      continue
    }
    // "From Oslo", "The Hague": the word before the name has its capital from the sentence.
    const isLead = (isLittle(tokens[i]?.word ?? '') || isOrderAt(tokens, i, text)) && isNameBehind(tokens, i + 1)
    const end = isLead ? i : nameEnd(tokens, i, text)
    if (end === i) {
      i += 1
      continue
    }
    const parts = tokens.slice(i, end)
    const start = parts[0]?.start ?? 0
    const words = parts.filter(part => isNaming(part)).map(part => part.word)
    const stop = parts.at(-1)?.end ?? start
    if (words.length > 0)
      names.push({ text: text.slice(start, stop), words, start, end: stop, opens: opensSentence(tokens, i, text) })
    i = end
  }
  return names
}

function nameEnd(tokens: readonly Token[], from: number, text: string): number {
  let end = from
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined) break
    // Words that are parted by a full stop, a comma or a line end are two names; "St. Paul" and "J. Smith" are one.
    if (at > from && !isJoined(text.slice(tokens[at - 1]?.end, token.start), tokens[at - 1])) break
    if (isName(token)) end = at + 1
    else if (at === from || !joinsNames(tokens, at)) break
  }
  return end
}

/** "Bay of Fundy", "J. Smith", "Saint-Malo": what stands between the words of a name. */
function joinsNames(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined || next === undefined) return false
  if (token.kind === 'word')
    return JOINS.has(token.word) && (isName(next) || (JOINS.has(next.word) && isNameAt(tokens, at + 2)))
  if (token.text === '.') return SHORTENED.test(tokens[at - 1]?.text ?? '') && isName(next)
  return token.text === '-' && isName(next)
}

/** Initials, and titles that end with a full stop. */
const SHORTENED = /^(?:\p{Lu}|St|Ste|Dr|Mr|Mrs|Ms|Mt|Ft|Sr|Jr|Fr|Lt|Col|Gen|Rev|Hon|Prof|Capt)$/u

/** "Click" of "Click Show" */
function isOrderAt(tokens: readonly Token[], i: number, text: string): boolean {
  return opensOrder(tokens[i]?.word ?? '') && opensSentence(tokens, i, text)
}

/** A name, perhaps with its article. */
function isNameBehind(tokens: readonly Token[], at: number): boolean {
  return isNameAt(tokens, at) || (tokens[at]?.word === 'the' && isNameAt(tokens, at + 1))
}

function isNameAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return token !== undefined && isName(token)
}

function isJoined(gap: string, before: Token | undefined): boolean {
  return gap === ' ' || gap === '' || (gap === '\u00a0' && before !== undefined)
}

function isName(token: Token): boolean {
  if (token.kind !== 'word' || token.text === 'I' || (token.text.startsWith('I') && /^I['’]/u.test(token.text)))
    return false
  return isShaped(token.text)
}

const isShaped = remembered(text => CAPITAL.test(text) || (text.length > 1 && SHAPED.test(text)))

/** They're, don't, let's */
const CONTRACTED = /^(?:they|we|you|he|she|it|that|there|here|what|who|where|how|let|one)['’]|n['’]t$/u

/** A capital that is no name: titles, days and months (these are dates), words that name a kind. */
function isNaming(token: Token): boolean {
  return (
    isName(token) &&
    !JOINS.has(token.word) &&
    !ORDINARY_CAPITALS.has(token.word) &&
    !isLittle(token.word) &&
    !CONTRACTED.test(token.word)
  )
}

function opensSentence(tokens: readonly Token[], i: number, text: string): boolean {
  const before = tokens[i - 1]
  const first = tokens[i]
  if (before === undefined || first === undefined) return true
  if (/\n/u.test(text.slice(before.end, first.start))) return true
  return (
    before.kind === 'mark' &&
    LINE_OPENS.test(before.text) &&
    !(before.text === '.' && (tokens[i - 2]?.text.length ?? 9) === 1)
  )
}
