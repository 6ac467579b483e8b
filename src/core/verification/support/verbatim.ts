import type { Draft } from '#core/synthesis/pair'
import { chineseNamesOf, kindsOf } from '#core/verification/support/chinese-names'

/** Shorter responses may stand in a passage by chance, or stand there for something else. */
const LEAST = 24
/** Units of a half that are looked at here; longer ones are read as all others. */
const MOST = 2_000

const END = /[.!?。！？…][”’"'」』）)\]]*$/u
const BEFORE = /(?:^|[.!?。！？…][”’"'」』）)\]]*|\n)\s*$/u
/** What a question can be wrong about besides Chinese names: figures, numbers in words, names in Latin script, what it quotes. */
const CLAIMS =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion|first|second|third|fourth|fifth)\b|\p{Nd}+(?:[.,:]\p{Nd}+)*|(?<=\S\s)\p{Lu}[\p{L}\p{M}'’-]*|[“"「『《](?<quoted>[^”"」』》]{1,80})[”"」』》]|[一二三四五六七八九十百千万亿两]{2,}/gu

/**
 * Whether a response is whole sentences of its passage word for word, and all figures, names and quotations of the
 * instruction stand there (or above it) as they are: then nothing in the pair goes against the passage, and it need not be
 * read any further (rule SUPPORT13). Rules write nothing else.
 */
export function standsVerbatim(
  { instruction, response, reasoning, options }: Draft,
  passage: string,
  headings: readonly string[],
): boolean {
  const said = response.trim()
  if (reasoning !== null || options !== null || said.length < LEAST || said.length > MOST || instruction.length > MOST)
    return false
  if (!END.test(said.slice(-8))) return false
  const at = passage.indexOf(said)
  if (at < 0 || !BEFORE.test(passage.slice(Math.max(0, at - 12), at))) return false
  const above = headings.join('\n')
  const stands = (words: string): boolean => passage.includes(words) || above.includes(words)
  return (
    [...instruction.matchAll(CLAIMS)].every(({ 0: claim, groups }) => stands(groups?.['quoted'] ?? claim)) &&
    [...chineseNamesOf(instruction), ...kindsOf(instruction)].every(({ text }) => stands(text))
  )
}
