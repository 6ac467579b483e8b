import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url'
import { afterEach, describe, expect, it } from 'vitest'
import type { Engine, LanguageModel } from '#core/ports/engine'
import type { GgufSource } from '#core/models/model-source'
import { chatSynthesizer } from '#core/synthesis/chat-synthesizer'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { createWllamaEngine } from '#engines/wllama/wllama-engine'
import { loadHash } from '#files/sha256'
import { ggufSource } from '#test/support/gguf-source'
import { makeGguf } from '#test/support/make-gguf'

const NEVER = { aborted: false }
const open: Engine<GgufSource>[] = []

async function load(): Promise<LanguageModel> {
  const engine = createWllamaEngine(new URL(wasmUrl, location.href).href)
  open.push(engine)
  return engine.load(NEVER, ggufSource(makeGguf(), { contextTokens: 2048 }), () => undefined)
}

afterEach(() => Promise.all(open.splice(0).map(engine => engine.dispose())))

describe('the chat synthesizer on the real CPU engine', () => {
  it('CHAT13: even random weights write whole pairs once they are held to the form', async () => {
    const model = await load()
    const heard: string[] = []
    const synthesizer = chatSynthesizer({
      recipe: readingComprehension,
      version: 'v',
      model,
      hash: await loadHash(),
      onText: (added, attempt) => (heard[attempt] = (heard[attempt] ?? '') + added),
    })
    const completion = await synthesizer.synthesize(NEVER, {
      text: 'The tower was built in 1759. It stood for 123 years, until the rock beneath it was worn away by the sea.',
      headings: ['Towers'],
      language: 'en',
      title: null,
      first: true,
      seed: 3,
      tasks: [],
    })
    expect(completion.reason).toBeNull()
    expect(completion.attempts).toBeGreaterThan(1)
    expect(completion.drafts.length).toBeGreaterThan(0)
    expect(heard.at(-1)).toMatch(/^<QUE> [^]* <ANS> [^]* <SRC> [^]* <\/END>/u)
    expect(completion.usage?.reusedTokens).toBeGreaterThan(0)
  })
})
