import { Panel } from '#ui'
import { useMessages, useSession } from '#features/context'
import { DownloadRow } from './download-row'
import { MESSAGES } from './messages'

/** What is being fetched, and what stopped on the way (rule MODELS8). */
export function DownloadsPanel() {
  const words = useMessages(MESSAGES).downloads
  const downloads = useSession(session => session.downloads)
  const all = Object.entries(downloads)
  if (all.length === 0) return null
  return (
    <Panel title={words.title}>
      <ul className="downloads">
        {all.map(([key, state]) => (
          <DownloadRow key={key} id={key} state={state} />
        ))}
      </ul>
    </Panel>
  )
}
