import { useRef, useState } from 'react'
import type { Source } from '#core/ports/project-store'
import type { ReadSettings } from '#messages/ingest-worker'
import { Button, Dialog, Segmented, Select } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { ENCODINGS } from './encodings'
import { MESSAGES } from './messages'
import { TablePreview } from './table-preview'

/** Problems that another encoding or another column may solve. */
const SOLVABLE: ReadonlySet<string> = new Set(['binary-file', 'no-text', 'no-text-column'])

/** Formats that fix how they are encoded have nothing to choose there, nor has a file that fails in another way. */
function hasEncoding({ kind, problem, documents }: Source): boolean {
  if (problem !== null && documents === 0 && !SOLVABLE.has(problem.kind)) return false
  return kind !== 'pdf' && kind !== 'docx'
}

/** Columns to choose the text from; null for what is no table. */
function columnsOf({ columns, problem }: Source): readonly string[] | null {
  return problem?.kind === 'no-text-column' && problem.columns.length > 0 ? problem.columns : columns
}

/** How one file is read; asks for the file again when this tab no longer holds it. */
export function SourceSettings({ source }: { readonly source: Source }) {
  const words = useMessages(MESSAGES).settings
  const commands = useCommands()
  const picker = useRef<HTMLInputElement>(null)
  const [encoding, setEncoding] = useState('')
  const [column, setColumn] = useState(source.column ?? '')
  const [html, setHtml] = useState<ReadSettings['html']>('main')
  const [busy, setBusy] = useState(false)
  /** What waits for a yes: reading again deletes pairs. */
  const [asked, setAsked] = useState<{ readonly file?: File } | null>(null)
  const loses = useSession(session => session.counts.pairs > 0) && source.documents > 0
  const held = commands.hasFile(source.id)
  const columns = columnsOf(source)
  const nothingToChoose = !hasEncoding(source) && source.kind !== 'html' && source.problem?.kind !== 'file-gone'
  if (nothingToChoose) return null

  const ask = (file?: File): void => {
    if (loses) setAsked(file === undefined ? {} : { file })
    else read(file)
  }
  const read = (file?: File): void => {
    setAsked(null)
    setBusy(true)
    commands
      .reread(
        source.id,
        {
          encoding: encoding === '' ? null : encoding,
          html,
          ...(columns === null ? {} : { column: column === '' ? null : column }),
        },
        file,
      )
      .catch(commands.report)
      .finally(() => setBusy(false))
  }
  return (
    <div className="source-settings">
      <h2>{words.title}</h2>
      <div className="source-settings__fields">
        {hasEncoding(source) && (
          <Select
            label={words.encoding}
            value={encoding}
            onChange={setEncoding}
            options={[{ value: '', label: words.detect }, ...ENCODINGS.map(name => ({ value: name, label: name }))]}
          />
        )}
        {columns !== null && (
          <Select
            label={words.column}
            value={column}
            onChange={setColumn}
            options={[{ value: '', label: words.guess }, ...columns.map(name => ({ value: name, label: name }))]}
          />
        )}
        {source.kind === 'html' && (
          <Segmented
            label={words.html}
            value={html}
            onChange={setHtml}
            options={[
              { value: 'main', label: words.main },
              { value: 'whole', label: words.whole },
            ]}
          />
        )}
      </div>
      {columns !== null && held && (
        <TablePreview
          source={source.id}
          encoding={encoding === '' ? null : encoding}
          column={column}
          onColumn={setColumn}
        />
      )}
      {!held && <p className="source-settings__note">{words.gone}</p>}
      <div className="source-settings__acts">
        {held ? (
          <Button busy={busy} icon="refresh" onClick={() => ask()}>
            {words.again}
          </Button>
        ) : (
          <Button busy={busy} icon="file" onClick={() => picker.current?.click()}>
            {words.choose}
          </Button>
        )}
        <span className="source-settings__note">{loses ? words.loses : words.keeps}</span>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) ask(file)
        }}
      />
      <Dialog
        open={asked !== null}
        width="s"
        onClose={() => setAsked(null)}
        title={words.sure}
        closeLabel={words.close}
        actions={
          <>
            <Button data-autofocus onClick={() => setAsked(null)}>
              {words.cancel}
            </Button>
            <Button tone="danger" onClick={() => read(asked?.file)}>
              {words.confirm}
            </Button>
          </>
        }
      >
        <p>{words.sureBody}</p>
      </Dialog>
    </div>
  )
}
