import { useState } from 'react'
import type { Source } from '#core/ports/project-store'
import { Button, Dialog } from '#ui'
import { useCommands, useMessages } from '#features/context'
import { MESSAGES } from './messages'

export function DeleteDialog({ source, onClose }: { readonly source: Source | null; readonly onClose: () => void }) {
  const words = useMessages(MESSAGES).delete
  const commands = useCommands()
  const [busy, setBusy] = useState(false)
  if (source === null) return null
  return (
    <Dialog
      open
      width="s"
      onClose={onClose}
      title={words.title}
      closeLabel={words.close}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            tone="danger"
            icon="trash"
            busy={busy}
            onClick={() => {
              setBusy(true)
              commands
                .deleteSource(source.id)
                .catch(commands.report)
                .finally(() => {
                  setBusy(false)
                  onClose()
                })
            }}
          >
            {words.confirm}
          </Button>
        </>
      }
    >
      <p>{words.body(source.name)}</p>
      <p>{words.undo}</p>
    </Dialog>
  )
}
