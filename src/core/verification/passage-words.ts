import type { Range } from '#core/synthesis/pair'

/** A Han or kana character, a number with its sign and separators, a word, or a symbol (marks of Markdown left out). The rest
 * is not compared. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?<![\p{L}\p{N}\-−])[-−])?\p{Nd}+(?:[.,．，]\p{Nd}+)*[%％]?|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}\p{N}])+(?:['’](?=\p{L})[\p{L}\p{M}]+)*|(?![`|~^])\p{S}/gu

/** A line break ends a sentence only before an empty line or a list mark: hard-wrapped lines are one sentence. */
const SENTENCE_END = /[。！？!?；]+["”’」』）)\]]*|\.["”’)\]]*(?=\s|$)|\n(?=\s*\n|\s*(?:[-*•]|\d{1,3}[.)])\s)/gu

/** A word as LOC1 compares it, and where it stands. */
export interface Token extends Range {
  readonly word: string
}

export interface Sentence extends Range {
  readonly tokens: readonly Token[]
}

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0].normalize('NFKC').toLowerCase().replace('’', "'").replace('−', '-')
    tokens.push({ word, start: match.index, end: match.index + match[0].length })
  }
  return tokens
}

/** Ranges between sentence ends that hold at least one token, trimmed of white space. */
export function sentencesOf(text: string, tokens: readonly Token[]): readonly Sentence[] {
  const sentences: Sentence[] = []
  let next = 0
  let start = 0
  const close = (end: number): void => {
    const from = next
    while (next < tokens.length && (tokens[next]?.end ?? 0) <= end) next += 1
    const raw = text.slice(start, end)
    const left = raw.length - raw.trimStart().length
    if (next > from)
      sentences.push({ start: start + left, end: start + raw.trimEnd().length, tokens: tokens.slice(from, next) })
    start = end
  }
  for (const match of text.matchAll(SENTENCE_END)) close(match.index + match[0].length)
  close(text.length)
  return sentences
}
