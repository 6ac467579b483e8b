import type { SourceKind } from '#core/documents/document'
import type { Source } from '#core/ports/project-store'
import { Chip, Icon, IconButton, type IconName, Menu, type MenuItem } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'
import { SourceDetails } from './source-details'
import { isBeingRead, isUnread } from './source-filter'

const KIND_ICONS: Readonly<Record<SourceKind, IconName>> = {
  text: 'text',
  html: 'web',
  table: 'table',
  pdf: 'file',
  docx: 'file',
  paste: 'paste',
  sample: 'book',
}

export interface SourceRowProps {
  readonly source: Source
  readonly open: boolean
  readonly onToggle: () => void
  readonly onDelete: () => void
}

export function SourceRow({ source, open, onToggle, onDelete }: SourceRowProps) {
  const words = useMessages(MESSAGES)
  const format = useFormat()
  const writes = useSession(session => session.role === 'writer')
  const slash = source.name.lastIndexOf('/') + 1
  return (
    <article className="source" data-removed={source.removed}>
      <div className="source__line">
        <button
          type="button"
          className="source__toggle"
          aria-expanded={open}
          aria-label={words.row.details(source.name)}
          onClick={onToggle}
        />
        <span className="source__icon">
          <Icon name={KIND_ICONS[source.kind]} size={16} />
        </span>
        <span className="source__name" title={source.name}>
          {slash > 0 && <span className="source__folder">{source.name.slice(0, slash)}</span>}
          <span>{source.name.slice(slash)}</span>
        </span>
        <span className="source__chips">
          <Chips source={source} />
        </span>
        <span className="source__kind">
          {[kindOf(source, words.kinds), ...source.languages.map(language => words.languages[language])]
            .filter(part => part !== '')
            .join(' · ')}
        </span>
        <span className="source__figures">
          {isUnread(source) ? (
            format.bytes(source.bytes)
          ) : isBeingRead(source) ? (
            words.reading
          ) : (
            <Figures source={source} />
          )}
        </span>
        {writes && <Acts source={source} onDelete={onDelete} />}
      </div>
      {open && <SourceDetails source={source} />}
    </article>
  )
}

/** What a file is, which nobody knows of one that could not be opened. */
function kindOf(source: Source, kinds: Readonly<Record<SourceKind, string>>): string {
  const known = source.problem === null || source.documents > 0 || source.problem.kind === 'already-here'
  return known || source.kind !== 'text' ? kinds[source.kind] : ''
}

function Figures({ source }: { readonly source: Source }) {
  const words = useMessages(MESSAGES)
  const format = useFormat()
  return (
    <>
      {source.documents > 1 && <span>{words.documents(format.number(source.documents))} · </span>}
      <span>{words.passages(format.number(source.passages))}</span>
      {source.documents === 1 && (
        <span className="source__characters"> · {words.characters(format.number(source.characters))}</span>
      )}
    </>
  )
}

function Chips({ source }: { readonly source: Source }) {
  const words = useMessages(MESSAGES)
  const format = useFormat()
  if (source.removed) return <Chip>{words.removedChip}</Chip>
  if (source.problem?.kind === 'already-here') return <Chip>{words.repeated}</Chip>
  if (isUnread(source)) {
    return (
      <Chip tone="no" icon="warning">
        {words.notRead}
      </Chip>
    )
  }
  if (source.problem !== null) {
    return (
      <Chip tone="warn" icon="warning">
        {words.partlyRead}
      </Chip>
    )
  }
  if (source.warnings.length === 0) return null
  return <Chip tone="warn">{words.warnings(format.number(source.warnings.length))}</Chip>
}

function Acts({ source, onDelete }: Pick<SourceRowProps, 'source' | 'onDelete'>) {
  const words = useMessages(MESSAGES).row
  const commands = useCommands()
  const change = (removed: boolean): void => {
    commands.removeSource(source.id, removed).catch(commands.report)
  }
  const items: readonly MenuItem[] = [
    source.removed
      ? { id: 'restore', icon: 'undo', label: words.restore, onSelect: () => change(false) }
      : { id: 'remove', icon: 'cross', label: words.remove, onSelect: () => change(true) },
    { id: 'delete', icon: 'trash', label: words.delete, tone: 'danger', apart: true, onSelect: onDelete },
  ]
  return (
    <span className="source__acts">
      <Menu
        label={source.name}
        align="end"
        trigger={props => <IconButton icon="more" label={source.name} {...props} />}
        items={items}
      />
    </span>
  )
}
