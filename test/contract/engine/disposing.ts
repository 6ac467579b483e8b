import { describe, expect, it } from 'vitest'
import { ask, chatOf, type EngineContractOptions, PASSAGE, problemFrom, type SharedModel } from './harness'

/** Last of all: nothing can be asked afterwards. */
export function disposeRules<Source>(under: () => SharedModel, options: EngineContractOptions<Source>): void {
  const { longTokens = 64 } = options
  describe('disposing', () => {
    it('ENGINE15: rejects requests under way and later ones with `engine-gone`; disposing again does nothing', async () => {
      const { model, engine } = under()
      const request = chatOf(`${PASSAGE} Tell all of it again.`, { maxTokens: longTokens })
      let disposed: Promise<void> | null = null
      const running = problemFrom(
        ask(model, request, () => {
          disposed ??= engine.dispose()
        }),
      )
      const waiting = problemFrom(ask(model, request))
      expect(await running).toMatchObject({ kind: 'engine-gone' })
      expect(await waiting).toMatchObject({ kind: 'engine-gone' })
      await disposed
      await engine.dispose()
      expect(await problemFrom(ask(model, request))).toMatchObject({ kind: 'engine-gone' })
    })
  })
}
