/** Requests that one thread made, by where they went, and those that the policy refused. */
export interface NetworkCount {
  readonly own: number
  readonly other: number
  readonly refused: number
  /** Addresses outside of the app's own origin, the last few. */
  readonly lastOther: readonly string[]
}

/** Several threads together. */
export function sumOf(counts: readonly NetworkCount[]): NetworkCount {
  const sum = (key: 'own' | 'other' | 'refused'): number => counts.reduce((total, count) => total + count[key], 0)
  return {
    own: sum('own'),
    other: sum('other'),
    refused: sum('refused'),
    lastOther: counts.flatMap(count => count.lastOther),
  }
}

const KEPT = 5

/**
 * Counts from the thread's own timeline, from this call on and back to its start. `scope` is the page's window or a
 * worker's global scope.
 */
export function countRequests(scope: {
  addEventListener(type: 'securitypolicyviolation', listener: (event: { blockedURI: string }) => void): void
}): () => NetworkCount {
  let own = 0
  let other = 0
  let refused = 0
  const lastOther: string[] = []
  const note = (url: string): void => {
    if (url.startsWith('blob:') || url.startsWith('data:')) return
    if (new URL(url).origin === location.origin) {
      own++
      return
    }
    other++
    lastOther.push(url)
    if (lastOther.length > KEPT) lastOther.shift()
  }
  new PerformanceObserver(list => {
    for (const { name } of list.getEntries()) note(name)
  }).observe({ type: 'resource', buffered: true })
  scope.addEventListener('securitypolicyviolation', () => {
    refused++
  })
  return () => ({ own, other, refused, lastOther: [...lastOther] })
}
