import type { Cancel } from '#core/ports/cancel'

/** A cancel that can only be looked at is looked at this often. */
const LOOK_EVERY_MS = 50

/** Calls `cancelled` once when the caller cancels, at once if that was before. Gives what stops listening. */
export function whenCancelled(cancel: Cancel, cancelled: () => void): () => void {
  if (cancel.aborted) {
    cancelled()
    return () => undefined
  }
  if (cancel instanceof AbortSignal) {
    cancel.addEventListener('abort', cancelled, { once: true })
    return () => cancel.removeEventListener('abort', cancelled)
  }
  const timer = setInterval(() => {
    if (!cancel.aborted) return
    clearInterval(timer)
    cancelled()
  }, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}
