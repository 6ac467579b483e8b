import type { GateName } from '#core/verification/gates/gate'
import { Button, LiveText, Progress } from '#ui'
import { useFormat } from '#features/format'
import { type GateStage, stopJudging } from './gate-job'
import { GateYield } from './gate-yield'
import { JudgeMeasure } from './judge-measure'
import { useGatesWords } from './use-gates-words'

type Working = Extract<GateStage, { at: 'working' }>

/** A gate at work: how far it is, how long it takes, and what came of it so far. */
export function GateWorking({ gate, stage }: { readonly gate: GateName; readonly stage: Working }) {
  const words = useGatesWords()
  const format = useFormat()
  const { progress, stopping } = stage
  const far =
    progress === null
      ? words.starting
      : progress.phase === 'measuring'
        ? words.measuring(progress, format)
        : words.judging(progress, format)
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total
  return (
    <div className="gate-working">
      <div className="gate-working__head">
        <h3>{words.gates[gate].title}</h3>
        <Button icon="stop" busy={stopping} onClick={stopJudging}>
          {stopping ? words.stopping : words.stop}
        </Button>
      </div>
      <Progress value={share} label={words.gates[gate].title} />
      <p className="gate-working__far">
        <span>{far}</span>
        {progress !== null && progress.msLeft !== null && <span>{words.left(progress.msLeft, format)}</span>}
      </p>
      <LiveText text={far} />
      {progress?.phase === 'judging' && <GateYield progress={progress} />}
      {progress?.measure && <JudgeMeasure measure={progress.measure} />}
    </div>
  )
}
