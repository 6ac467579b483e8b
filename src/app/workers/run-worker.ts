import { editPair } from '#core/synthesis/edit-pair'
import type { Answers } from '#core/ports/answers'
import type { Fence } from '#core/ports/project-store'
import { ProblemError, problemOf } from '#core/problem'
import { needsModel } from '#core/run/engines'
import type { Run, RunRequest } from '#core/run/run'
import { withFoundAmongOthers } from '#core/verification/about-others'
import { createJudge, placeOf } from '#core/verification/judge'
import { loadDetectLanguage } from '#files/language'
import { openAnswers } from '#files/open-answers'
import { nextTask } from '#files/next-task'
import { loadHash } from '#files/sha256'
import { recipeVersion } from '#core/synthesis/recipe-version'
import { countRequests, sumOf } from '#messages/network-count'
import { serve } from '#messages/rpc'
import type { RunProgress, RunWorkerApi, RunWorkerEvents } from '#messages/run-worker'
import { createEngineDesk } from '#runner/engine-desk'
import { previewRun } from '#runner/preview-run'
import { holdProject, type ProjectLock, projectIsHeld } from '#runner/project-lock'
import type { RunContext } from '#runner/run-context'
import { driveRun } from '#runner/run-loop'
import { startRun } from '#runner/start-run'
import { synthesizerFor } from '#runner/synthesizer-for'
import { showRound } from '#runner/show-round'
import { showPrompt, tryRecipe } from '#runner/try-recipe'
import { type OpenedStore, openStore } from '#storage/open-store'
import { spawnSealed } from '../spawn-sealed'
import { CHECKS_VERSION } from './run/checks-version'
import { createGates } from './run/gates-handlers'
import { judgingHandlers } from './run/judging-handlers'
import { teachingHandlers } from './run/teaching-handlers'
import type { RunRoom } from './run/run-room'
import { versionsHandlers } from './run/versions-handlers'

/** Progress goes to the page at most this often, in ms. */
const REPORT_EVERY = 250

const network = countRequests(self)

const desk = createEngineDesk(
  url => spawnSealed(url, 'engine'),
  () => performance.now(),
  engine => emit('engine', engine),
)

let answers: Answers | null = null
let opened: OpenedStore | null = null
let lock: ProjectLock | null = null
let fence: Fence | null = null
let driving: { run: Run; control: AbortController; ended: Promise<void> } | null = null

function storeNow(): OpenedStore['store'] {
  if (opened === null) throw new ProblemError({ kind: 'not-writer' })
  return opened.store
}

function fenceNow(): Fence {
  if (fence === null) throw new ProblemError({ kind: 'not-writer' })
  return fence
}

async function context(): Promise<RunContext> {
  return {
    store: storeNow(),
    fence: fenceNow(),
    hash: await loadHash(),
    detect: await loadDetectLanguage(),
    checksVersion: CHECKS_VERSION,
    clock: { now: () => Date.now(), elapsed: () => performance.now() },
    breathe: nextTask,
    synthesizer: async (request, onText) =>
      synthesizerFor(storeNow(), await loadHash(), { desk, answers }, request, onText),
  }
}

const changed = (what: Partial<RunWorkerEvents['changed']>): void => {
  emit('changed', { pairs: false, runs: false, sources: false, ...what })
}

function loseRole(): void {
  const lost = driving
  fence = null
  void gates.stop()
  lost?.control.abort()
  emit('role', { role: 'follower', fence: null })
  // The tab that took over needs the device for the same run.
  if (lost !== null && needsModel(lost.run.request)) void lost.ended.then(() => desk.unload())
}

/** Sends the latest progress, at most four times a second, and always the last one. */
function createReporter(): { report: (progress: RunProgress) => void; end: () => void } {
  let last = 0
  let held: RunProgress | null = null
  let status: Run['status'] | null = null
  const send = (progress: RunProgress): void => {
    last = performance.now()
    held = null
    emit('run', progress)
    // Its figures travel with it; the list of runs, and what is asked for with it, changes only with the status.
    changed({ pairs: true, runs: progress.run.status !== status })
    status = progress.run.status
  }
  return {
    report: progress => {
      if (performance.now() - last >= REPORT_EVERY) send(progress)
      else held = progress
    },
    end: () => {
      if (held !== null) send(held)
    },
  }
}

