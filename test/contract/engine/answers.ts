import { describe, expect, it } from 'vitest'
import {
  ask,
  chatOf,
  completionOf,
  type EngineContractOptions,
  endingRequest,
  PASSAGE,
  type SharedModel,
} from './harness'

/** Facts, counting, and what an answer is made of. */
export function answerRules<Source>(under: () => SharedModel, options: EngineContractOptions<Source>): void {
  const { answerTokens = 8, passage = PASSAGE } = options
  describe('answers', () => {
    it('ENGINE1: says what it is', () => {
      const { facts } = under().model
      expect(Number.isInteger(facts.contextTokens) && facts.contextTokens > 0).toBe(true)
      expect(facts.device.trim()).not.toBe('')
      expect(['gbnf', 'ebnf', null]).toContain(facts.grammar)
      expect(['any-prefix', 'conversation', 'none']).toContain(facts.prefixCache)
    })

    it('ENGINE2: tells how far loading is, and its phases never go back', () => {
      const { progress } = under()
      expect(progress.length).toBeGreaterThan(0)
      const order = ['reading', 'weights', 'shaders', 'warm-up']
      const phases = progress.map(step => order.indexOf(step.phase))
      expect(phases).toEqual([...phases].sort((a, b) => a - b))
      for (const [i, { phase, done, total }] of progress.entries()) {
        const before = progress[i - 1]
        expect(done).toBeGreaterThanOrEqual(before?.phase === phase ? before.done : 0)
        if (total !== null) expect(done).toBeLessThanOrEqual(total)
      }
    })

    it('ENGINE3: counts tokens of each text, none for none', async () => {
      const { model } = under()
      const counts = await model.count(['', 'lamp', passage, passage, `${passage} ${passage}`])
      expect(counts).toHaveLength(5)
      for (const count of counts) expect(Number.isInteger(count)).toBe(true)
      const [none = -1, word = 0, once = 0, again = 0, twice = 0] = counts
      expect(none).toBe(0)
      expect(word).toBeGreaterThan(0)
      expect(once).toBeGreaterThan(word)
      expect(again).toBe(once)
      expect(twice).toBeGreaterThan(once)
      expect(await model.count([])).toEqual([])
    })

    it('ENGINE4: streams the text of its answer in order, and all of it', async () => {
      const pieces: string[] = []
      const request = chatOf(`${passage} Ask about it.`, { maxTokens: answerTokens })
      const answer = await ask(under().model, request, added => pieces.push(added))
      expect(answer.text).not.toBe('')
      expect(pieces.length).toBeGreaterThan(0)
      expect(answer.logprobs).toEqual([])
    })

    it('ENGINE5: ends with `length` at its limit of tokens', async () => {
      const answer = await ask(under().model, chatOf(`${passage} Tell all of it again.`, { maxTokens: 4 }))
      expect(answer.stop).toBe('length')
      expect(answer.usage.answerTokens).toBe(4)
    })

    it('ENGINE5: ends with `stop` where the text is at its end', async () => {
      const { model } = under()
      const request = endingRequest(model, options)
      const answer = await ask(model, request)
      expect(answer.stop).toBe('stop')
      if (request.grammar !== null) expect(answer.text).toBe('yes')
    })

    it('ENGINE6: completes raw text, and ends before a text that it is told to stop at', async () => {
      const { model } = under()
      const request = completionOf(`${passage} The keeper`, { maxTokens: answerTokens })
      const free = await ask(model, request)
      expect(free.text).not.toBe('')
      if (!options.repeatable) return
      const points = Array.from(free.text)
      const middle = points.length >> 1
      const mark = points.slice(middle, middle + 3).join('')
      const cut = await ask(model, { ...request, stop: [mark] })
      expect(cut.text).toBe(free.text.slice(0, free.text.indexOf(mark)))
      expect(cut.stop).toBe('stop')
    })

    it('ENGINE7: gives the same text for the same seed, where it can', async () => {
      if (!options.repeatable) return
      const { model } = under()
      const request = chatOf(`${passage} Ask about it.`, { temperature: 1, seed: 11, maxTokens: answerTokens })
      const [first, second] = [await ask(model, request), await ask(model, request)]
      expect(second.text).toBe(first.text)
    })

    it('ENGINE8: gives one log-probability for each token when asked, where it has them', async () => {
      const { model } = under()
      if (model.facts.logprobs === null) return
      const request = { ...chatOf('Name a colour.', { maxTokens: 4, temperature: 1 }), topLogprobs: 2 }
      const { logprobs, usage, text } = await ask(model, request)
      expect(Math.abs(logprobs.length - usage.answerTokens)).toBeLessThanOrEqual(1)
      expect(logprobs.map(({ token }) => token).join('')).toContain(text.trim())
      for (const { logprob, top } of logprobs) {
        expect(logprob).toBeLessThanOrEqual(0)
        expect(top.length).toBeGreaterThan(0)
      }
    })

    it('ENGINE9: goes on from the beginning of an answer, where it can, without saying it again', async () => {
      const { model } = under()
      if (!model.facts.prefill) return
      const request = chatOf('Name a colour.', { maxTokens: 4 })
      const beginning = 'Zebra stripes 123:'
      const answer = await ask(model, {
        ...request,
        messages: [...request.messages, { role: 'assistant', content: beginning }],
      })
      expect(answer.text).not.toBe('')
      expect(answer.text.trimStart().startsWith(beginning)).toBe(false)
    })
  })
}
