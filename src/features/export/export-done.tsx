import type { Count } from '#core/export/export-plan'
import { useFormat } from '#features/format'
import { useStateWords } from '#features/use-state-words'
import type { ExportResult } from '#messages/ingest-worker'
import { Icon, IconButton } from '#ui'
import { useExportWords } from './use-export-words'

export interface ExportDoneProps {
  readonly result: ExportResult
  readonly onDismiss: () => void
}

/** What was written: files, sizes, rows, and what they hold. */
export function ExportDone({ result, onDismiss }: ExportDoneProps) {
  const words = useExportWords()
  const { states } = useStateWords()
  const format = useFormat()
  const { files, counts } = result
  const rows = counts.rows ?? files.reduce((sum, file) => sum + file.rows, 0)
  return (
    <section className="done" aria-labelledby="export-done" role="status">
      <header>
        <Icon name="check" size={18} />
        <h3 id="export-done">{words.done}</h3>
        <IconButton icon="cross" size="s" label={words.dismiss} onClick={onDismiss} />
      </header>
      <ul className="done__files">
        {files.map(file => (
          <li key={file.name}>
            <Icon name="file" size={15} />
            <span>{file.name}</span>
            <small>
              {format.bytes(file.bytes)} · {words.doneRows(file.rows, format)}
            </small>
          </li>
        ))}
      </ul>
      <p>{words.doneChecked(rows, format)}</p>
      <Counts label={words.doneStates} counts={counts.states} word={state => states[state]} />
      <Counts label={words.doneSplits} counts={counts.splits} word={split => words.splitNames[split]} />
      {counts.withoutPassage !== null && counts.withoutPassage > 0 && (
        <p className="done__warning">
          <Icon name="warning" size={15} />
          {words.doneWithout(counts.withoutPassage, format)}
        </p>
      )}
    </section>
  )
}

interface CountsProps<N extends string> {
  readonly label: string
  readonly counts: readonly Count<N>[]
  readonly word: (name: N) => string
}

function Counts<N extends string>({ label, counts, word }: CountsProps<N>) {
  const format = useFormat()
  if (counts.length === 0) return null
  return (
    <p className="done__counts">
      <span>{label}</span> {counts.map(({ name, count }) => `${word(name)} ${format.number(count)}`).join(' · ')}
    </p>
  )
}
