import type { CatalogueModel } from '#core/models/model'
import { Button, type ButtonProps, Chip } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { MESSAGES } from './messages'

export interface DownloadButtonProps extends Pick<ButtonProps, 'tone' | 'size'> {
  readonly model: CatalogueModel
  /** Ids of what lies here. */
  readonly here: ReadonlySet<string>
}

/** Fetches a model of the list; says so where it lies here or is on its way. */
export function DownloadButton({ model, here, ...look }: DownloadButtonProps) {
  const words = useMessages(MESSAGES).catalogue
  const commands = useCommands()
  const writes = useSession(session => session.role === 'writer')
  const download = useSession(session => session.downloads[model.id])
  if (here.has(model.id)) {
    return (
      <Chip tone="ok" icon="check">
        {words.here}
      </Chip>
    )
  }
  if (download !== undefined && download.problem === null) return <Chip tone="accent">{words.underWay}</Chip>
  return (
    <Button
      {...look}
      icon="download"
      disabled={!writes}
      aria-label={words.downloadOf(model.title)}
      // What goes wrong stands among the downloads.
      onClick={() => void commands.downloadModel(model).catch(() => undefined)}
    >
      {words.download}
    </Button>
  )
}
