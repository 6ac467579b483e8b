import type { Token } from '#core/verification/support/tokens'

/** Words that may stand before a noun. */
export const ARTICLE: ReadonlySet<string> = new Set(
  'the a an its his her their our my your this that these those some any each every all both one two three'.split(' '),
)
export const PREPOSITION: ReadonlySet<string> = new Set(
  'of in on at to for from by with into onto under over about after before between through during against near behind above below around along across outside inside beside without as than until since within off'.split(
    ' ',
  ),
)
/** Words that open another clause. */
export const PARTING: ReadonlySet<string> = new Set(
  'and or but while whereas when where which who whom whose that because although though if so until'.split(' '),
)

/** Whether a token is a word that says something by itself. */
export function isContent(token: Token | undefined): token is Token {
  return token?.says === true
}

/** What two texts are compared by: the stem of a word, the digits of a number, the text of anything else. */
export function keyOf(token: Token): string {
  return token.kind === 'number' ? token.text.replace(/[\s,]/gu, '') : token.stem
}

/** Whether a clause ends before a token, or there is none. */
export function partsClause(token: Token | undefined): boolean {
  return token === undefined || (token.kind === 'mark' && PARTS.has(token.text)) || PARTING.has(token.word)
}

const PARTS: ReadonlySet<string> = new Set(',;:.!?()—–')

/** Whether two sets of keys have one in common. */
export function overlaps(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some(key => other.has(key))
}
