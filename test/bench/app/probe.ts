/** One call of the page to a worker, in ms of the page's clock. */
export interface ProbedCall {
  readonly worker: string
  readonly method: string
  readonly start: number
  readonly end: number | null
}

/** What is noted on the page while the app works; nothing in the app knows of it. */
export interface Probe {
  readonly calls: ProbedCall[]
  /** Tasks of the page's own thread over 50 ms, with when they began. */
  readonly longTasks: { start: number; ms: number }[]
  /** When a run was told to be done, and its pairs. */
  readonly runEnds: { at: number; pairs: number }[]
  /** Passages that the run in hand was last told to have settled. */
  settled: number
  /** How often it was told what a model writes. */
  streamed: number
  /** When the progress of a call first told a phase. */
  readonly phases: Record<string, number>
  /** Blocks of documents' text that the page asked the database for. */
  textReads: number
  /** Calls a worker as the app does. */
  ask(worker: string, method: string, params: unknown): Promise<unknown>
}

declare global {
  interface Window {
    pairloomProbe?: Probe
  }
}

/** Runs on the page before the app starts: wraps `Worker`, so that every message to and fro is timed. */
export function installProbe(): void {
  const workers = new Map<string, Worker>()
  const open = new Map<string, { worker: string; method: string; start: number; end: number | null }>()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void }>()
  let last = 1_000_000
  const probe: Probe = {
    calls: [],
    longTasks: [],
    runEnds: [],
    settled: 0,
    streamed: 0,
    phases: {},
    textReads: 0,
    ask: (name, method, params) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        workers.get(name)?.postMessage({ type: 'call', id, method, params })
      }),
  }
  window.pairloomProbe = probe
  const note = (worker: string, data: Record<string, unknown>): void => {
    const now = performance.now()
    const { type, id, value } = data
    const fields: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
    const key = `${worker} ${String(id)}`
    if (type === 'progress' && typeof fields['phase'] === 'string') probe.phases[fields['phase']] ??= now
    if (type === 'event' && data['name'] === 'stream') probe.streamed++
    if (type === 'event' && data['name'] === 'run') {
      const run: { status?: string; pairs?: number; done?: number; failed?: number } = Object(fields['run'])
      probe.settled = (run.done ?? 0) + (run.failed ?? 0)
      if (run.status === 'done') probe.runEnds.push({ at: now, pairs: run.pairs ?? 0 })
    }
    if (type !== 'value' && type !== 'problem') return
    const call = open.get(key)
    if (call !== undefined) call.end = now
    const asked = waiting.get(Number(id))
    waiting.delete(Number(id))
    if (type === 'value') asked?.resolve(value)
    else asked?.reject(new Error(JSON.stringify(data['problem'])))
  }
  window.Worker = class extends Worker {
    readonly #name: string

    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      this.#name = options?.name ?? ''
      workers.set(this.#name, this)
      this.addEventListener('message', (event: MessageEvent<Record<string, unknown>>) => note(this.#name, event.data))
    }

    override postMessage(message: unknown, extra?: Transferable[] | StructuredSerializeOptions): void {
      const data: Record<string, unknown> = typeof message === 'object' && message !== null ? { ...message } : {}
      if (data['type'] === 'call') {
        const call = { worker: this.#name, method: String(data['method']), start: performance.now(), end: null }
        probe.calls.push(call)
        open.set(`${this.#name} ${String(data['id'])}`, call)
      }
      if (Array.isArray(extra)) super.postMessage(message, extra)
      else super.postMessage(message, extra)
    }
  }
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the store that it was asked of, below
  const { get } = IDBObjectStore.prototype
  IDBObjectStore.prototype.get = function (key) {
    if (this.name === 'texts') probe.textReads++
    return get.call(this, key)
  }
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) probe.longTasks.push({ start: startTime, ms: duration })
  }).observe({ type: 'longtask', buffered: true })
}
