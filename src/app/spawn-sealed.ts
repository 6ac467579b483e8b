/**
 * Starts a worker that inherits this page's Content-Security-Policy. A worker started by URL takes its policy from its own
 * response, and a host that sends no headers gives it none; one started from a blob takes its creator's. So the blob holds
 * only a shim: it keeps the messages that arrive before the real module is there, imports it, and replays them.
 */
export function spawnSealed(url: string, name: string): Worker {
  const absolute = new URL(url, location.href).href
  const shim = `
    const early = []
    const keep = event => early.push(event)
    addEventListener('message', keep)
    import(${JSON.stringify(absolute)}).then(() => {
      removeEventListener('message', keep)
      for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports }))
    }, error => { setTimeout(() => { throw error }) })
  `
  const blob = URL.createObjectURL(new Blob([shim], { type: 'text/javascript' }))
  return new Worker(blob, { type: 'module', name })
}
