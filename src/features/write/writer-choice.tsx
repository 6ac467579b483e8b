import type { StoredModel } from '#core/models/model'
import { Button, Chip, Icon, Select } from '#ui'
import { useId } from 'react'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'

/** Who writes: the rules, or a model of this device. */
export type Writer = { readonly kind: 'rules' } | { readonly kind: 'model'; readonly model: StoredModel }

export interface WriterChoiceProps {
  readonly models: readonly StoredModel[]
  readonly writer: Writer
  readonly onChange: (writer: Writer) => void
}

export function WriterChoice({ models, writer, onChange }: WriterChoiceProps) {
  const words = useMessages(MESSAGES).writers
  const name = useId()
  const loaded = useSession(({ engine }) => ('model' in engine ? engine.model : null))
  const first = models.find(model => model.id === loaded) ?? models[0]
  return (
    <fieldset className="write-setup__part">
      <legend>{words.title}</legend>
      <div className="writers">
        <label className="writer" data-chosen={writer.kind === 'rules'}>
          <input
            type="radio"
            name={name}
            checked={writer.kind === 'rules'}
            onChange={() => onChange({ kind: 'rules' })}
          />
          <span>
            <strong>{words.rules}</strong>
            <span className="writer__body">{words.rulesBody}</span>
          </span>
          <Icon name="write" size={18} />
        </label>
        <div className="writer" data-chosen={writer.kind === 'model'} data-off={first === undefined}>
          <input
            type="radio"
            name={name}
            id={`${name}-model`}
            checked={writer.kind === 'model'}
            disabled={first === undefined}
            onChange={() => first !== undefined && onChange({ kind: 'model', model: first })}
          />
          <span>
            <label htmlFor={`${name}-model`}>
              <strong>{words.model}</strong>
              <span className="writer__body">{words.modelBody}</span>
            </label>
            <Which models={models} writer={writer} onChange={onChange} />
          </span>
          <Icon name="model" size={18} />
        </div>
      </div>
    </fieldset>
  )
}

function Which({ models, writer, onChange }: WriterChoiceProps) {
  const words = useMessages(MESSAGES).writers
  const format = useFormat()
  const commands = useCommands()
  const engine = useSession(session => session.engine)
  if (models.length === 0) {
    return (
      <span className="writer__which">
        <Button size="s" onClick={() => commands.go('models')}>
          {words.getModel}
        </Button>
      </span>
    )
  }
  if (writer.kind !== 'model') return null
  const { model } = writer
  const speed = engine.state === 'ready' && engine.model === model.id ? engine.speed : model.speed
  return (
    <span className="writer__which">
      <Select
        label={words.which}
        hideLabel
        value={model.id}
        options={models.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={id => {
          const chosen = models.find(candidate => candidate.id === id)
          if (chosen !== undefined) onChange({ kind: 'model', model: chosen })
        }}
      />
      {engine.state === 'ready' && engine.model === model.id && <Chip tone="ok">{words.loaded}</Chip>}
      {speed !== null && <span>{words.speed(format.number(Number(speed.decode.toPrecision(2))))}</span>}
      <Button size="s" tone="quiet" onClick={() => commands.go('models')}>
        {words.allModels}
      </Button>
    </span>
  )
}
