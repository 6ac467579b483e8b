/** One line of the bench: a measure of ours beside a peer's in the same run. */
export interface BenchRow {
  readonly metric: string
  readonly ours: string
  readonly peer: string
  readonly ratio: number
  readonly goal: string
  readonly met: boolean
}

/** Passages against `@langchain/textsplitters`. */
export async function benchChunking(): Promise<{ name: string; rows: BenchRow[] }> {
  return await Promise.resolve({ name: 'chunking', rows: [] })
}
