/** How many times as often as in every run of the tests `npm run soak` tries a property. */
const TIMES = Number(process.env['PAIRLOOM_SOAK'] ?? 1)
/** Shrinking a failure, or a machine that is busy with other things, takes longer still. */
const PATIENCE = 3

/** How often a property is tried, and in what time it must be done, in ms: as given, or as `npm run soak` wants it. */
export function runs(numRuns: number, limitMs: number): { readonly numRuns: number; readonly limitMs: number } {
  return TIMES === 1 ? { numRuns, limitMs } : { numRuns: numRuns * TIMES, limitMs: limitMs * TIMES * PATIENCE }
}
