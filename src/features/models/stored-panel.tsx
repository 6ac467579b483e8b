import { useState } from 'react'
import type { StoredModel } from '#core/models/model'
import { Panel } from '#ui'
import { type Query, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { problemText } from '#features/problem-text'
import type { Probe } from './device-facts'
import { DeleteModel } from './delete-model'
import { MESSAGES } from './messages'
import { StoredRow } from './stored-row'

/** What lies on this device and what it takes, model by model (rule MODELS4). */
export function StoredPanel({
  probe,
  query,
}: {
  readonly probe: Probe | null
  readonly query: Query<readonly StoredModel[]>
}) {
  const words = useMessages(MESSAGES).stored
  const format = useFormat()
  const locale = useSession(session => session.locale)
  const [deleting, setDeleting] = useState<StoredModel | null>(null)
  const models = query.value
  const total = models?.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0
  const lead =
    query.state === 'problem'
      ? problemText(locale, query.problem)
      : models === undefined
        ? words.loading
        : models.length === 0
          ? words.none
          : words.total(format.number(models.length), format.bytes(total))
  return (
    <Panel title={words.title} lead={lead}>
      {models !== undefined && models.length > 0 && (
        <ul className="stored">
          {models.map(model => (
            <StoredRow key={model.id} probe={probe} model={model} onDelete={() => setDeleting(model)} />
          ))}
        </ul>
      )}
      {deleting !== null && <DeleteModel model={deleting} onClose={() => setDeleting(null)} />}
    </Panel>
  )
}
