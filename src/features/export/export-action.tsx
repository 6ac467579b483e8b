import type { ExportOptions, OptionProblem } from '#core/export/export-plan'
import { useCommands } from '#features/context'
import { useFormat } from '#features/format'
import { useProblemSentences } from '#features/problem-text'
import type { Problem } from '#core/problem'
import { Button, LiveText, Notice, Progress } from '#ui'
import { cancelExport, dismissExport, type ExportStage, startExport, useExportStage } from './export-job'
import { ExportDone } from './export-done'
import { useExportWords } from './use-export-words'

export interface ExportActionProps {
  readonly options: ExportOptions
  readonly problems: readonly OptionProblem[]
  /** Rows that would be written; none, no export. */
  readonly size: number
}

/** The button, and what became of pressing it. */
export function ExportAction({ options, problems, size }: ExportActionProps) {
  const words = useExportWords()
  const { exportTo } = useCommands()
  const stage = useExportStage()
  const start = (): void => void startExport(exportTo, options)
  return (
    <div className="action">
      {stage.at === 'working' ? (
        <Working stage={stage} />
      ) : (
        <>
          {problems.length > 0 && (
            <ul className="action__missing">
              {problems.map(problem => (
                <li key={problem}>{words.problems[problem]}</li>
              ))}
            </ul>
          )}
          <Button
            tone="primary"
            size="l"
            icon="export"
            disabled={problems.length > 0 || size === 0}
            onClick={start}
            className="action__button"
          >
            {words.export}
          </Button>
        </>
      )}
      {stage.at === 'done' && <ExportDone result={stage.result} onDismiss={dismissExport} />}
      {stage.at === 'stopped' && (
        <Notice onDismiss={dismissExport} dismissLabel={words.dismiss}>
          <span role="status">{words.stopped}</span>
        </Notice>
      )}
      {stage.at === 'problem' && <ExportProblem problem={stage.problem} onAgain={start} />}
    </div>
  )
}

function Working({ stage }: { readonly stage: Extract<ExportStage, { at: 'working' }> }) {
  const words = useExportWords()
  const format = useFormat()
  const { progress } = stage
  const said =
    progress === null ? words.phases.start : words.phases[progress.phase](progress.rows, progress.total, format)
  const share = progress === null || progress.total === 0 ? null : Math.min(1, progress.rows / progress.total)
  return (
    <div className="action__work">
      <LiveText text={said} />
      <div>
        <span>{said}</span>
        <Progress value={share} label={words.progress} />
      </div>
      <Button onClick={cancelExport}>{words.cancel}</Button>
    </div>
  )
}

function ExportProblem({ problem, onAgain }: { readonly problem: Problem; readonly onAgain: () => void }) {
  const words = useExportWords()
  const { happened, safe, next } = useProblemSentences(problem)
  return (
    <div role="alert">
      <Notice tone="no" title={happened} onDismiss={dismissExport} dismissLabel={words.dismiss}>
        <p>
          {safe} {next}
        </p>
        <Button size="s" onClick={onAgain} className="action__again">
          {words.again}
        </Button>
      </Notice>
    </div>
  )
}
