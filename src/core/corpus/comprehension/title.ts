/** The first line of a text where it is its title, and the text below it (rule COMP5). */
export interface Titled {
  readonly title: string
  readonly body: string
}

const LONGEST = { en: 100, zh: 40 }
const HEAD = /^\s*#{0,6}[ \t]*(?<title>[^\n]+?)[ \t]*#*[ \t]*\r?\n\s*(?<body>\S[\s\S]*)$/u
const ENDS = /[.!?:;,。！？：；，、…]$/u

/** A short first line without an end mark. In the paper's code any first line is one, a sentence too. */
export function titleOf(text: string, language: 'en' | 'zh'): Titled | null {
  const { title = '', body = '' } = HEAD.exec(text)?.groups ?? {}
  if (title.length < 2 || title.length > LONGEST[language] || ENDS.test(title) || !/\p{L}/u.test(title)) return null
  // Marks of lists, tables and code: no title.
  return /^[-*+>|`=~\d]/u.test(title) || body.trim() === '' ? null : { title, body }
}
