/** Locks end with their tab, so a project whose lock is free is not being made by anyone any more. */
function locks(): LockManager | null {
  return 'navigator' in globalThis && 'locks' in navigator ? navigator.locks : null
}

const nameOf = (project: string): string => `pairloom-making:${project}`

/** Runs `work` while holding the lock that says: this project is being made. */
export async function whileMaking<T>(project: string, work: () => Promise<T>): Promise<T> {
  const manager = locks()
  return manager === null ? work() : manager.request(nameOf(project), work)
}

/** Runs `work` when nobody makes the project. Where there are no locks nobody can tell, and nothing happens. */
export async function unlessMaking(project: string, work: () => Promise<void>): Promise<void> {
  await locks()?.request(nameOf(project), { ifAvailable: true }, async lock => {
    if (lock !== null) await work()
  })
}
