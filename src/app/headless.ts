import { measureExport } from '#core/evaluation/measured'
import { catalogueModel } from '#core/models/catalogue'
import type { StoredModel } from '#core/models/model'
import { REPLAY } from '#core/run/engines'
import type { Run, RunRequest } from '#core/run/run'
import { taggedRequest } from '#core/synthesis/tagged/tagged-request'
import { ProblemError, problemOf } from '#core/problem'
import type { Commands } from '#features/services'
import { problemDetail, problemText, warningText } from '#features/problem-text'
import {
  HEADLESS,
  type HeadlessAnswer,
  type HeadlessJob,
  type HeadlessModel,
  type HeadlessResult,
} from '#messages/headless'
import type { GivenFile, IngestWorkerApi } from '#messages/ingest-worker'
import { createProject, listProjects } from '#storage/projects'
import { engineCommands } from './commands/engine'
import { modelCommands } from './commands/models'
import { openProject } from './open-project'
import { type PageState, readerOf } from './page-state'
import { download } from './save-target'

/** The functions that page and command line call on each other live on the window. */
declare global {
  interface Window {
    [HEADLESS.run]?: (job: HeadlessJob) => Promise<HeadlessAnswer>
    [HEADLESS.progress]?: (line: string) => Promise<void>
  }
}

/** Progress lines at most this often, in ms. */
const SAY_EVERY = 2_000

/** Warnings that mean that something of the file is missing. */
const PARTLY: ReadonlySet<string> = new Set(['bad-lines', 'truncated', 'pages-without-text', 'deep-folder'])

/** Puts a file input on the page and waits to be called: the whole app, driven without its screens. */
export function startHeadless(page: PageState, root: HTMLElement): void {
  const input = fileInput(HEADLESS.input)
  const modelInput = fileInput(HEADLESS.model)
  root.replaceChildren(modelInput, input)
  let last = 0
  const say = (line: string): void => {
    if (performance.now() - last < SAY_EVERY) return
    last = performance.now()
    void window[HEADLESS.progress]?.(line)
  }
  window[HEADLESS.run] = async job => {
    try {
      return { ok: true, result: await work(page, job, [...(input.files ?? [])], [...(modelInput.files ?? [])], say) }
    } catch (thrown) {
      const problem = problemOf(thrown)
      const lines = [problemText('en', problem), problemDetail(problem)]
      return { ok: false, kind: problem.kind, sentence: lines.filter(line => line !== null).join('\n') }
    }
  }
}

function fileInput(id: string): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.id = id
  return input
}

async function open(page: PageState, name: string): Promise<void> {
  const known = (await listProjects()).find(project => project.name === name)
  const { id } = known ?? (await createProject(name, Date.now()))
  await openProject(page, id, true)
  const { trouble } = page.session.getState()
  if (trouble !== null) throw new ProblemError(trouble)
}

async function work(
  page: PageState,
  job: HeadlessJob,
  files: readonly File[],
  modelFiles: readonly File[],
  say: (line: string) => void,
): Promise<HeadlessResult> {
  const { threads } = page
  await open(page, job.project)
  const given = files.map((blob, index): GivenFile => ({ name: job.names[index] ?? blob.name, blob, kind: 'file' }))
  const settings = { encoding: null, column: null, html: 'main', chunk: job.chunk } as const
  const read = await threads.ingest.call(
    'ingest',
    { files: given, settings },
    {
      onProgress: ({ file, files: all, documents, name }) =>
        say(`reading ${file}/${all} ${name} (${documents} documents)`),
    },
  )
  const reader = readerOf(page)
  const sources = await reader.sources()
  const request = job.run === null ? null : await requestOf(page, job, job.run, modelFiles, say)
  const run = request === null ? null : await synthesize(page, request, say)
  const { files: written, counts } = await exported(page, job, say)
  download(written)
  const kept = sources.filter(source => source.problem === null)
  const sum = (key: 'documents' | 'passages' | 'characters'): number =>
    kept.reduce((all, source) => all + source[key], 0)
  return {
    files: read.map(({ name, source, documents, problem }) => {
      const warnings = sources.find(({ id }) => id === source)?.warnings ?? []
      return {
        name,
        documents,
        // A second call over the same files finds them all here: that is how it resumes.
        problem: problem === null || problem.kind === 'already-here' ? null : problemText('en', problem),
        warnings: warnings.map(warning => warningText('en', warning)),
        partly: warnings.some(({ kind }) => PARTLY.has(kind)),
      }
    }),
    documents: sum('documents'),
    passages: sum('passages'),
    characters: sum('characters'),
    run,
    written: written.map(({ name, rows, bytes }) => ({ name, rows, bytes })),
    tasks: counts.tasks,
    states: counts.states,
    measured: await measureExport(reader, job.export),
  }
}

/** A run that gave nothing to export is told with its reasons, like any other; there is no file then. */
async function exported(
  { threads }: PageState,
  job: HeadlessJob,
  say: (line: string) => void,
): Promise<{
  readonly files: IngestWorkerApi['export']['result']['files']
  readonly counts: Pick<HeadlessResult, 'tasks' | 'states'>
}> {
  try {
    return await threads.ingest.call(
      'export',
      { options: job.export, target: { download: true } },
      { onProgress: ({ phase, rows }) => say(`${phase === 'write' ? 'writing' : 'checking'} ${rows} rows`) },
    )
  } catch (thrown) {
    if (problemOf(thrown).kind !== 'export-empty') throw thrown
    return { files: [], counts: { tasks: [], states: [] } }
  }
}

