import type { ExportOptions } from '#core/export/export-plan'
import { measureExport, type Measured } from '#core/evaluation/measured'
import { intervalText } from '#core/evaluation/measured-text'
import { useCommands, useQuery, useSession } from '#features/context'
import { type Format, useFormat } from '#features/format'
import { Button, Icon } from '#ui'
import type { ExportMessages } from './export-messages.en'
import { useExportWords } from './use-export-words'

/** What a blind check found of the pairs that are chosen, what it is void for, and the way to it. */
export function MeasuredLine({ options }: { readonly options: ExportOptions }) {
  const words = useExportWords()
  const format = useFormat()
  const { go } = useCommands()
  const { states, tasks, languages, documents } = options
  const chosen = JSON.stringify([states, tasks, languages, documents])
  const revision = useSession(
    ({ project, revisions: { pairs, runs, sources } }) => `${project?.id ?? ''}:${pairs}:${runs}:${sources}`,
  )
  const query = useQuery(`measured:${chosen}:${revision}`, reader => measureExport(reader, options))
  const measured = query.value
  if (measured === undefined) return null
  const missing = missingOf(measured, words, format)
  return (
    <div className="out-measured">
      {measured.kind === 'measured' ? (
        <p className="out-measured__figure">
          <Icon name="evaluate" size={15} />
          {words.measured(measured.figure, intervalText(measured.figure.interval), format)}
        </p>
      ) : (
        <p>{words.notMeasured[measured.kind]}</p>
      )}
      {missing.length > 0 && (
        <p className="out-measured__void">
          <Icon name="warning" size={15} />
          {missing.join(' ')}
        </p>
      )}
      <Button tone="quiet" size="s" onClick={() => go('evaluate')}>
        {words.toBlindCheck}
      </Button>
    </div>
  )
}

function missingOf(measured: Measured, words: ExportMessages, format: Format): readonly string[] {
  if (measured.kind === 'void') return measured.newer > 0 ? [words.voidNewer(measured.newer, format)] : []
  if (measured.kind !== 'measured') return []
  const { newer, entered } = measured.figure
  return [
    ...(newer > 0 ? [words.voidNewer(newer, format)] : []),
    ...(entered > 0 ? [words.voidEntered(entered, format)] : []),
  ]
}
