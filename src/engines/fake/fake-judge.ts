import type { ChatRequest, CompletionRequest } from '#core/ports/engine'
import { answerTokens, commonTokens } from '#core/evaluation/token-f1'
import { sentences } from '#core/text/sentences'
import { locate } from '#core/verification/locate'

/**
 * How the scripted engine judges: `compares` says YES to what stands in the passage word for word; `yes` and `no` say so
 * to everything; `neither` gives no verdict; `echo` says again what it was asked.
 */
export type FakeJudge = 'compares' | 'yes' | 'no' | 'neither' | 'echo'

export interface FakeVerdict {
  readonly text: string
  /** Probability of the first token and of the word that stands against it; null for a text without a verdict. */
  readonly against: { readonly word: string; readonly share: number; readonly other: number } | null
}

/** Probabilities of a judge that is sure. */
const SURE = { share: 0.9, other: 0.05 }

/** The last things that a gate says: they tell which gate asks. */
const ASKS = {
  grounded: /Reply YES or NO\.$|只回答“是”或“否”。$/u,
  alone: /Reply 1 or 0\.$|只回答1或0。$/u,
  again:
    /Answer in about \d+ words\.$|用大约\d+个字回答。$|Answer with one of the options, word for word\.$|从选项中选一个，照原样回答。$|Begin the answer with Yes or No\.$|以“是”或“否”开头回答。$/u,
} as const

const PASSAGE = /^<CON>\n([\s\S]*?)\n<\/CON>/u
const QUESTION =
  /^(?:Question: |问题：)([\s\S]*?)(?=\n(?:Answer: |答案：|\n|Answer in|Answer with|Begin the|用大约|从选项|以“是”))/mu
const ANSWER = /^(?:Answer: |答案：)([\s\S]*?)\n\n[^\n]*$/mu
const POINTS = /\b(?:this|above|passage|author|text|he|she|it)\b|本文|上文|作者|该|此|他|她|它/iu

/** The answer to a request of a gate; null where the request is none. */
export function fakeVerdict(judge: FakeJudge, request: ChatRequest | CompletionRequest): FakeVerdict | null {
  if ('prompt' in request) return null
  const asked = request.messages.at(-1)?.content ?? ''
  const gate = ASKS.grounded.test(asked) ? 'grounded' : ASKS.alone.test(asked) ? 'alone' : 'again'
  if (gate === 'again' && !ASKS.again.test(asked)) return null
  const chinese = /[\p{sc=Han}][。”0-9]*$/u.test(asked)
  const words = gate === 'alone' ? ['1', '0'] : chinese ? ['是', '否'] : ['YES', 'NO']
  const [yes = '', no = ''] = words
  const verdict = (right: boolean): FakeVerdict => ({
    text: right ? yes : no,
    against: { word: right ? no : yes, ...SURE },
  })
  if (judge === 'neither') return { text: chinese ? '很难说。' : 'Hard to say', against: null }
  const question = QUESTION.exec(asked)?.[1] ?? ''
  if (judge === 'echo') return { text: question, against: null }
  const passage = PASSAGE.exec(asked)?.[1] ?? ''
  if (gate === 'again') return { text: nearestSentence(passage, question, chinese), against: null }
  if (judge === 'yes' || judge === 'no') return verdict(judge === 'yes')
  if (gate === 'alone') return verdict(!POINTS.test(question))
  const found = locate(passage, ANSWER.exec(asked)?.[1] ?? '')
  return verdict(found.length > 0 && found.every(({ how }) => how === 'quoted'))
}

/** The sentence of the passage that shares most with the question. */
function nearestSentence(passage: string, question: string, chinese: boolean): string {
  const language = chinese ? 'zh' : 'en'
  const wanted = answerTokens(question, language)
  let best = { text: passage, common: -1 }
  for (const { start, end } of sentences(passage, language)) {
    const text = passage.slice(start, end)
    const common = commonTokens(answerTokens(text, language), wanted)
    if (common > best.common) best = { text, common }
  }
  return best.text.replace(/\s+/gu, ' ')
}
