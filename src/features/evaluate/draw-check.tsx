import type { BlindSample } from '#core/evaluation/blind-sample'
import { drawKeys, nextSeed, sampleOf, seenKeys, STRATUM_STATES, writtenBy } from '#core/evaluation/draw-sample'
import { visiblePairs } from '#core/evaluation/project-now'
import type { PairFilter, PairKey, ProjectReader } from '#core/ports/project-store'
import type { State } from '#core/synthesis/pair'

const NEVER = { aborted: false }

/** Draws the next blind check of a project. Nothing is stored. `createdAt` in ms since 1970. */
export async function drawCheck(reader: ProjectReader, createdAt: number): Promise<BlindSample> {
  const keysOf = (states: readonly State[]): Promise<readonly PairKey[]> => {
    const filter: PairFilter = { states, tasks: [], languages: [], checks: [], document: null, text: '' }
    return reader.orderedKeys(NEVER, filter, 'place')
  }
  // Runs first: what is written while keys are read is then not covered, rather than covered without being drawn from.
  const [samples, runs] = await Promise.all([reader.samples(), reader.runs()])
  const keys = { export: await keysOf(STRATUM_STATES.export), failed: await keysOf(STRATUM_STATES.failed) }
  const seed = nextSeed(samples)
  const drawn = drawKeys(seed, keys, seenKeys(samples))
  const pairs = await visiblePairs(
    reader,
    drawn.map(({ key }) => key),
  )
  const population = { export: keys.export.length, failed: keys.failed.length }
  return sampleOf({ seed, createdAt, population, written: writtenBy(runs) }, drawn, pairs)
}
