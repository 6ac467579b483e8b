import { useState } from 'react'
import { type ChunkSettings, DEFAULT_CHUNK_SETTINGS } from '#core/documents/passage'
import type { Document } from '#core/documents/document'
import { Button, Icon } from '#ui'
import { useMessages, useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { CutEditor } from './cut-editor'
import { MESSAGES } from './messages'

const OFFERED = 50

interface Now {
  readonly settings: ChunkSettings
  /** Documents to preview on. */
  readonly documents: readonly Document[]
}

/** How texts are cut, in one line; opens to change it. */
export function CutPanel() {
  const words = useMessages(MESSAGES).cut
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const writes = useSession(session => session.role === 'writer')
  const revision = useSession(session => session.revisions.sources)
  const query = useQuery(`cut ${revision}`, async (reader): Promise<Now> => {
    const documents = await reader.documents({ after: -1, limit: OFFERED, removed: false })
    const first = documents[0]
    const cut = first === undefined ? undefined : await reader.cut(first.order)
    return { settings: cut?.settings ?? DEFAULT_CHUNK_SETTINGS, documents }
  })
  const now = query.value
  if (now === undefined || now.documents.length === 0) return null
  return (
    <section className="cut">
      <div className="cut__line">
        <Icon name="scissors" size={16} />
        <p>{words.lead(format.number(now.settings.target), format.number(now.settings.maximum))}</p>
        {writes && (
          <Button size="s" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.hide : words.change}
          </Button>
        )}
      </div>
      {open && writes && <CutEditor key={`${now.settings.target} ${now.settings.maximum}`} {...now} />}
    </section>
  )
}
