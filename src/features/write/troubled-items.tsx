import { useState } from 'react'
import type { ProjectReader } from '#core/ports/project-store'
import { Button, Chip } from '#ui'
import { useMessages, useQuery } from '#features/context'
import { MESSAGES } from './messages'

const PAGE = 30
const SNIPPET = 160

interface Item {
  readonly position: number
  readonly failed: boolean
  readonly reason: string
  readonly place: string
  readonly snippet: string
  /** Whether the passage goes on after the snippet. */
  readonly more: boolean
}

async function read(reader: ProjectReader, run: number, limit: number): Promise<readonly Item[]> {
  const items = await reader.troubledItems(run, -1, limit)
  const plans = (await Promise.all(items.map(item => reader.planItems(run, item.position, 1)))).map(page => page[0])
  const documents = await reader.documentsAt(plans.map(plan => plan?.document ?? -1))
  const snippets = await reader.texts(
    plans.map(plan => ({
      document: plan?.document ?? -1,
      start: plan?.start ?? 0,
      end: Math.min(plan?.end ?? 0, (plan?.start ?? 0) + SNIPPET),
    })),
  )
  return items.map((item, index) => ({
    position: item.position,
    failed: item.state === 'failed',
    reason: item.reason ?? '',
    place: [documents[index]?.name ?? '', ...(plans[index]?.headings ?? [])].filter(part => part !== '').join(' › '),
    snippet: (snippets[index] ?? '').replace(/\s+/gu, ' ').trim(),
    more: (plans[index]?.end ?? 0) - (plans[index]?.start ?? 0) > SNIPPET,
  }))
}

/** Passages that gave nothing, each with its reason: no run ends at zero in silence. */
export function TroubledItems({ run }: { readonly run: number }) {
  const words = useMessages(MESSAGES)
  const [limit, setLimit] = useState(PAGE)
  const items = useQuery(`troubled ${run} ${limit}`, reader => read(reader, run, limit)).value
  if (items === undefined) return null
  return (
    <div className="troubled">
      <ul>
        {items.map(item => (
          <li key={item.position}>
            <p className="troubled__place">
              {item.failed && <Chip tone="no">{words.runs.failedItem}</Chip>}
              {item.place}
            </p>
            <p className="troubled__snippet">{item.more ? `${item.snippet} …` : item.snippet}</p>
            <p className="troubled__reason">{words.reasons[item.reason] ?? item.reason}</p>
          </li>
        ))}
      </ul>
      {items.length === limit && (
        <Button size="s" onClick={() => setLimit(limit + PAGE)}>
          {words.runs.noneMore}
        </Button>
      )}
    </div>
  )
}
