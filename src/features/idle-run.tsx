import type { Run } from '#core/run/run'
import type { RunProgress } from '#messages/run-worker'

/** A run that nobody works on now: no rates are known. */
export function idleRun(run: Run): RunProgress {
  return { run, itemsPerSecond: null, pairsPerSecond: null, msLeft: null, tokensPerSecond: null, reasons: {} }
}
