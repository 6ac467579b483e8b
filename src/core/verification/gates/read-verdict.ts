import type { Answer, ModelFacts } from '#core/ports/engine'

/** The words of the two verdicts that a judge is asked for, as it may write them. */
export interface VerdictWords {
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

export const YES_NO: VerdictWords = { yes: ['yes', '是', '是的', '对'], no: ['no', '否', '不是', '不对'] }
export const ONE_ZERO: VerdictWords = { yes: ['1'], no: ['0'] }

/** How many of the likeliest tokens are looked at: web-llm gives five at most. */
export const LOOKED_AT = 5

/**
 * A verdict of one word, with how sure the judge was: the probability of YES against NO at the first token that says
 * something, from the engine's log-probabilities; from the word alone (1 or 0) where it has none. null where the answer
 * is neither word (rules GATE1, GATE2).
 */
export function readVerdict(
  { text, logprobs }: Pick<Answer, 'text' | 'logprobs'>,
  facts: Pick<ModelFacts, 'logprobs'>,
  words: VerdictWords,
): number | null {
  const said = folded(firstClause(text))
  const yes = words.yes.includes(said)
  if (!yes && !words.no.includes(said)) return null
  const word = yes ? 1 : 0
  if (facts.logprobs === null) return word
  const first = logprobs.find(({ token }) => folded(token) !== '')
  if (first === undefined) return word
  const tokens = first.top.some(({ token }) => token === first.token) ? first.top : [first, ...first.top]
  const mass = (wanted: readonly string[]): number =>
    tokens.filter(({ token }) => begins(token, wanted)).reduce((sum, { logprob }) => sum + Math.exp(logprob), 0)
  const [forYes, forNo] = [mass(words.yes), mass(words.no)]
  return forYes + forNo > 0 ? forYes / (forYes + forNo) : word
}

/** Some judges begin to explain at once: "Yes, the …". */
function firstClause(text: string): string {
  return /[\p{L}\p{N}][^\p{P}\n]*/u.exec(text)?.[0] ?? ''
}

/** Without what stands around a word: white space, marks, the blank or mark that tokens carry in front. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

/** A word may take several tokens: the beginning of one counts for it. */
function begins(token: string, words: readonly string[]): boolean {
  const piece = folded(token)
  return piece !== '' && words.some(word => word.startsWith(piece))
}
