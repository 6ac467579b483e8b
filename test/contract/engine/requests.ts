import { describe, expect, it } from 'vitest'
import { ask, chatOf, type EngineContractOptions, PASSAGE, problemFrom, type SharedModel } from './harness'

/** Requests at the same time, and requests that cannot be met. */
export function requestRules<Source>(under: () => SharedModel, options: EngineContractOptions<Source>): void {
  const { answerTokens = 8, passage = PASSAGE } = options
  describe('requests', () => {
    it('ENGINE10: answers two requests at once one after the other', async () => {
      const { model } = under()
      const log: string[] = []
      const send = (name: string, text: string): Promise<unknown> =>
        ask(model, chatOf(text, { maxTokens: answerTokens }), () => log.push(name)).then(() => log.push(`${name} ends`))
      const counted = send('first', `${passage} Who?`)
      await Promise.all([counted, send('second', `${passage} When?`), model.count(['meanwhile'])])
      const firstEnds = log.indexOf('first ends')
      expect(firstEnds).toBeGreaterThan(0)
      expect(log.at(-1)).toBe('second ends')
      expect(log.slice(0, firstEnds)).not.toContain('second')
    })

    it('ENGINE11: refuses a prompt that the context cannot hold, and can be asked again', async () => {
      const { model } = under()
      const { contextTokens } = model.facts
      const long = 'lamp and lens '.repeat(Math.ceil(contextTokens / 2))
      const problem = await problemFrom(ask(model, chatOf(long, { maxTokens: 4 })))
      expect(problem).toMatchObject({ kind: 'context-overflow', contextTokens })
      if (problem.kind === 'context-overflow') expect(problem.promptTokens).toBeGreaterThan(contextTokens)
      expect((await ask(model, chatOf(passage, { maxTokens: 4 }))).text).not.toBe('')
    })
  })
}
