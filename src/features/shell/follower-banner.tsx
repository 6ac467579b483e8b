import { useState } from 'react'
import { Button, Notice } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { MESSAGES } from './messages'

/** Says why nothing can be changed in this tab, and offers to take the project over. */
export function FollowerBanner() {
  const words = useMessages(MESSAGES).follower
  const commands = useCommands()
  const follows = useSession(session => session.phase === 'open' && session.role === 'follower')
  const [busy, setBusy] = useState(false)
  if (!follows) return null
  return (
    <Notice
      tone="accent"
      className="follower-banner"
      title={words.title}
      actions={
        <Button
          busy={busy}
          onClick={() => {
            setBusy(true)
            commands
              .runHere()
              .catch(commands.report)
              .finally(() => setBusy(false))
          }}
        >
          {words.act}
        </Button>
      }
    >
      {words.body}
    </Notice>
  )
}
