import { ProblemError } from '#core/problem'

/** Held, together with others, by whoever puts files of models down; alone by whoever cleans up. */
const FILLING = 'pairloom-models-filling'
const FETCHING = 'pairloom-model:'

function locks(): LockManager | null {
  return 'navigator' in globalThis && 'locks' in navigator ? navigator.locks : null
}

/** Work that puts files down which no list names yet: meanwhile nobody cleans up. Rejects with `cancelled`. */
export async function whileFilling<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return held(signal, FILLING, 'shared', work)
}

/** One tab at a time fetches a model; another one waits, and then finds it there. */
export async function whileFetching<T>(signal: AbortSignal, model: string, work: () => Promise<T>): Promise<T> {
  return held(signal, FETCHING + model, 'exclusive', work)
}

/** Models that some tab is fetching now. */
export async function modelsBeingFetched(): Promise<ReadonlySet<string>> {
  const held = (await locks()?.query())?.held ?? []
  const names = held.flatMap(({ name }) => (name?.startsWith(FETCHING) === true ? [name.slice(FETCHING.length)] : []))
  return new Set(names)
}

async function held<T>(signal: AbortSignal, name: string, mode: LockMode, work: () => Promise<T>): Promise<T> {
  const manager = locks()
  if (manager === null) return work()
  if (signal.aborted) throw new ProblemError({ kind: 'cancelled' })
  return manager.request(name, { mode, signal }, work)
}

/** Cleaning up, unless somebody is putting files down now. Where there are no locks nobody can tell, and nothing happens. */
export async function unlessFilling(work: () => Promise<void>): Promise<void> {
  await locks()?.request(FILLING, { ifAvailable: true }, async lock => {
    if (lock !== null) await work()
  })
}
