import { useState } from 'react'
import { catalogueModel } from '#core/models/catalogue'
import type { GateName } from '#core/verification/gates/gate'
import { Button, Notice, Panel, Segmented, TextField } from '#ui'
import { useCommands, useSession } from '#features/context'
import type { GateScope } from '#messages/gates'
import { GateChoice } from './gate-choice'
import { startJudging, useGateJob } from './gate-job'
import { GateOutcome } from './gate-outcome'
import { GateWorking } from './gate-working'
import { useGateEstimates } from './use-gate-estimates'
import { useGatesWords } from './use-gates-words'
import './gates.css'

const SCOPES: readonly GateScope[] = ['ready', 'unsure', 'last-run']

/** Nothing, or a whole number from 1; undefined where it is neither. */
function limitOf(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : undefined
}

/** Checks by a model, cheapest first (rules EVALGATE1 to EVALGATE7). */
export function GatesPanel() {
  const words = useGatesWords()
  const commands = useCommands()
  const pairs = useSession(({ counts }) => counts.pairs)
  if (pairs > 0) return <Gates />
  return (
    <Panel
      title={words.title}
      lead={words.noPairs}
      actions={<Button onClick={() => commands.go('write')}>{words.toWrite}</Button>}
    />
  )
}

function Gates() {
  const words = useGatesWords()
  const commands = useCommands()
  const project = useSession(session => session.project?.id ?? '')
  const writes = useSession(({ role }) => role === 'writer')
  const running = useSession(({ run }) => run?.run.status === 'running')
  const engine = useSession(session => session.engine)
  const { gate: asked, stage } = useGateJob(project)
  const [gate, setGate] = useState<GateName>('grounded')
  const [scope, setScope] = useState<GateScope>('ready')
  const [most, setMost] = useState('')
  const limit = limitOf(most)
  const working = stage.at === 'working'
  const estimates = useGateEstimates({ scope, limit: limit ?? null }, working)
  const model = engine.state === 'ready' ? engine.model : null
  const begin = (which: GateName, anyway: boolean): void => {
    if (limit !== undefined) {
      void startJudging(commands.judgeByModel, project, { gate: which, scope, limit, anyway })
    }
  }
  const why = !writes ? words.follower : running ? words.runActive : null
  const nothing = estimates[gate]?.pairs === 0
  return (
    <Panel title={words.title} lead={words.lead}>
      {stage.at === 'working' && <GateWorking gate={asked} stage={stage} />}
      {(stage.at === 'done' || stage.at === 'problem') && (
        <GateOutcome gate={asked} stage={stage} onAnyway={() => begin(asked, true)} />
      )}
      {!working && (
        <>
          <Judge model={model} loading={engine.state === 'loading'} />
          <GateChoice chosen={gate} estimates={estimates} onChange={setGate} />
          <div className="gates-which">
            <Segmented
              label={words.scope}
              value={scope}
              options={SCOPES.map(value => ({ value, label: words.scopes[value] }))}
              onChange={setScope}
            />
            <TextField
              label={words.limit}
              hint={words.limitHint}
              problem={limit === undefined ? words.limitWrong : undefined}
              inputMode="numeric"
              value={most}
              onChange={setMost}
            />
          </div>
          <div className="gates-start">
            <Button
              tone="primary"
              icon="play"
              disabled={model === null || why !== null || limit === undefined || nothing}
              onClick={() => begin(gate, false)}
            >
              {words.start}
            </Button>
            {why !== null && <p>{why}</p>}
          </div>
        </>
      )}
    </Panel>
  )
}

function Judge({ model, loading }: { readonly model: string | null; readonly loading: boolean }) {
  const words = useGatesWords()
  const commands = useCommands()
  const toModels = (label: string, tone: 'plain' | 'quiet') => (
    <Button tone={tone} size={tone === 'quiet' ? 's' : 'm'} onClick={() => commands.go('models')}>
      {label}
    </Button>
  )
  if (model === null) {
    return <Notice actions={toModels(words.toModels, 'plain')}>{loading ? words.loading : words.noModel}</Notice>
  }
  return (
    <p className="gates-judge">
      <span>{words.judge(catalogueModel(model)?.title ?? model)}</span>
      {toModels(words.otherJudge, 'quiet')}
    </p>
  )
}
