import type { Cancel } from '#core/ports/cancel'
import type { Ending } from './ending'

export const CANCELLED = Symbol('cancelled')

/** How often a signal is looked at, in ms; a person must not wait a second. */
const LOOK_EVERY = 50

/** What comes first: the work, the caller's cancelling, or the end of the engine, with which it rejects. */
export async function firstOf<T>(work: Promise<T>, cancel: Cancel, ending: Ending): Promise<T | typeof CANCELLED> {
  ending.check()
  return new Promise((resolve, reject) => {
    const unlisten = ending.listen(reason => settle(() => reject(reason)))
    const look = (): void => {
      if (cancel.aborted) settle(() => resolve(CANCELLED))
    }
    const timer = setInterval(look, LOOK_EVERY)
    const settle = (how: () => void): void => {
      clearInterval(timer)
      unlisten()
      how()
    }
    const ended = (): void => settle(() => resolve(work))
    work.then(ended, ended)
    look()
  })
}
