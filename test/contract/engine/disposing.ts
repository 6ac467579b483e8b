import { describe, expect, it } from 'vitest'
import { ask, chatOf, type EngineContractOptions, PASSAGE, problemFrom, type SharedModel } from './harness'

/** Last of all: nothing can be asked afterwards. */
export function disposeRules<Source>(under: () => SharedModel, options: EngineContractOptions<Source>): void {
  const { longTokens = 64, passage = PASSAGE } = options
  describe('disposing', () => {
    it('ENGINE15: rejects requests under way and later ones with `engine-gone`; disposing again does nothing', async () => {
      const { model, engine } = under()
      const request = chatOf(`${passage} Tell all of it again.`, { maxTokens: longTokens })
      const disposed: Promise<void>[] = []
      const running = problemFrom(
        ask(model, request, () => {
          if (disposed.length === 0) disposed.push(engine.dispose())
        }),
      )
      const waiting = problemFrom(ask(model, request))
      expect(await running).toMatchObject({ kind: 'engine-gone' })
      expect(await waiting).toMatchObject({ kind: 'engine-gone' })
      await Promise.all(disposed)
      expect(disposed).toHaveLength(1)
      await engine.dispose()
      expect(await problemFrom(ask(model, request))).toMatchObject({ kind: 'engine-gone' })
    })
  })
}
