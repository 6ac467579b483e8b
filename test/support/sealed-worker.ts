/** The policy of the app's page. */
const POLICY =
  "default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'"

export interface SealedFrame {
  /** Starts a module worker as the app does: from a blob, so that it inherits the policy. */
  spawn(module: string): Worker
  /** The same for the text of a script. */
  spawnScript(text: string): Worker
}

function isRealm(value: unknown): value is typeof globalThis {
  return typeof value === 'object' && value !== null && 'Worker' in value
}

/** A document with the app's policy; the page of the tests itself has none. */
export async function openSealedFrame(): Promise<SealedFrame> {
  const frame = document.createElement('iframe')
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}">`
  const ready = new Promise(resolve => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await ready
  // The frame's own constructors: a worker takes its policy from where it was made.
  const realm: unknown = Reflect.get(frame.contentWindow ?? {}, 'self')
  if (!isRealm(realm)) throw new Error('the frame has no window')
  const spawnScript = (text: string): Worker => {
    const url = realm.URL.createObjectURL(new realm.Blob([text], { type: 'text/javascript' }))
    return new realm.Worker(url, { type: 'module' })
  }
  return {
    spawnScript,
    spawn: module =>
      spawnScript(`
        const early = []
        const keep = event => early.push(event)
        addEventListener('message', keep)
        import(${JSON.stringify(new URL(module, location.href).href)}).then(() => {
          removeEventListener('message', keep)
          for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports }))
        }, error => { setTimeout(() => { throw error }) })
      `),
  }
}
