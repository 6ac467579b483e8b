/** Words that say nothing about what a text is about. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor so yet if then than that this these those there here it its he she they them their his her we our ' +
    'you your i me my who whom whose which what when where why how is are was were be been being am do does did done ' +
    'has have had having will would shall should can could may might must of to in on at by for from with without into onto ' +
    'as about over under between through during not no also because since while ' +
    '的 了 是 在 和 与 及 也 都 就 而 或 之 其 这 那 有 个 为 以 于 被 把 对 等 所 着 过 吗 呢 什 么 因 此 很 它 他 她 们'
  ).split(' '),
)

const LATIN = /^[a-z]{4,}$/u
const ENDING = /(?:ingly|edly|ing|ied|ies|ed|es|ly|s|e|y)$/u

/**
 * A word as texts are compared by what they speak of: without the commonest English endings, so that `burns`, `burned` and
 * `burning` agree; '' for words that say nothing by themselves. A word in lower case goes in.
 */
export function contentWord(word: string): string {
  if (FUNCTION_WORDS.has(word)) return ''
  if (!LATIN.test(word)) return word
  const stem = word.replace(ENDING, '')
  return stem.length < 3 ? word : stem
}
