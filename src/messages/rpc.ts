import { type Problem, ProblemError, problemOf } from '#core/problem'

/** The methods of a worker: one object of parameters in, one structured-cloneable result out. */
export type Api = { readonly [method: string]: { params: unknown; result: unknown; progress: unknown } }
/** One method of an API: what goes in, what comes out, and what is told meanwhile. */
export type Call<Params, Result, Progress = never> = { params: Params; result: Result; progress: Progress }
export type Events = { readonly [name: string]: unknown }

/** The part of a Worker, a MessagePort or a worker's own scope that the protocol uses. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
}

type Message =
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly type: 'value'; readonly id: number; readonly value: unknown }
  | { readonly type: 'problem'; readonly id: number; readonly problem: Problem }
  | { readonly type: 'event'; readonly name: string; readonly value: unknown }

function isMessage(data: unknown): data is Message {
  return typeof data === 'object' && data !== null && 'type' in data
}

export interface CallOptions<P> {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: P) => void
}

export interface Client<A extends Api, E extends Events> {
  /** Rejects with a ProblemError; cancelling by the signal rejects once the worker has stopped. */
  call<M extends keyof A & string>(
    method: M,
    params: A[M]['params'],
    options?: CallOptions<A[M]['progress']>,
  ): Promise<A[M]['result']>
  on<N extends keyof E & string>(name: N, listener: (value: E[N]) => void): void
}

/** What the other side sent, in the type that the API gives it: both sides are built from one source. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller's own type is the point
function trusted<T>(value: unknown): T {
  // eslint-disable-next-line house/no-as -- structured cloning loses types; this is the one place that gives them back
  return value as T
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: ProblemError) => void
  readonly progress: ((value: unknown) => void) | undefined
}

/** The calling side. */
export function connect<A extends Api, E extends Events>(port: Port): Client<A, E> {
  let last = 0
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, ((value: unknown) => void)[]>()
  port.addEventListener('message', ({ data }) => {
    if (!isMessage(data)) return
    if (data.type === 'event') {
      for (const listener of listeners.get(data.name) ?? []) listener(data.value)
      return
    }
    const call = 'id' in data ? waiting.get(data.id) : undefined
    if (call === undefined) return
    if (data.type === 'progress') call.progress?.(data.value)
    if (data.type === 'value') call.resolve(data.value)
    if (data.type === 'problem') call.reject(new ProblemError(data.problem))
    if (data.type === 'value' || data.type === 'problem') waiting.delete(data.id)
  })
  return {
    call: (method, params, options) =>
      new Promise((resolve, reject) => {
        const id = ++last
        const onProgress = options?.onProgress
        waiting.set(id, {
          resolve: value => resolve(trusted(value)),
          reject,
          progress: onProgress === undefined ? undefined : value => onProgress(trusted(value)),
        })
        const cancel = (): void => port.postMessage({ type: 'cancel', id } satisfies Message)
        port.postMessage({ type: 'call', id, method, params } satisfies Message)
        if (options?.signal?.aborted === true) cancel()
        else options?.signal?.addEventListener('abort', cancel, { once: true })
      }),
    on: (name, listener) => {
      listeners.set(name, [...(listeners.get(name) ?? []), value => listener(trusted(value))])
    },
  }
}

export type Handlers<A extends Api> = {
  readonly [M in keyof A & string]: (
    signal: AbortSignal,
    params: A[M]['params'],
    progress: (value: A[M]['progress']) => void,
  ) => Promise<A[M]['result']> | A[M]['result']
}

/** The answering side. Gives the function that sends events to the caller. */
export function serve<A extends Api, E extends Events>(
  port: Port,
  handlers: Handlers<A>,
): <N extends keyof E & string>(name: N, value: E[N]) => void {
  const running = new Map<number, AbortController>()
  const answer = async (id: number, method: string, params: unknown): Promise<void> => {
    const control = new AbortController()
    running.set(id, control)
    try {
      const handler = handlers[method]
      if (handler === undefined) throw new ProblemError({ kind: 'unexpected', detail: `no method ${method}` })
      const value = await handler(control.signal, params, progress =>
        port.postMessage({ type: 'progress', id, value: progress } satisfies Message),
      )
      port.postMessage({ type: 'value', id, value } satisfies Message)
    } catch (thrown) {
      port.postMessage({ type: 'problem', id, problem: problemOf(thrown) } satisfies Message)
    } finally {
      running.delete(id)
    }
  }
  port.addEventListener('message', ({ data }) => {
    if (!isMessage(data)) return
    if (data.type === 'call') void answer(data.id, data.method, data.params)
    if (data.type === 'cancel') running.get(data.id)?.abort()
  })
  return (name, value) => port.postMessage({ type: 'event', name, value } satisfies Message)
}
