import type { Cancel } from '#core/ports/cancel'

const POLL_MS = 25

/** Watches a cancel signal, which can only be looked at. */
export interface Watch {
  /** Resolves once the signal is set. */
  readonly cancelled: Promise<void>
  end(): void
}

export function watchCancel(cancel: Cancel): Watch {
  let timer: ReturnType<typeof setInterval> | undefined
  const cancelled = new Promise<void>(resolve => {
    const look = (): void => {
      if (!cancel.aborted) return
      clearInterval(timer)
      resolve()
    }
    timer = setInterval(look, POLL_MS)
    look()
  })
  return { cancelled, end: () => clearInterval(timer) }
}
