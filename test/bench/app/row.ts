/** One line of the bench: a measure of ours beside a peer's in the same run. */
export interface BenchRow {
  readonly metric: string
  readonly ours: string
  readonly peer: string
  readonly ratio: number | null
  readonly goal: string
  readonly met: boolean
}

export interface BenchTable {
  readonly name: string
  readonly rows: readonly BenchRow[]
}

/** A row about a figure that stands alone. */
export function alone(metric: string, ours: string, goal: string, met: boolean): BenchRow {
  return { metric, ours, peer: '–', ratio: null, goal, met }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
/** Bytes in some ms, as MB/s. */
export const speed = (bytes: number, ms: number): number => bytes / 1_000 / ms
