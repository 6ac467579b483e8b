import { describe, expect, it } from 'vitest'
import { type EngineContractOptions, type EngineUnderTest, NEVER, problemFrom } from './harness'

/** Each on an engine of its own. */
export function loadRules<Source>(
  make: () => Promise<EngineUnderTest<Source>>,
  { bad }: EngineContractOptions<Source>,
): void {
  describe('loading', () => {
    it('ENGINE16: is cancelled before it starts', async () => {
      const { engine, source } = await make()
      const control = new AbortController()
      control.abort()
      expect(await problemFrom(engine.load(control.signal, source, () => undefined))).toEqual({ kind: 'cancelled' })
      await engine.dispose()
    })

    it('ENGINE16: is cancelled within a second while it is under way', async () => {
      const { engine, source } = await make()
      const control = new AbortController()
      let at = Number.POSITIVE_INFINITY
      const loading = engine.load(control.signal, source, () => {
        at = Math.min(at, performance.now())
        control.abort()
      })
      expect(await problemFrom(loading)).toEqual({ kind: 'cancelled' })
      expect(performance.now() - at).toBeLessThan(1_000)
      await engine.dispose()
    })

    it('ENGINE17: is refused for what is no model', async () => {
      if (bad === null) return
      const { engine } = await make()
      const problem = await problemFrom(engine.load(NEVER, await bad.make(), () => undefined))
      expect(bad.kinds).toContain(problem.kind)
      await engine.dispose()
    })

    it('ENGINE18: happens once: a second model needs a new engine', async () => {
      const { engine, source } = await make()
      const control = new AbortController()
      const first = problemFrom(engine.load(control.signal, source, () => undefined))
      expect(await problemFrom(engine.load(NEVER, source, () => undefined))).toMatchObject({ kind: 'engine-refused' })
      control.abort()
      expect(await first).toEqual({ kind: 'cancelled' })
      await engine.dispose()
    })
  })
}
