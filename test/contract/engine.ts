import { describe } from 'vitest'
import { answerRules } from './engine/answers'
import { cancelRules } from './engine/cancelling'
import { cacheRules } from './engine/prefix-cache'
import { disposeRules } from './engine/disposing'
import { type EngineContractOptions, type EngineUnderTest, shareModel } from './engine/harness'
import { loadRules } from './engine/loading'
import { requestRules } from './engine/requests'

/**
 * What every engine keeps to, whatever lies below it. Needs nothing of Node: it also runs in a browser. `make` gives a new
 * engine, not loaded yet, and what to load into it; it is called once for most of the tests, which share one loaded model,
 * and once more for each test of loading. Prompts are short, so that an engine of a token a second gets through.
 */
export function engineContract<Source>(
  name: string,
  make: () => Promise<EngineUnderTest<Source>>,
  options: EngineContractOptions<Source>,
): void {
  describe(name, { timeout: options.timeoutMs ?? 60_000 }, () => {
    describe('a loaded model', () => {
      const under = shareModel(make, options)
      answerRules(under, options)
      requestRules(under, options)
      cacheRules(under, options)
      cancelRules(under, options)
      disposeRules(under, options)
    })
    loadRules(make, options)
  })
}
