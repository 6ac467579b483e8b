import { Button, ToastList } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { MESSAGES } from './messages'

/** What was just done, with undo; and what went wrong. */
export function Notices() {
  const words = useMessages(MESSAGES)
  const commands = useCommands()
  const notices = useSession(session => session.notices)
  return (
    <ToastList
      label={words.notices}
      dismissLabel={words.dismiss}
      onDismiss={commands.dismissNotice}
      items={notices.map(({ id, tone, text, undo }) => ({
        id,
        tone: tone === 'problem' ? 'no' : 'ok',
        text,
        action: undo ? (
          <Button
            size="s"
            icon="undo"
            onClick={() => {
              commands.dismissNotice(id)
              commands.undo().catch(commands.report)
            }}
          >
            {words.undo}
          </Button>
        ) : undefined,
      }))}
    />
  )
}
