import { needsModel } from '#core/run/engines'
import type { SessionStore } from '#features/session'

/**
 * Keeps the screen on while a model writes: a device that goes to sleep stops the run. The browser takes the lock back
 * whenever the page is hidden, so it is asked for again when the page is seen.
 */
export function keepAwake(session: SessionStore): void {
  if (!('wakeLock' in navigator)) return
  let lock: WakeLockSentinel | null = null
  let asking = false
  let again = false
  const wanted = (): boolean => {
    const { run, role, comparison } = session.getState()
    const writes = run?.run.status === 'running' && needsModel(run.run.request)
    return role === 'writer' && (writes || comparison?.running === true)
  }
  const settle = async (): Promise<void> => {
    if (asking) {
      // What is wanted may be another thing by now.
      again = true
      return
    }
    asking = true
    try {
      if (wanted() && lock === null && document.visibilityState === 'visible') {
        lock = await navigator.wakeLock.request('screen')
        lock.addEventListener('release', () => {
          lock = null
        })
      } else if (!wanted()) await lock?.release()
    } catch {
      // A browser that saves power refuses; the run goes on all the same.
    } finally {
      asking = false
      if (again) {
        again = false
        void settle()
      }
    }
  }
  session.subscribe(({ run, comparison }, before) => {
    const same = run?.run.status === before.run?.run.status && comparison?.running === before.comparison?.running
    if (!same) void settle()
  })
  document.addEventListener('visibilitychange', () => void settle())
}
