import { expect, it } from 'vitest'
import { openSealedFrame } from '#test/support/sealed-worker'

it('WEBLLM3: the thread in which the engine is tested cannot reach another host', async () => {
  const frame = await openSealedFrame()
  const worker = frame.spawnScript(`
    addEventListener('securitypolicyviolation', ({ blockedURI }) => postMessage(blockedURI))
    fetch('https://stranger.invalid/x').catch(() => undefined)
  `)
  const blocked = await new Promise<unknown>(resolve => {
    worker.addEventListener('message', ({ data }) => resolve(data), { once: true })
  })
  expect(blocked).toBe('https://stranger.invalid/x')
  worker.terminate()
})
