import type { Commands } from '#features/services'
import type { PageState } from '../page-state'

type TeachingCommands = Pick<
  Commands,
  'teachRecipe' | 'compareTeaching' | 'stopComparing' | 'comparison' | 'markCompared'
>

export function teachingCommands(
  { threads, session }: PageState,
  engine: Pick<Commands, 'loadModel'>,
): TeachingCommands {
  const { run: worker } = threads
  return {
    teachRecipe: ask => worker.call('teachRecipe', ask),
    compareTeaching: async ask => {
      const { engine: state } = session.getState()
      if (state.state !== 'ready' || state.model !== ask.model) await engine.loadModel(ask.model)
      await worker.call('compareTeaching', ask)
    },
    stopComparing: async () => {
      await worker.call('stopComparing', null)
    },
    comparison: () => worker.call('comparison', null),
    markCompared: async mark => {
      await worker.call('markCompared', mark)
    },
  }
}
