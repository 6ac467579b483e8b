import type { Rejection, Salvage } from '#core/synthesis/wire/parsed'
import { undressed } from '#core/synthesis/wire/undressed'
import { wireWords } from '#core/synthesis/wire/words'

interface Steps {
  readonly question: string
  readonly answer: string
  readonly reasoning: string | null
  readonly salvaged: readonly Salvage[]
}

const LANGUAGES = ['en', 'zh'] as const
/** How chat models vary the two lines. */
const STEPS_LINE = /(?:^|\n)\s{0,8}(?:let['’]s think step by step|(?:让我们|请)一步一?步地?思考)[.。:：]?$/iu
const THEREFORE = /(?:^|\n)[ \t]{0,8}\*{0,2}(?:therefore, the answer is|因此[，,]答案(?:是|为))\*{0,2}[:：]?\*{0,2}/giu

/**
 * Splits the chain of thought off (rules PARSE15, PARSE16): the question's last line asks for steps, and the answer
 * holds "Therefore, the answer is" exactly once, at the start of a line.
 */
export function readSteps(question: string, answer: string, strict: boolean): Steps | { readonly rejected: Rejection } {
  return strict ? strictSteps(question, answer) : tolerantSteps(question, answer)
}

function strictSteps(question: string, answer: string): Steps | { readonly rejected: Rejection } {
  for (const words of LANGUAGES.map(wireWords)) {
    const asks = question.includes(words.steps)
    const parts = answer.split(`\n${words.therefore}`)
    if (!asks && !answer.includes(words.therefore)) continue
    const [chain = '', final = ''] = parts
    if (!question.endsWith(`\n${words.steps}`) || parts.length !== 2 || chain.trim() === '' || final.trim() === '')
      return { rejected: 'steps-broken' }
    return {
      question: question.slice(0, -words.steps.length).trim(),
      answer: final.trim(),
      reasoning: chain.trim().replace(/\.$/u, ''),
      salvaged: [],
    }
  }
  return { question, answer, reasoning: null, salvaged: [] }
}

function tolerantSteps(question: string, answer: string): Steps | { readonly rejected: Rejection } {
  const line = STEPS_LINE.exec(question)
  const [therefore, ...more] = answer.matchAll(THEREFORE)
  const asks = line !== null && line.index > 0
  if (therefore === undefined) {
    return asks ? { rejected: 'steps-broken' } : { question, answer, reasoning: null, salvaged: [] }
  }
  const chain = answer.slice(0, therefore.index).trim()
  const final = undressed(answer.slice(therefore.index + therefore[0].length))
  if (more.length > 0 || final === '') return { rejected: 'steps-broken' }
  if (chain === '') {
    return asks ? { rejected: 'steps-broken' } : { question, answer: final, reasoning: null, salvaged: [] }
  }
  return {
    question: asks ? question.slice(0, line.index).trim() : question,
    answer: final,
    reasoning: chain,
    salvaged: asks ? [] : ['missing-steps-line'],
  }
}
