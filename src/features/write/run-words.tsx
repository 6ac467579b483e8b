import type { Run, RunStatus } from '#core/run/run'
import { PERSON } from '#core/synthesis/person-pair'
import type { Tone } from '#ui'
import type { Format } from '#features/format'
import type { Messages } from './messages.en'
import type { Names } from './use-names'

export const STATUS_TONES: Readonly<Record<RunStatus, Tone>> = {
  running: 'accent',
  paused: 'warn',
  cancelled: 'plain',
  done: 'ok',
}

/** What a run was asked for, in one line. */
export function askedOf(run: Run, words: Messages, format: Format, names: Names): string {
  if (run.request.synthesizer === PERSON) return words.writers.person
  const { engine, recipe, recipeVersion, model, tasks, seed } = run.request
  return [
    engine === 'none' ? words.writers.rules : words.runs.byModel(names.recipe(recipe), names.model(model ?? '')),
    ...(names.taught.has(recipeVersion) ? [words.runs.taught] : []),
    whichOf(run, words, format),
    ...(tasks.length === 0 ? [] : [words.runs.tasks(format.number(tasks.length))]),
    ...(seed === 1 ? [] : [words.runs.seed(`${seed}`)]),
  ].join(' · ')
}

/** Which passages: chosen ones, a sample, or all of some or of all sources. */
function whichOf({ request, total }: Run, words: Messages, format: Format): string {
  if (request.places != null) return words.runs.places(format.number(request.places.length))
  if (request.sample !== null) return words.runs.sample(format.number(total))
  return request.documents === null ? words.runs.all : words.runs.some(format.number(request.documents.length))
}
