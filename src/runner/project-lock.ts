/** Holds a project for one tab. Locks end with their tab, also when it crashes; heartbeats would not. */
export interface ProjectLock {
  /** Gives the lock back, or stops waiting for it. */
  release(): void
}

export interface LockEvents {
  /** Called when this tab holds the project: at once, or later when the tab that held it went away. */
  readonly granted: () => void
  /** Called when another tab took it over. */
  readonly lost: () => void
}

/**
 * Asks for the lock of a project. With `steal` it is taken from the tab that holds it; otherwise this tab waits in line
 * behind it. A tab that lost the lock waits in line again, and its old fence makes late writes fail.
 */
export function holdProject(name: string, steal: boolean, events: LockEvents): ProjectLock {
  const waiting = new AbortController()
  let release: () => void = () => undefined
  let released = false
  const ask = (options: LockOptions): void => {
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    navigator.locks
      .request(`pairloom:${name}`, options, async () => {
        events.granted()
        await held
      })
      .catch(() => {
        // Rejects when it was stolen from us, or when we stopped waiting.
        if (released) return
        events.lost()
        ask({ signal: waiting.signal })
      })
  }
  ask(steal ? { steal: true } : { signal: waiting.signal })
  return {
    release: () => {
      released = true
      waiting.abort()
      release()
    },
  }
}

/** Whether somebody holds the project right now. */
export async function projectIsHeld(name: string): Promise<boolean> {
  const { held } = await navigator.locks.query()
  return held?.some(lock => lock.name === `pairloom:${name}`) ?? false
}
