/** The policy of the app's page. */
const POLICY =
  "default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'"

/**
 * Starts a module worker as the app does: from a blob, inside of a document with the app's policy, which it inherits. The
 * page of the tests itself has no policy.
 */
export async function spawnInSealedFrame(module: string): Promise<Worker> {
  const frame = document.createElement('iframe')
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}">`
  const ready = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await ready
  const inside = frame.contentWindow
  if (inside === null) throw new Error('the frame has no window')
  const shim = `
    const early = []
    const keep = event => early.push(event)
    addEventListener('message', keep)
    import(${JSON.stringify(new URL(module, location.href).href)}).then(() => {
      removeEventListener('message', keep)
      for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports }))
    }, error => { setTimeout(() => { throw error }) })
  `
  // The frame's own constructors: a worker takes its policy from where it was made.
  const realm: typeof globalThis = Reflect.get(inside, 'self')
  const url = realm.URL.createObjectURL(new realm.Blob([shim], { type: 'text/javascript' }))
  return new realm.Worker(url, { type: 'module' })
}
