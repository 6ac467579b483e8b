import type { Answer, LanguageModel } from '#core/ports/engine'
import { ProblemError } from '#core/problem'
import { rememberCounts } from '#core/synthesis/chat/remember-counts'
import type { Judging } from '#core/verification/gates/gate'

/**
 * A model as gates ask it. The last answer is kept: planted versions of a pair ask a round trip the same question again,
 * and a model that takes the likeliest token each time says the same again.
 */
export function createJudging(model: LanguageModel): Judging {
  let last: { readonly key: string; readonly answer: Answer } | null = null
  return {
    model: { facts: model.facts, count: rememberCounts(texts => model.count(texts)) },
    ask: async (cancel, request) => {
      if (cancel.aborted) throw new ProblemError({ kind: 'cancelled' })
      const key = JSON.stringify(request)
      if (last?.key === key) return last.answer
      const answer = await model.chat(cancel, request, () => undefined)
      if (answer.stop === 'cancelled') throw new ProblemError({ kind: 'cancelled' })
      last = { key, answer }
      return answer
    },
  }
}
