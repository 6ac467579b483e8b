/** The first line of a text where it is its title, and the text below it (rule COMP5). */
export interface Titled {
  readonly title: string
  readonly body: string
}

const LONGEST = { en: 100, zh: 40 }
/** A line that is longer with its marks is no title. */
const LONGEST_LINE = 200
const ENDS = /[.!?:;,。！？：；，、…]$/u

/** What a file has at the end of a heading for its links: `{#a-name}`. */
const ATTRIBUTES = /\s*\{[#.:][^{}]*\}\s*$/u
/** Tags, and marks of notes and emphasis that stand for nothing in a title. */
const MARKS = /(?<!`)<[a-z/][^<>]*>(?!`)|(?:\s*\\\*)+/gu

/** A short first line without an end mark. In the paper's code any first line is one, a sentence too. */
export function titleOf(text: string, language: 'en' | 'zh'): Titled | null {
  const told = text.trimStart()
  const end = told.indexOf('\n')
  if (end < 0) return null
  const line = told.slice(0, end).trim()
  if (line.length > LONGEST_LINE) return null
  const title = line
    .replace(/^#{0,6}/u, '')
    .replace(/#+$/u, '')
    .replace(ATTRIBUTES, '')
    .replace(MARKS, '')
    .trim()
  if (title.length < 2 || title.length > LONGEST[language] || ENDS.test(title) || !/\p{L}/u.test(title)) return null
  const body = told.slice(end + 1).trimStart()
  // Marks of lists, tables and code: no title.
  return /^[-*+>|`=~\d]/u.test(title) || body === '' ? null : { title, body }
}
