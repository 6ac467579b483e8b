import { describe, expect, it } from 'vitest'
import { ask, chatOf, type EngineContractOptions, endingRequest, PASSAGE, type SharedModel } from './harness'

/** What of a prompt is taken from the request before. */
export function cacheRules<Source>(under: () => SharedModel, options: EngineContractOptions<Source>): void {
  const { passage = PASSAGE } = options
  describe('prefix cache', () => {
    it('ENGINE12: takes a common beginning of two prompts from the cache, where it says so', async () => {
      const { model } = under()
      const { prefixCache } = model.facts
      await ask(model, chatOf(`${passage} Who trimmed it?`, { maxTokens: 2 }))
      const { usage } = await ask(model, chatOf(`${passage} What turned?`, { maxTokens: 2 }))
      if (prefixCache === 'any-prefix') expect(usage.reusedTokens).toBeGreaterThan(usage.promptTokens / 2)
      else expect(usage.reusedTokens).toBe(0)
    })

    it('ENGINE13: takes a conversation that grew by a turn from the cache, unless it has none', async () => {
      const { model } = under()
      const first = endingRequest(model, options)
      const answer = await ask(model, first)
      const { usage } = await ask(model, {
        ...chatOf('', { maxTokens: 2 }),
        messages: [
          ...first.messages,
          { role: 'assistant', content: answer.text },
          { role: 'user', content: 'And now?' },
        ],
      })
      if (model.facts.prefixCache === 'none') expect(usage.reusedTokens).toBe(0)
      else expect(usage.reusedTokens).toBeGreaterThan(0)
    })
  })
}
