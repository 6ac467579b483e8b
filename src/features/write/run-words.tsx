import type { Run, RunStatus } from '#core/run/run'
import type { Tone } from '#ui'
import type { Format } from '#features/format'
import type { Messages } from './messages.en'

export const STATUS_TONES: Readonly<Record<RunStatus, Tone>> = {
  running: 'accent',
  paused: 'warn',
  cancelled: 'plain',
  done: 'ok',
}

/** Recipe and model, as far as their names tell. */
function byModel({ request }: Run, words: Messages): string {
  const recipe = words.recipes.titles[request.recipe] ?? request.recipe
  return words.runs.byModel(recipe, request.model ?? '')
}

/** What a run was asked for, in one line. */
export function askedOf(run: Run, words: Messages, format: Format): string {
  const { sample, tasks, seed } = run.request
  return [
    run.request.engine === 'none' ? words.writers.rules : byModel(run, words),
    sample === null ? words.runs.all : words.runs.sample(format.number(run.total)),
    ...(tasks.length === 0 ? [] : [words.runs.tasks(format.number(tasks.length))]),
    ...(seed === 1 ? [] : [words.runs.seed(`${seed}`)]),
  ].join(' · ')
}
