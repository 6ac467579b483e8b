import type { ChatRequest, LanguageModel } from '#core/ports/engine'
import { createFakeEngine } from '#engines/fake/fake-engine'
import { realHost } from '#engines/fake/fake-host'
import { type FakeScript, fakeSource } from '#engines/fake/fake-source'

/** A model that follows a script, in this thread; `asked` gathers what it is asked. */
export async function fakeModel(
  script: Partial<FakeScript> = {},
  contextTokens = 4096,
): Promise<LanguageModel & { readonly asked: ChatRequest[] }> {
  const engine = createFakeEngine(realHost(() => undefined))
  const model = await engine.load({ aborted: false }, fakeSource(script, contextTokens), () => undefined)
  const asked: ChatRequest[] = []
  return {
    ...model,
    asked,
    chat: (cancel, request, onText) => {
      asked.push(request)
      return model.chat(cancel, request, onText)
    },
  }
}
