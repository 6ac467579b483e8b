import { Button, Notice } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { MESSAGES } from './messages'

/** Says that a newer version waits. Never while work is in hand: reloading would stop it. */
export function UpdateLine() {
  const words = useMessages(MESSAGES).update
  const commands = useCommands()
  const ready = useSession(({ update, run, ingest }) => update && run?.run.status !== 'running' && ingest === null)
  if (!ready) return null
  return (
    <Notice
      tone="accent"
      className="follower-banner"
      title={words.title}
      actions={
        <Button
          size="s"
          onClick={() => {
            commands.update().catch(commands.report)
          }}
        >
          {words.reload}
        </Button>
      }
    >
      {words.body}
    </Notice>
  )
}
