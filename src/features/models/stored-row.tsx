import { useState } from 'react'
import type { StoredModel } from '#core/models/model'
import { type Problem, problemOf } from '#core/problem'
import { Button, Chip, IconButton, Select } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { contextSizes, firstContext } from './context-sizes'
import { hindrance, type Probe } from './device-facts'
import { LicenceLine } from './licence-line'
import { MESSAGES } from './messages'
import { rate } from './rate'
import { Refused } from './refused'

interface StoredRowProps {
  readonly probe: Probe | null
  readonly model: StoredModel
  readonly onDelete: () => void
}

/** One model that lies here: what it is, how fast it was, and what can be done with it. */
export function StoredRow({ probe, model, onDelete }: StoredRowProps) {
  const { stored: words, facts, fit } = useMessages(MESSAGES)
  const format = useFormat()
  const state = useSession(({ engine }) => ('model' in engine && engine.model === model.id ? engine.state : 'none'))
  const [problem, setProblem] = useState<Problem | null>(null)
  const writes = useSession(session => session.role === 'writer')
  const most = model.gguf?.contextTokens ?? model.contextTokens
  const hinders = probe === null ? null : hindrance(probe, { engine: model.engine, needsF16: model.mlc?.f16 ?? false })
  const about = [format.bytes(model.bytes), words.upTo(format.number(most)), words.origins[model.origin]]
  return (
    <li className="model" data-state={state}>
      <div className="model__words">
        <h3>
          <span>{model.title}</span>
          <Chip>{model.engine === 'webllm' ? facts.gpuShort : facts.cpuShort}</Chip>
          {model.gguf !== null && <Chip>{model.gguf.quantization}</Chip>}
          {state === 'ready' && <Chip tone="ok">{words.loaded}</Chip>}
          {state === 'loading' && <Chip tone="accent">{words.underWay}</Chip>}
          {hinders !== null && <Chip tone="warn">{fit[hinders]}</Chip>}
        </h3>
        <p className="model__about">{about.join(' · ')}</p>
        <p className="model__about">
          {model.speed === null
            ? words.unmeasured
            : `${words.speed(rate(model.speed.prefill, format), rate(model.speed.decode, format))} · ${words.loadTime(format.duration(model.speed.loadMs))}`}
        </p>
        <LicenceLine licence={model.licence} />
      </div>
      <div className="model__acts">
        <LoadChoice model={model} state={state} onProblem={setProblem} />
        <IconButton
          icon="trash"
          tone="danger"
          label={words.deleteOf(model.title)}
          disabled={!writes}
          onClick={onDelete}
        />
      </div>
      {problem !== null && state !== 'failed' && (
        <Refused problem={problem} dismissLabel={words.dismiss} onDismiss={() => setProblem(null)} />
      )}
    </li>
  )
}

interface LoadChoiceProps {
  readonly model: StoredModel
  readonly state: 'none' | 'loading' | 'ready' | 'failed'
  readonly onProblem: (problem: Problem | null) => void
}

/** With how much context to load, and loading. */
function LoadChoice({ model, state, onProblem }: LoadChoiceProps) {
  const words = useMessages(MESSAGES).stored
  const format = useFormat()
  const commands = useCommands()
  const writes = useSession(session => session.role === 'writer')
  const loaded = useSession(({ engine }) =>
    engine.state === 'ready' && engine.model === model.id ? engine.facts.contextTokens : null,
  )
  const sizes = contextSizes(model)
  const [chosen, setChosen] = useState<number | null>(null)
  const tokens = chosen ?? loaded ?? firstContext(sizes)
  const load = (): void => {
    onProblem(null)
    commands.loadModel(model.id, tokens).catch((thrown: unknown) => {
      const problem = problemOf(thrown)
      if (problem.kind !== 'cancelled') onProblem(problem)
    })
  }
  return (
    <>
      <Select
        label={words.contextOf(model.title)}
        hideLabel
        className="model__context"
        value={String(tokens)}
        disabled={!writes || state === 'loading'}
        options={sizes.map(size => ({
          value: String(size.tokens),
          label: (size.fits ? words.tokens : words.tooLong)(format.number(size.tokens)),
          disabled: !size.fits,
        }))}
        onChange={value => setChosen(Number(value))}
      />
      {state === 'ready' && tokens === loaded ? (
        <Button disabled={!writes} onClick={() => void commands.unloadModel().catch(commands.report)}>
          {words.unload}
        </Button>
      ) : (
        <Button disabled={!writes} busy={state === 'loading'} onClick={load}>
          {state === 'ready' ? words.loadAgain : words.load}
        </Button>
      )}
    </>
  )
}
