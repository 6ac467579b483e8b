import { describe, expect, it } from 'vitest'
import { ask, chatOf, type EngineContractOptions, PASSAGE, type SharedModel } from './harness'

export function cancelRules<Source>(under: () => SharedModel, options: EngineContractOptions<Source>): void {
  const { longTokens = 64, passage = PASSAGE } = options
  describe('cancelling', () => {
    it('ENGINE14: ends an answer with what there is, and can be asked again', async () => {
      const { model } = under()
      const control = new AbortController()
      const request = chatOf(`${passage} Tell all of it again.`, { maxTokens: longTokens })
      const answer = await ask(model, request, () => control.abort(), control.signal)
      expect(answer.stop).toBe('cancelled')
      expect(answer.usage.answerTokens).toBeLessThan(longTokens)
      expect((await ask(model, chatOf(passage, { maxTokens: 4 }))).stop).not.toBe('cancelled')
    })

    it('ENGINE14: answers nothing to a request that was cancelled before', async () => {
      const { model } = under()
      const control = new AbortController()
      control.abort()
      const answer = await ask(model, chatOf(passage, { maxTokens: longTokens }), undefined, control.signal)
      expect(answer).toMatchObject({ text: '', stop: 'cancelled' })
    })

    it('ENGINE14: cancels a request that waits for another, which goes on', async () => {
      const { model } = under()
      const control = new AbortController()
      const first = ask(model, chatOf(passage, { maxTokens: 4 }))
      const second = ask(model, chatOf(passage, { maxTokens: longTokens }), undefined, control.signal)
      control.abort()
      expect(await second).toMatchObject({ text: '', stop: 'cancelled' })
      expect((await first).stop).not.toBe('cancelled')
    })
  })
}
