import { useEffect, useState } from 'react'
import { BarPlot, Panel } from '#ui'
import { useDevice, useMessages, useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { useCalm } from '#features/use-calm'
import { MESSAGES } from './messages'

/** A run at work changes the pairs several times a second. */
const REFRESH_MS = 5_000

/** Bytes by category as Pairloom counts them, and the browser's own figure for the site. */
export function UsagePanel() {
  const words = useMessages(MESSAGES).usage
  const format = useFormat()
  const device = useDevice()
  const where = useSession(({ project, revisions }) => `${project?.id ?? ''} ${revisions.runs} ${revisions.sources}`)
  const pairs = useCalm(
    useSession(session => session.revisions.pairs),
    REFRESH_MS,
  )
  const key = `${where} ${pairs}`
  const usage = useQuery(`usage ${key}`, reader => reader.usage()).value
  const [site, setSite] = useState<number | null | undefined>(undefined)
  useEffect(() => {
    let current = true
    device.storage().then(
      ({ usageBytes }) => {
        if (current) setSite(usageBytes)
      },
      () => {
        if (current) setSite(null)
      },
    )
    return () => {
      current = false
    }
  }, [device, key])
  const total = usage?.reduce((sum, { bytes }) => sum + bytes, 0)
  return (
    <Panel title={words.title} className="storage__wide">
      <div className="usage">
        {usage !== undefined && (
          <BarPlot
            label={words.plot}
            bars={usage.map(({ category, bytes }) => ({
              id: category,
              label: words.categories[category],
              value: bytes,
              text: format.bytes(bytes),
              accent: category === 'pairs',
            }))}
          />
        )}
        <div className="usage__words">
          {total !== undefined && <p>{words.project(format.bytes(total))}</p>}
          {site !== undefined && <p>{site === null ? words.unknown : words.site(format.bytes(site))}</p>}
        </div>
      </div>
    </Panel>
  )
}
