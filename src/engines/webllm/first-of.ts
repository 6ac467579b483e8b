import type { Cancel } from '#core/ports/cancel'
import type { Ending } from './ending'

export const CANCELLED = Symbol('cancelled')

/** How often a signal is looked at, in ms; a person must not wait a second. */
const LOOK_EVERY = 50

/** What comes first: the work, the caller's cancelling, or the end of the engine, with which it rejects. */
export async function firstOf<T>(work: Promise<T>, cancel: Cancel, ending: Ending): Promise<T | typeof CANCELLED> {
  ending.check()
  let timer: ReturnType<typeof setInterval> | undefined
  const cancelled = new Promise<typeof CANCELLED>(resolve => {
    const look = (): void => {
      if (cancel.aborted) resolve(CANCELLED)
    }
    timer = setInterval(look, LOOK_EVERY)
    look()
  })
  try {
    return await Promise.race([work, cancelled, ending.happens])
  } finally {
    clearInterval(timer)
  }
}