/** The run of the job: by rules as it stands, or by the model, which is brought here and loaded first. */
async function requestOf(
  page: PageState,
  { model: wanted }: HeadlessJob,
  request: RunRequest,
  modelFiles: readonly File[],
  say: (line: string) => void,
): Promise<RunRequest> {
  if (wanted === null) return request
  const { engine, model } =
    wanted.engine === REPLAY
      ? await answersOf(page, wanted, modelFiles)
      : await loadedModel(page, wanted, modelFiles, say)
  if (wanted.recipe === null) return taggedRequest({ ...request, engine, model })
  const recipeVersion = await page.threads.run.call('saveRecipe', { recipe: wanted.recipe, own: false })
  return { ...request, synthesizer: 'chat', engine, model, recipe: wanted.recipe.name, recipeVersion }
}

type Writer = Pick<RunRequest, 'engine' | 'model'>

async function answersOf({ threads }: PageState, { id }: HeadlessModel, [file]: readonly File[]): Promise<Writer> {
  if (file === undefined || id === null) throw new ProblemError({ kind: 'file-gone' })
  await threads.run.call('readAnswers', { file, name: id })
  return { engine: REPLAY, model: id }
}

async function loadedModel(
  page: PageState,
  wanted: HeadlessModel,
  modelFiles: readonly File[],
  say: (line: string) => void,
): Promise<Writer> {
  const models = modelCommands(page)
  const never = new AbortController().signal
  const stored =
    wanted.id === null
      ? await models.addModelFiles(modelFiles, never, (bytes, total) => say(`model: ${bytes} of ${total} bytes`))
      : await modelById(models, wanted.id)
  if (stored.engine !== wanted.engine) {
    throw new ProblemError({ kind: 'not-a-model', detail: `${stored.title} runs on ${stored.engine}` })
  }
  page.threads.run.on('engine', state => {
    page.session.setState({ engine: state })
    if (state.state === 'loading')
      say(`loading ${state.model}${state.progress === null ? '' : `: ${state.progress.phase}`}`)
  })
  await engineCommands(page).loadModel(stored.id, wanted.contextTokens ?? undefined)
  return { engine: stored.engine, model: stored.id }
}

async function modelById(models: Pick<Commands, 'models' | 'downloadModel'>, id: string): Promise<StoredModel> {
  const here = (await models.models()).find(model => model.id === id)
  if (here !== undefined) return here
  const known = catalogueModel(id)
  if (known === undefined) throw new ProblemError({ kind: 'model-missing', model: id })
  return models.downloadModel(known)
}

/** Why passages gave no pair, the most frequent first. */
async function reasonsOf(page: PageState, run: Run): Promise<{ name: string; count: number }[]> {
  const counts = new Map<string, number>()
  for (let after = -1; ; ) {
    const items = await readerOf(page).troubledItems(run.sequence, after, 500)
    for (const { reason } of items) counts.set(reason ?? 'unknown', (counts.get(reason ?? 'unknown') ?? 0) + 1)
    const last = items.at(-1)
    if (last === undefined) break
    after = last.position
  }
  return mostFirst([...counts])
}

function mostFirst(counts: readonly (readonly [string, number])[]): { name: string; count: number }[] {
  return counts.map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count)
}

async function synthesize(
  page: PageState,
  request: RunRequest,
  say: (line: string) => void,
): Promise<HeadlessResult['run']> {
  const { threads } = page
  const started = performance.now()
  const ended = new Promise<Run>((resolve, reject) => {
    threads.run.on('run', ({ run, msLeft }) => {
      const left = msLeft === null ? '' : `, ${Math.ceil(msLeft / 1000)} s left`
      say(`writing pairs: ${run.done + run.failed} of ${run.total} passages, ${run.pairs} pairs${left}`)
      if (run.status === 'done') resolve(run)
      if (run.status === 'paused') reject(new ProblemError(run.problem ?? { kind: 'cancelled' }))
    })
    threads.run.on('trouble', problem => reject(new ProblemError(problem)))
  })
  ended.catch(() => undefined)
  const { existing } = await threads.run.call('previewRun', { request, recipe: null, speed: null })
  const first = await threads.run.call('startRun', request)
  const run = first.status === 'done' ? first : await ended
  return {
    passages: run.total,
    empty: run.empty,
    failed: run.failed,
    pairs: run.pairs,
    seconds: (performance.now() - started) / 1000,
    resumed: existing !== null,
    reasons: await reasonsOf(page, run),
    rejected: mostFirst(Object.entries(run.rejected ?? {})),
    model: modelOf(page, request),
  }
}

function modelOf({ session }: PageState, { model }: RunRequest): NonNullable<HeadlessResult['run']>['model'] {
  const { engine } = session.getState()
  if (model === null || engine.state !== 'ready') return null
  return { name: model, device: engine.facts.device, tokensPerSecond: engine.speed.decode }
}