function drive(run: Run): Run {
  idle()
  const control = new AbortController()
  const { report, end } = createReporter()
  const work = context().then(ready => driveRun(control.signal, ready, run, report, stream => emit('stream', stream)))
  const ended = work.then(
    () => undefined,
    (thrown: unknown) => {
      const problem = problemOf(thrown)
      if (problem.kind === 'lost-lock') loseRole()
      else emit('trouble', problem)
    },
  )
  driving = { run, control, ended }
  void ended.then(() => {
    driving = null
    end()
    changed({ pairs: true, runs: true })
  })
  return { ...run, status: 'running', problem: null }
}

async function stopDriving(sequence: number): Promise<void> {
  if (driving?.run.sequence !== sequence) return
  driving.control.abort()
  await driving.ended
}

/** A run by the loaded model cannot go on without it, nor can its judging. */
async function pauseModelRun(): Promise<void> {
  await gates.stop()
  if (driving !== null && needsModel(driving.run.request)) await stopDriving(driving.run.sequence)
}

async function runOf(sequence: number): Promise<Run> {
  const run = (await storeNow().runs()).find(candidate => candidate.sequence === sequence)
  if (run === undefined) throw new ProblemError({ kind: 'run-missing', run: String(sequence) })
  return run
}

function roleNow(): RunWorkerApi['open']['result'] {
  return fence === null ? { role: 'follower', fence: null } : { role: 'writer', fence }
}

/** Opens the project, and takes its fence as soon as this tab holds the lock. */
async function open(project: string, steal: boolean): Promise<RunWorkerApi['open']['result']> {
  await gates.stop()
  gates.forget()
  driving?.control.abort()
  await driving?.ended
  lock?.release()
  opened?.close()
  fence = null
  opened = await openStore(project, { onTrouble: problem => emit('trouble', problem) })
  const { store } = opened
  void loadDetectLanguage().catch(() => undefined)
  const free = steal || !(await projectIsHeld(project))
  const granted = async (): Promise<void> => {
    try {
      fence = await store.takeFence()
      emit('role', { role: 'writer', fence })
      changed({ pairs: true, runs: true, sources: true })
    } catch (thrown) {
      emit('trouble', problemOf(thrown))
    }
  }
  await new Promise<void>(resolve => {
    lock = holdProject(project, steal, { granted: () => void granted().then(resolve), lost: loseRole })
    if (!free) resolve()
  })
  return roleNow()
}

function idle(): void {
  gates.idle()
  if (driving !== null) throw new ProblemError({ kind: 'run-active', run: driving.run.id })
}

async function start(request: RunRequest): Promise<Run> {
  idle()
  const run = await startRun(await context(), request)
  changed({ runs: true, pairs: true })
  return run.status === 'done' ? run : drive(run)
}

const room: RunRoom = { store: storeNow, fence: fenceNow, context, desk, changed, idle, start }

const gates = createGates(room)

