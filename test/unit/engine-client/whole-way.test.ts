import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chatSynthesizer } from '#core/synthesis/chat-synthesizer'
import { recipeVersion } from '#core/synthesis/recipe-version'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { checkDraft } from '#core/verification/checks'
import { stateOf } from '#core/verification/state'
import { NEVER } from '#test/contract/engine/harness'
import { nodeHash } from '#test/unit/storage/node-hash'
import { loaded } from './started'

const LANGUAGES = [
  ['en', 'lighthouses.md'],
  ['zh', 'tea.zh.md'],
] as const

describe('the scripted engine under the chat synthesizer', () => {
  for (const [language, file] of LANGUAGES) {
    it(`ENGINE4: its pairs come through parser and checks (${language})`, async () => {
      const { client, model } = await loaded({})
      const text = readFileSync(`public/samples/${file}`, 'utf8').slice(0, 1_500)
      let streamed = ''
      const synthesizer = chatSynthesizer({
        recipe: readingComprehension,
        version: recipeVersion(nodeHash, readingComprehension),
        model,
        hash: nodeHash,
        onText: added => {
          streamed += added
        },
      })
      const passage = { text, headings: [], language, title: null, first: true, seed: 5, tasks: [] }
      const completion = await synthesizer.synthesize(NEVER, passage)
      expect(completion.reason).toBeNull()
      expect(completion.raw).toBe(streamed)
      expect(completion.drafts.length).toBeGreaterThanOrEqual(2)
      const states = completion.drafts.map((draft, i) => {
        const context = {
          passageText: text,
          passageLanguage: language,
          detect: () => language,
          id: String(i),
        }
        return stateOf(null, checkDraft(draft, context))
      })
      expect(states.filter(state => state === 'ready').length).toBeGreaterThanOrEqual(states.length - 1)
      await client.dispose()
    })
  }
})
