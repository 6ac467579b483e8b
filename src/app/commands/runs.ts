import { ProblemError } from '#core/problem'
import type { RunRequest } from '#core/run/run'
import type { Commands } from '#features/services'
import { type PageState, readerOf } from '../page-state'

type RunCommands = Pick<
  Commands,
  'previewRun' | 'startRun' | 'pauseRun' | 'resumeRun' | 'cancelRun' | 'chooseRun' | 'deleteRun'
>

export function runCommands(page: PageState, engine: Pick<Commands, 'loadModel'>): RunCommands {
  const { threads, session } = page
  const { run: worker } = threads
  /** Asked for again while it goes on, a load is not begun anew. */
  let loading: { readonly model: string; readonly done: Promise<void> } | null = null
  /** A run by a model goes on with that model, also after a pause, which gave the device back. */
  const ensureLoaded = async ({ engine: name, model }: RunRequest): Promise<void> => {
    const { engine: state, project } = session.getState()
    if (name === 'none' || model === null || (state.state === 'ready' && state.model === model)) return
    if (loading?.model !== model) {
      const mine = { model, done: engine.loadModel(model) }
      loading = mine
      const forget = (): void => {
        if (loading === mine) loading = null
      }
      mine.done.then(forget, forget)
    }
    await loading.done
    // Loading takes a minute: what was meant for one project must not begin in another that was opened meanwhile.
    if (session.getState().project?.id !== project?.id) throw new ProblemError({ kind: 'cancelled' })
  }
  return {
    previewRun: ask => worker.call('previewRun', ask),
    startRun: async request => {
      await ensureLoaded(request)
      return worker.call('startRun', request)
    },
    pauseRun: async run => {
      await worker.call('pauseRun', { run })
    },
    resumeRun: async run => {
      const known = (await readerOf(page).runs()).find(({ sequence }) => sequence === run)
      if (known !== undefined) await ensureLoaded(known.request)
      await worker.call('resumeRun', { run })
    },
    cancelRun: async run => {
      await worker.call('cancelRun', { run })
    },
    chooseRun: async (run, chosen) => {
      await worker.call('chooseRun', { run, chosen })
    },
    deleteRun: async run => {
      await worker.call('deleteRun', { run })
      if (session.getState().run?.run.sequence === run) session.setState({ run: null })
    },
  }
}
