import { ProblemError } from '#core/problem'
import type { PlanItem, Run, RunRequest } from '#core/run/run'
import { freezePlan } from '#runner/freeze-plan'
import type { RunContext } from '#runner/run-context'
import { taughtPlaces } from '#core/synthesis/teach'

const PAGE = 4_096

/**
 * RUN6, RUN11, TEACH9: a run over chosen places adds to what is there; and what a recipe was taught by stands in earlier
 * runs, which a taught run must not put away.
 */
function replaces(request: RunRequest, taught: boolean, older: RunRequest): boolean {
  return (
    (request.places ?? null) === null &&
    older.synthesizer === request.synthesizer &&
    older.recipe === request.recipe &&
    older.model === request.model &&
    (!taught || older.recipeVersion === request.recipeVersion)
  )
}

const place = (item: PlanItem): string => `${item.document} ${item.start} ${item.end}`

/** Whether every passage of an older run is in the new plan, so that the new run takes its place (rule RUN6). */
async function isCovered({ store }: RunContext, older: Run, covered: ReadonlySet<string>): Promise<boolean> {
  for (let from = 0; from < older.total; from += PAGE) {
    const items = await store.planItems(older.sequence, from, PAGE)
    if (!items.every(item => covered.has(place(item)))) return false
  }
  return true
}

/**
 * Stores run and frozen plan, or gives back the run that the same request over the same texts made before.
 * Throws `nothing-to-write` when the request covers no passage.
 */
export async function startRun(context: RunContext, request: RunRequest): Promise<Run> {
  const { store, fence, hash, clock } = context
  const plan = await freezePlan(store, hash, request)
  if (plan.items.length === 0) throw new ProblemError({ kind: 'nothing-to-write' })
  const runs = await store.runs()
  const existing = runs.find(run => run.id === plan.id)
  if (existing !== undefined) return existing
  const covered = new Set(plan.items.map(place))
  const stored = await store.recipe(request.recipeVersion)
  const taught = stored !== undefined && taughtPlaces(stored.recipe).length > 0
  const supersedes: number[] = []
  for (const run of runs) {
    if (run.chosen && replaces(request, taught, run.request) && (await isCovered(context, run, covered))) {
      supersedes.push(run.sequence)
    }
  }
  return store.createRun(
    fence,
    {
      id: plan.id,
      request,
      status: 'running',
      problem: null,
      total: plan.items.length,
      done: 0,
      failed: 0,
      empty: 0,
      pairs: 0,
      chosen: true,
      activeMs: 0,
      createdAt: clock.now(),
    },
    plan.items,
    supersedes,
  )
}
