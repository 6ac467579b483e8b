import type { BlindSample, Stratum } from '#core/evaluation/blind-sample'
import { dealOut, seenKeys, STRATUM_STATES } from '#core/evaluation/draw-sample'
import { blindFigure, type BlindFigure, type ProjectNow, standing, type Standing } from '#core/evaluation/figure'
import { fateOf } from '#core/evaluation/marks'
import { projectNow } from '#core/evaluation/project-now'
import type { ProjectReader, Tally } from '#core/ports/project-store'
import { type Query, useQuery, useSession } from '#features/context'

/** What is known of the error rate, and what another check would take. */
export interface BlindState {
  /** Newest first. */
  readonly samples: readonly BlindSample[]
  readonly now: ProjectNow
  readonly held: Standing | null
  readonly figure: BlindFigure | null
  readonly population: BlindSample['population']
  /** Pairs that the next check would take from each stratum. */
  readonly next: BlindSample['population']
  /** Whether the next check would show pairs again. */
  readonly allSeen: boolean
  /** The newest check that is not marked to the end. */
  readonly open: BlindSample | null
}

function countIn(tallies: readonly Tally[], stratum: Stratum): number {
  const states: readonly string[] = STRATUM_STATES[stratum]
  return tallies.reduce((sum, { state, count }) => (states.includes(state) ? sum + count : sum), 0)
}

async function readBlind(reader: ProjectReader): Promise<BlindState> {
  const samples = await reader.samples()
  const [now, tallies] = await Promise.all([projectNow(reader, samples), reader.tallies(null)])
  const population = { export: countIn(tallies, 'export'), failed: countIn(tallies, 'failed') }
  const seen = [...seenKeys(samples)].map(key => now.pairs.get(key)?.pair.state)
  const unseen = (stratum: Stratum): number => {
    const states: readonly unknown[] = STRATUM_STATES[stratum]
    return Math.max(0, population[stratum] - seen.filter(state => states.includes(state)).length)
  }
  const left = { export: unseen('export'), failed: unseen('failed') }
  const allSeen = left.export + left.failed === 0
  return {
    samples,
    now,
    population,
    allSeen,
    held: standing(samples, now.pairs),
    figure: blindFigure(samples, now),
    next: dealOut(allSeen ? population : left),
    open: samples.find(sample => openIn(sample, now.pairs) > 0) ?? null,
  }
}

/** Entries of a sample that can still be marked. */
export function openIn(sample: BlindSample, pairs: ProjectNow['pairs']): number {
  return sample.entries.filter(entry => entry.verdict === null && fateOf(entry, pairs) === 'there').length
}

/** Reads samples and counters; again whenever something stored changed. */
export function useBlind(): Query<BlindState> {
  const project = useSession(session => session.project?.id ?? '')
  const revision = useSession(
    ({ revisions: { pairs, runs, sources } }) => `${String(pairs)}:${String(runs)}:${String(sources)}`,
  )
  return useQuery(`blind:${project}:${revision}`, readBlind)
}
