import { useState } from 'react'
import type { ProjectReader } from '#core/ports/project-store'
import type { RejectedWords } from '#core/run/run'
import { Button, Chip, Disclosure } from '#ui'
import { useMessages, useQuery } from '#features/context'
import { MESSAGES } from './messages'
import { REJECTIONS } from './rejection-messages'

const PAGE = 30
const SNIPPET = 160

/** Passages that gave no pair, or those whose answers hold parts that are none. */
export type RunItemsKind = 'troubled' | 'rejected'

interface Item {
  readonly position: number
  readonly failed: boolean
  /** null where it gave pairs. */
  readonly reason: string | null
  /** All that was written; null where there is nothing, or only its parts are kept. */
  readonly raw: string | null
  readonly rejected: readonly RejectedWords[]
  readonly place: string
  readonly snippet: string
  /** Whether the passage goes on after the snippet. */
  readonly more: boolean
}

async function read(reader: ProjectReader, kind: RunItemsKind, run: number, limit: number): Promise<readonly Item[]> {
  const items = await (kind === 'troubled'
    ? reader.troubledItems(run, -1, limit)
    : reader.rejectedItems(run, -1, limit))
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
    reason: item.reason,
    raw: item.raw,
    rejected: item.rejected ?? [],
    place: [documents[index]?.name ?? '', ...(plans[index]?.headings ?? [])].filter(part => part !== '').join(' › '),
    snippet: (snippets[index] ?? '').replace(/\s+/gu, ' ').trim(),
    more: (plans[index]?.end ?? 0) - (plans[index]?.start ?? 0) > SNIPPET,
  }))
}

/** Passages of a run with what went wrong and what was written word for word: no run ends at zero in silence. */
export function RunItems({ run, kind }: { readonly run: number; readonly kind: RunItemsKind }) {
  const words = useMessages(MESSAGES)
  const [limit, setLimit] = useState(PAGE)
  const items = useQuery(`${kind} ${run} ${limit}`, reader => read(reader, kind, run, limit)).value
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
            {kind === 'rejected' ? <Pieces pieces={item.rejected} /> : <Nothing item={item} />}
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

function Nothing({ item: { reason, raw } }: { readonly item: Item }) {
  const words = useMessages(MESSAGES)
  return (
    <>
      <p className="troubled__reason">{words.reasons[reason ?? ''] ?? reason}</p>
      {raw !== null && raw.trim() !== '' && (
        <Disclosure summary={words.runs.raw}>
          <pre className="troubled__raw" tabIndex={0} aria-label={words.runs.raw}>
            {raw}
          </pre>
        </Disclosure>
      )}
    </>
  )
}

function Pieces({ pieces }: { readonly pieces: readonly RejectedWords[] }) {
  const words = useMessages(REJECTIONS)
  return (
    <ol className="troubled__pieces">
      {pieces.map(({ reason, raw }, index) => {
        const why = words[reason] ?? reason
        return (
          // What a model wrote has no name of its own, and never changes.
          <li key={index}>
            <p className="troubled__reason">{why}</p>
            <pre className="troubled__raw" tabIndex={0} aria-label={why}>
              {raw}
            </pre>
          </li>
        )
      })}
    </ol>
  )
}