const emit = serve<RunWorkerApi, RunWorkerEvents>(self, {
  ...judgingHandlers(room),
  ...gates.handlers,
  ...versionsHandlers(room),
  ...teachingHandlers(room, progress => emit('comparison', progress)),
  open: (_signal, { project, steal }) => open(project, steal),
  network: async () => {
    const [own, engine] = [network(), await desk.network()]
    return engine === null ? own : sumOf([own, engine])
  },
  previewRun: async (_signal, ask) => previewRun(storeNow(), await loadHash(), ask),
  startRun: (_signal, request) => start(request),
  pauseRun: async (_signal, { run }) => {
    const byModel = driving?.run.sequence === run && needsModel(driving.run.request)
    await stopDriving(run)
    // A paused run gives the device back; going on loads the model again. At once: what is asked for next may need a model.
    if (byModel) await desk.unload()
    return runOf(run)
  },
  resumeRun: async (_signal, { run }) => drive(await runOf(run)),
  cancelRun: async (_signal, { run }) => {
    await stopDriving(run)
    const cancelled = await storeNow().setRunStatus(fenceNow(), run, 'cancelled', null)
    changed({ runs: true })
    return cancelled
  },
  chooseRun: async (_signal, { run, chosen }) => {
    await storeNow().chooseRun(fenceNow(), run, chosen)
    changed({ runs: true, pairs: true })
    return null
  },
  deleteRun: async (signal, { run }) => {
    await stopDriving(run)
    await storeNow().deleteRun(signal, fenceNow(), run)
    changed({ runs: true, pairs: true })
    return null
  },
  decide: async (signal, { selection, decision }, progress) => {
    const count = await storeNow().decide(signal, fenceNow(), selection, decision, progress)
    changed({ pairs: true })
    return count
  },
  edit: async (_signal, { key, instruction, response }) => {
    const store = storeNow()
    const held = await store.pair(key)
    if (held === undefined) throw new ProblemError({ kind: 'unexpected', detail: 'the pair is gone' })
    const { pair, document } = held
    const [text, detect, { thresholds }] = await Promise.all([
      store.text(document, pair.passage.start, pair.passage.end),
      loadDetectLanguage(),
      store.settings(),
    ])
    const draft = editPair(pair, text, { instruction, response }, () => pair.checks)
    const judge = createJudge({ thresholds, detect, version: CHECKS_VERSION, wordsOf: () => Promise.resolve(null) })
    const checks = await judge.judge(draft, pair.id, {
      text,
      language: pair.language,
      headings: pair.passage.headings,
      key,
      place: placeOf(document, pair.passage),
    })
    // How it stands to others is judged of the pair as it was: searching all of them again for one edit would take seconds.
    const edited = {
      ...draft,
      checks: withFoundAmongOthers(checks, pair.checks),
      checksVersion: judge.version,
    }
    await store.edit(fenceNow(), key, edited)
    changed({ pairs: true })
    return null
  },
  undo: async () => {
    const act = await storeNow().undo(fenceNow())
    changed({ pairs: true })
    return act
  },
  redo: async () => {
    const act = await storeNow().redo(fenceNow())
    changed({ pairs: true })
    return act
  },
  setSourceRemoved: async (_signal, { source, removed }) => {
    const store = storeNow()
    await store.setSourceRemoved(fenceNow(), source, removed)
    if (!removed) {
      // Its items that were passed over are pending again: their runs can go on.
      for (const run of await store.runs()) {
        if (run.status === 'done' && run.done + run.failed < run.total) {
          await store.setRunStatus(fenceNow(), run.sequence, 'paused', null)
        }
      }
    }
    changed({ sources: true, pairs: true, runs: true })
    return null
  },
  deleteSource: async (signal, { source }) => {
    await storeNow().deleteSource(signal, fenceNow(), source)
    changed({ sources: true, pairs: true, runs: true })
    return null
  },
  noteBackup: async () => {
    await storeNow().noteBackup(fenceNow())
    return null
  },
  loadModel: async (signal, request) => {
    await pauseModelRun()
    return desk.load(signal, request)
  },
  unloadModel: async () => {
    await pauseModelRun()
    await desk.unload()
    return null
  },
  readAnswers: async (_signal, { file, name }) => {
    answers = await openAnswers(file, name, await loadHash())
    return null
  },
  saveRecipe: async (_signal, { recipe, own }) => {
    const version = recipeVersion(await loadHash(), recipe)
    await storeNow().saveRecipe(fenceNow(), { version, recipe, own, savedAt: Date.now() })
    changed({ runs: true })
    return version
  },
  deleteRecipe: async (_signal, { version }) => {
    await storeNow().deleteRecipe(fenceNow(), version)
    changed({ runs: true })
    return null
  },
  tryRecipe: async (signal, trial, progress) => tryRecipe(signal, storeNow(), await loadHash(), desk, trial, progress),
  showPrompt: (_signal, ask) => showPrompt(storeNow(), desk, ask),
  showRound: async (_signal, ask) => showRound(storeNow(), await loadHash(), desk, ask),
})
