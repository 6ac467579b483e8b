import { useState } from 'react'
import { Button, Chip, IconButton, Menu, Panel, TextField } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import type { ProjectSummary } from '#features/session'
import { ConfirmDelete } from './confirm-delete'
import { MESSAGES } from './messages'

/** Every project of this browser: open, rename, delete, and a new one. */
export function ProjectsPanel() {
  const words = useMessages(MESSAGES).projects
  const commands = useCommands()
  const projects = useSession(session => session.projects)
  const [editing, setEditing] = useState<string | null>(null)
  const [creating, setCreating] = useState(false)
  const [deleting, setDeleting] = useState<ProjectSummary | null>(null)
  return (
    <Panel
      title={words.title}
      lead={words.lead}
      className="storage__wide"
      actions={
        !creating && (
          <Button icon="plus" onClick={() => setCreating(true)}>
            {words.create}
          </Button>
        )
      }
    >
      {creating && (
        <NameForm
          label={words.createName}
          start=""
          act={words.create}
          onCancel={() => setCreating(false)}
          onName={name => {
            setCreating(false)
            commands.createProject(name).catch(commands.report)
          }}
        />
      )}
      <ul className="rows">
        {projects.map(project => (
          <li key={project.id}>
            {editing === project.id ? (
              <NameForm
                label={words.name}
                start={project.name}
                act={words.save}
                onCancel={() => setEditing(null)}
                onName={name => {
                  setEditing(null)
                  commands.renameProject(project.id, name).catch(commands.report)
                }}
              />
            ) : (
              <Row project={project} onRename={() => setEditing(project.id)} onDelete={() => setDeleting(project)} />
            )}
          </li>
        ))}
      </ul>
      {deleting !== null && (
        <ConfirmDelete
          title={words.sure(deleting.name)}
          confirm={words.confirm}
          keep={words.keep}
          onDelete={() => commands.deleteProject(deleting.id)}
          onClose={() => setDeleting(null)}
        >
          <p>{words.sureBody}</p>
          <p>{words.sureBackup}</p>
        </ConfirmDelete>
      )}
    </Panel>
  )
}

interface RowProps {
  readonly project: ProjectSummary
  readonly onRename: () => void
  readonly onDelete: () => void
}

function Row({ project, onRename, onDelete }: RowProps) {
  const words = useMessages(MESSAGES).projects
  const commands = useCommands()
  const current = useSession(session => session.project?.id === project.id)
  return (
    <div className="rows__line">
      <span className="rows__name">{project.name}</span>
      {current ? (
        <Chip tone="accent">{words.current}</Chip>
      ) : (
        <Button
          size="s"
          onClick={() => {
            commands.openProject(project.id).catch(commands.report)
          }}
        >
          {words.open}
        </Button>
      )}
      <Menu
        label={words.more(project.name)}
        align="end"
        trigger={props => <IconButton icon="more" label={words.more(project.name)} {...props} />}
        items={[
          { id: 'rename', icon: 'edit', label: words.rename, onSelect: onRename },
          { id: 'delete', icon: 'trash', tone: 'danger', label: words.delete, apart: true, onSelect: onDelete },
        ]}
      />
    </div>
  )
}

interface NameFormProps {
  readonly label: string
  readonly start: string
  readonly act: string
  readonly onName: (name: string) => void
  readonly onCancel: () => void
}

function NameForm({ label, start, act, onName, onCancel }: NameFormProps) {
  const words = useMessages(MESSAGES).projects
  const [name, setName] = useState(start)
  const empty = name.trim() === ''
  return (
    <form
      className="name-form"
      onSubmit={event => {
        event.preventDefault()
        if (!empty) onName(name.trim())
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <TextField label={label} hideLabel placeholder={label} value={name} maxLength={80} autoFocus onChange={setName} />
      <Button type="submit" tone="primary" disabled={empty}>
        {act}
      </Button>
      <Button onClick={onCancel}>{words.cancel}</Button>
    </form>
  )
}
