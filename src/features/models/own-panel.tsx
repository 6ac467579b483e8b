import { useRef, useState } from 'react'
import { type Problem, problemOf } from '#core/problem'
import { Button, Icon, Notice, Panel, Progress, Spinner } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { AddressForm } from './address-form'
import { DropModel } from './drop-model'
import { MESSAGES } from './messages'
import { dismissAdding, startAdding, stopAdding, useOwnStage } from './own-job'
import { PickedFacts } from './picked-facts'
import { lookAt, type PickedModel } from './picked-model'
import { Refused } from './refused'

type Step =
  | { readonly at: 'start' }
  | { readonly at: 'looking'; readonly name: string }
  | { readonly at: 'picked'; readonly picked: PickedModel }
  | { readonly at: 'refused'; readonly problem: Problem }
  | { readonly at: 'folder-dropped' }
  | { readonly at: 'address' }

/** A model of the person's own: from a file, a folder or an address. */
export function OwnPanel() {
  const words = useMessages(MESSAGES).own
  const commands = useCommands()
  const writes = useSession(session => session.role === 'writer')
  const stage = useOwnStage()
  const [step, setStep] = useState<Step>({ at: 'start' })
  const start = (): void => setStep({ at: 'start' })
  const look = (files: readonly File[]): void => {
    const [first] = files
    if (first === undefined) return
    dismissAdding()
    setStep({ at: 'looking', name: first.name })
    lookAt(files, commands.inspectModel).then(
      picked => setStep({ at: 'picked', picked }),
      (thrown: unknown) => setStep({ at: 'refused', problem: problemOf(thrown) }),
    )
  }
  const busy = stage.at === 'adding'
  return (
    <Panel title={words.title} lead={words.lead}>
      {busy ? (
        <Adding bytes={stage.bytes} total={stage.total} />
      ) : step.at === 'address' ? (
        <AddressForm onDone={start} />
      ) : step.at === 'picked' ? (
        <Picked
          picked={step.picked}
          onCancel={start}
          onAdd={() => {
            void startAdding(commands.addModelFiles, step.picked.files)
            start()
          }}
        />
      ) : step.at === 'looking' ? (
        <p className="models-note" role="status">
          <Spinner size={15} /> {words.inspecting(step.name)}
        </p>
      ) : (
        <Start disabled={!writes} onFiles={look} onAddress={() => setStep({ at: 'address' })} />
      )}
      {step.at === 'refused' && <Refused problem={step.problem} dismissLabel={words.dismiss} onDismiss={start} />}
      {step.at === 'folder-dropped' && (
        <Notice tone="warn" dismissLabel={words.dismiss} onDismiss={start}>
          {words.droppedFolder}
        </Notice>
      )}
      <Outcome />
      {writes && !busy && <DropModel onFiles={look} onFolder={() => setStep({ at: 'folder-dropped' })} />}
    </Panel>
  )
}

interface StartProps {
  readonly disabled: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly onAddress: () => void
}

function Start({ disabled, onFiles, onAddress }: StartProps) {
  const words = useMessages(MESSAGES).own
  const file = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement): void => {
    const files = [...(input.files ?? [])]
    // So that the same file can be chosen again.
    input.value = ''
    onFiles(files)
  }
  return (
    <>
      <div className="own-start">
        <p>
          <Icon name="model" size={18} />
          {words.drop}
        </p>
        <div className="models-acts">
          <Button icon="file" disabled={disabled} onClick={() => file.current?.click()}>
            {words.file}
          </Button>
          <Button icon="folder" disabled={disabled} onClick={() => pickFolder(folder.current)}>
            {words.folder}
          </Button>
          <Button icon="web" disabled={disabled} onClick={onAddress}>
            {words.address}
          </Button>
        </div>
      </div>
      <p className="models-note">{words.folderHint}</p>
      <input
        ref={file}
        type="file"
        multiple
        hidden
        data-testid="model-files"
        onChange={event => take(event.currentTarget)}
      />
      <input ref={folder} type="file" hidden data-testid="model-folder" onChange={event => take(event.currentTarget)} />
    </>
  )
}

/** React has no word for this property of a file input. */
function pickFolder(input: HTMLInputElement | null): void {
  if (input === null) return
  input.webkitdirectory = true
  input.click()
}

interface PickedProps {
  readonly picked: PickedModel
  readonly onAdd: () => void
  readonly onCancel: () => void
}

function Picked({ picked, onAdd, onCancel }: PickedProps) {
  const words = useMessages(MESSAGES).own
  const name = (picked.kind === 'gguf' ? picked.facts.name : null) ?? picked.files[0]?.name ?? ''
  return (
    <section className="picked" aria-label={words.facts}>
      <h3>{name}</h3>
      <p className="models-note">{words.facts}</p>
      <PickedFacts picked={picked} />
      <div className="models-acts">
        <Button tone="primary" icon="plus" autoFocus onClick={onAdd}>
          {words.add}
        </Button>
        <Button onClick={onCancel}>{words.another}</Button>
      </div>
    </section>
  )
}

function Adding({ bytes, total }: { readonly bytes: number; readonly total: number }) {
  const words = useMessages(MESSAGES).own
  const format = useFormat()
  const figures = words.adding(format.bytes(bytes), format.bytes(total))
  return (
    <div className="own-adding">
      <Progress label={words.title} value={total === 0 ? null : bytes / total} />
      <span>{figures}</span>
      <Button size="s" icon="stop" onClick={stopAdding}>
        {words.cancel}
      </Button>
    </div>
  )
}

/** How the last one went. */
function Outcome() {
  const words = useMessages(MESSAGES).own
  const stage = useOwnStage()
  if (stage.at === 'problem') {
    return <Refused problem={stage.problem} dismissLabel={words.dismiss} onDismiss={dismissAdding} />
  }
  if (stage.at !== 'added' && stage.at !== 'stopped') return null
  return (
    <div role="status">
      <Notice tone={stage.at === 'added' ? 'ok' : 'plain'} dismissLabel={words.dismiss} onDismiss={dismissAdding}>
        {stage.at === 'added' ? words.added(stage.title) : words.stopped}
      </Notice>
    </div>
  )
}
