import { type ReactNode, useState } from 'react'
import { Button, Dialog } from '#ui'
import { useCommands, useMessages } from '#features/context'
import { MESSAGES } from './messages'

export interface ConfirmDeleteProps {
  readonly title: string
  readonly confirm: string
  readonly keep: string
  readonly onDelete: () => Promise<void>
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Asks before what cannot be undone; the focus lies on keeping. */
export function ConfirmDelete({ title, confirm, keep, onDelete, onClose, children }: ConfirmDeleteProps) {
  const words = useMessages(MESSAGES)
  const commands = useCommands()
  const [busy, setBusy] = useState(false)
  return (
    <Dialog
      open
      width="s"
      onClose={onClose}
      title={title}
      closeLabel={words.close}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {keep}
          </Button>
          <Button
            tone="danger"
            icon="trash"
            busy={busy}
            onClick={() => {
              setBusy(true)
              onDelete().then(onClose, (thrown: unknown) => {
                commands.report(thrown)
                onClose()
              })
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
