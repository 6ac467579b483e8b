import type { EngineState } from '#messages/run-worker'
import { Button, LiveText, Progress } from '#ui'
import { useCommands, useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'

export interface EngineLoadingProps {
  readonly title: string
  readonly engine: Extract<EngineState, { readonly state: 'loading' }>
}

/** A model on its way into memory: what loading is at, how far, and how to stop it (rule WRITE8). */
export function EngineLoading({ title, engine: { progress } }: EngineLoadingProps) {
  const words = useMessages(MESSAGES).loading
  const format = useFormat()
  const commands = useCommands()
  const share = progress === null || progress.total === null ? null : progress.done / Math.max(1, progress.total)
  const phase = words.phases[progress?.phase ?? 'starting']
  return (
    <div className="engine-loading">
      <p>
        {words.title(title)} <span>{phase}</span>
        {share !== null && <span> · {format.percent(Math.floor(share * 100) / 100)}</span>}
      </p>
      <Progress label={words.title(title)} value={share} />
      <Button size="s" icon="stop" onClick={() => void commands.unloadModel().catch(commands.report)}>
        {words.cancel}
      </Button>
      <LiveText text={`${words.title(title)} ${phase}`} everyMs={2_000} />
    </div>
  )
}
