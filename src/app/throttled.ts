/** Progress goes to the page at most this often, in ms. */
const REPORT_EVERY = 250

/** Lets through one value in a while. */
export function throttled<T>(send: (value: T) => void, every = REPORT_EVERY): (value: T) => void {
  let last = 0
  return value => {
    const now = performance.now()
    if (now - last < every) return
    last = now
    send(value)
  }
}
