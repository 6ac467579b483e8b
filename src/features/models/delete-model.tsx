import { useState } from 'react'
import type { StoredModel } from '#core/models/model'
import { Button, Dialog } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'

/** Asks before gigabytes go; the focus lies on keeping. */
export function DeleteModel({ model, onClose }: { readonly model: StoredModel; readonly onClose: () => void }) {
  const messages = useMessages(MESSAGES)
  const words = messages.stored
  const format = useFormat()
  const commands = useCommands()
  const loaded = useSession(({ engine }) => 'model' in engine && engine.model === model.id)
  const [busy, setBusy] = useState(false)
  const remove = (): void => {
    setBusy(true)
    commands.deleteModel(model.id).catch(commands.report).finally(onClose)
  }
  return (
    <Dialog
      open
      width="s"
      onClose={onClose}
      title={words.sure(model.title)}
      closeLabel={messages.close}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {words.keep}
          </Button>
          <Button tone="danger" icon="trash" busy={busy} onClick={remove}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <p>{words.sureBody(format.bytes(model.bytes))}</p>
      {(model.origin === 'file' || model.origin === 'folder') && <p>{words.sureOwn}</p>}
      {loaded && <p>{words.sureLoaded}</p>}
    </Dialog>
  )
}
