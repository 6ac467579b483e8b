import type { Cancel } from '#core/ports/cancel'

/** What the scripted engine needs from around it. */
export interface FakeHost {
  /** ms on a clock that never goes back. */
  elapsed(): number
  sleep(ms: number): Promise<void>
  /** Ends the thread that the engine runs in. */
  end(): void
  /** Tells that the device was lost with nothing asked. */
  lost(detail: string): void
  /**
   * How many requests there were before this one. A host that remembers it over the life of one thread lets a fault strike
   * once although the engine is started anew after it.
   */
  nextRequest(): number | Promise<number>
}

/** Real time; requests are counted from 0 in this thread. */
export function realHost(end: () => void, lost: (detail: string) => void = () => undefined): FakeHost {
  let requests = 0
  return {
    elapsed: () => performance.now(),
    sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
    end,
    lost,
    nextRequest: () => requests++,
  }
}

/** Sleeps in short naps, so that a cancel is heard soon. */
export async function untilCancelled(host: FakeHost, ms: number, cancels: readonly Cancel[]): Promise<void> {
  const end = host.elapsed() + ms
  for (let left = ms; left > 0; left = end - host.elapsed()) {
    if (cancels.some(cancel => cancel.aborted)) return
    await host.sleep(Math.min(left, 50))
  }
}
