import type { StoredModel } from '#core/models/model'
import { Button, Notice } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { EngineLoading } from './engine-loading'
import { RECIPE_MESSAGES } from './recipe-messages'

export type TrialBlock = 'follower' | 'running' | 'not-loaded'

/** Why nothing can be tried now; null when it can. */
export function useTrialBlock(model: StoredModel): TrialBlock | null {
  const writes = useSession(session => session.role === 'writer')
  const running = useSession(session => session.run?.run.status === 'running')
  const loaded = useSession(({ engine }) => engine.state === 'ready' && engine.model === model.id)
  if (!writes) return 'follower'
  if (running) return 'running'
  return loaded ? null : 'not-loaded'
}

/** The reason in words, and what helps. */
export function TrialBlocked({ block, model }: { readonly block: TrialBlock; readonly model: StoredModel }) {
  const words = useMessages(RECIPE_MESSAGES).trial
  const commands = useCommands()
  const engine = useSession(session => session.engine)
  if (block !== 'not-loaded') return <Notice>{words[block]}</Notice>
  if (engine.state === 'loading' && engine.model === model.id) {
    return <EngineLoading title={model.title} engine={engine} />
  }
  return (
    <Notice
      actions={
        <>
          <Button size="s" onClick={() => void commands.loadModel(model.id).catch(commands.report)}>
            {words.load(model.title)}
          </Button>
          <Button size="s" tone="quiet" onClick={() => commands.go('models')}>
            {words.models}
          </Button>
        </>
      }
    >
      {words.notLoaded(model.title)}
    </Notice>
  )
}
