import type { CDPSession, Page } from 'playwright'

/** The debugger of one worker. */
export interface WorkerSession {
  send(method: string, params?: Record<string, unknown>): Promise<Record<string, unknown>>
}

/** Attaches to the workers of a page that run now; Playwright itself gives no debugger for them. By name. */
export async function workerSessions(page: Page): Promise<ReadonlyMap<string, WorkerSession>> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  const sessions = new Map<string, WorkerSession>()
  const waiting = new Map<string, (result: Record<string, unknown>) => void>()
  let last = 0
  cdp.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const answer: { id?: number; result?: Record<string, unknown> } = JSON.parse(message)
    waiting.get(`${sessionId} ${String(answer.id)}`)?.(answer.result ?? {})
  })
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    sessions.set(targetInfo.title, {
      send: async (method, params = {}) => {
        const id = ++last
        const answer = new Promise<Record<string, unknown>>(resolve =>
          waiting.set(`${sessionId} ${String(id)}`, resolve),
        )
        await cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
        return answer
      },
    })
  })
  await cdp.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  return sessions
}

/** Bytes that a worker's heap holds, with what its buffers hold; only what lives where it is told to collect first. */
export async function heapOf(worker: WorkerSession, collect: boolean): Promise<number> {
  if (collect) await worker.send('HeapProfiler.collectGarbage')
  const { usedSize, backingStorageSize } = await worker.send('Runtime.getHeapUsage')
  return Number(usedSize) + Number(backingStorageSize)
}
