import type { BlindSample } from '#core/evaluation/blind-sample'
import { STRATUM_STATES } from '#core/evaluation/draw-sample'
import { blindFigure, type BlindFigure, type ProjectNow } from '#core/evaluation/figure'
import { projectNow } from '#core/evaluation/project-now'
import type { ExportOptions } from '#core/export/export-plan'
import { selectionOf } from '#core/export/selection'
import type { ProjectReader } from '#core/ports/project-store'

/**
 * What is known of the share of right pairs among those that an export takes (rule BLIND12). `states`: pairs of other
 * states than kept and ready are taken, or only some of these. `elsewhere`: nothing that was marked is among what is taken.
 * `void`: marks were made, and none of their pairs is there any more.
 */
export type Measured =
  | { readonly kind: 'none' | 'states' | 'elsewhere' }
  | { readonly kind: 'void'; readonly newer: number }
  | { readonly kind: 'measured'; readonly figure: BlindFigure }

/** The parts of the options that choose pairs. */
export type ChosenPairs = Pick<ExportOptions, 'states' | 'tasks' | 'languages' | 'documents'>

/** @param samples newest first */
export function measuredOf(samples: readonly BlindSample[], now: ProjectNow, options: ChosenPairs): Measured {
  const marked = samples.some(({ entries }) =>
    entries.some(({ stratum, verdict }) => stratum === 'export' && (verdict === 'right' || verdict === 'wrong')),
  )
  const whole = marked ? blindFigure(samples, now) : null
  if (whole === null) return { kind: 'none' }
  if (whole.marked === 0) return { kind: 'void', newer: whole.newer }
  const measured: readonly string[] = STRATUM_STATES.export
  const { states } = options
  if (measured.some(state => !states.some(name => name === state)) || states.some(state => !measured.includes(state)))
    return { kind: 'states' }
  const chosen = selectionOf({ ...options, states: ['ready'] })
  // A decision after the mark must not move it (BLIND8), so the state as it is now is not asked for.
  const figure = blindFigure(samples, now, ({ document, pair }) => chosen.pair(document, { ...pair, state: 'ready' }))
  return figure === null || figure.marked === 0 ? { kind: 'elsewhere' } : { kind: 'measured', figure }
}

/** Reads the samples of a project and tells what they say of an export. */
export async function measureExport(reader: ProjectReader, options: ChosenPairs): Promise<Measured> {
  const samples = await reader.samples()
  return measuredOf(samples, await projectNow(reader, samples), options)
}
