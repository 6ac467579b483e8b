import { catalogueModel } from '#core/models/catalogue'
import type { GateName } from '#core/verification/gates/gate'
import { gateNamed } from '#core/verification/gates/gates'
import { Button, Notice } from '#ui'
import { useCommands, useSession } from '#features/context'
import { problemSentences } from '#features/problem-text'
import { dismissJudging, type GateStage } from './gate-job'
import { GateYield } from './gate-yield'
import { JudgeMeasure } from './judge-measure'
import { useFormat } from '#features/format'
import { useGatesWords } from './use-gates-words'

interface GateOutcomeProps {
  readonly gate: GateName
  readonly stage: Extract<GateStage, { at: 'done' | 'problem' }>
  /** Lets the judge judge although it is not fit. */
  readonly onAnyway: () => void
}

/** What came of judging, however it ended (rules EVALGATE4 to EVALGATE6). */
export function GateOutcome({ gate, stage, onAnyway }: GateOutcomeProps) {
  const words = useGatesWords()
  const format = useFormat()
  const commands = useCommands()
  const locale = useSession(session => session.locale)
  const result = stage.at === 'done' ? stage.result : stage.progress
  const problem = stage.at === 'done' ? stage.result.problem : stage.problem
  const ended = stage.at === 'done' ? stage.result.ended : 'problem'
  const measure = result?.measure ?? null
  const nothing = ended === 'done' && result?.total === 0
  const judged = result?.phase === 'judging' && ended !== 'unfit'
  const fails = gateNamed(gate).below === 'fail' && measure?.fit === true && (result?.no ?? 0) > 0
  return (
    <div className="gate-outcome">
      {problem !== null && (
        <Notice tone="no" title={words.problem(problemSentences(locale, problem).happened)}>
          {words.problemSafe}
        </Notice>
      )}
      {stage.at === 'done' && ended === 'unfit' && measure !== null && (
        <Notice
          tone="warn"
          title={words.unfit(catalogueModel(stage.result.judge)?.title ?? stage.result.judge)}
          actions={
            <>
              <Button onClick={() => commands.go('models')}>{words.toModels}</Button>
              <Button tone="quiet" onClick={onAnyway}>
                {words.anyway}
              </Button>
            </>
          }
        >
          {`${words.unfitWhy(measure, format)}${locale === 'zh' ? '' : ' '}${words.unfitSafe}`}
        </Notice>
      )}
      {ended === 'cancelled' && <Notice>{words.stopped}</Notice>}
      {nothing && <Notice>{words.nothing}</Notice>}
      {judged && !nothing && (
        <>
          <h3>{`${words.gates[gate].title}${ended === 'done' ? ` · ${words.done}` : ''}`}</h3>
          <GateYield progress={result} />
          {measure?.fit === false && <Notice tone="warn">{words.untrusted}</Notice>}
        </>
      )}
      {measure !== null && <JudgeMeasure measure={measure} />}
      <div className="gate-outcome__acts">
        {judged && result.moved > 0 && (
          <Button onClick={() => commands.go('review', fails ? { show: 'failed' } : {})}>
            {fails ? words.toFailed : words.toDoubts}
          </Button>
        )}
        <Button tone="quiet" onClick={dismissJudging}>
          {words.dismiss}
        </Button>
      </div>
    </div>
  )
}
