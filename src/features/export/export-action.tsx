import type { ExportOptions, OptionProblem } from '#core/export/export-plan'
import { useCommands } from '#features/context'
import { FileWork } from '#features/file-work'
import { useFormat } from '#features/format'
import { useStateWords } from '#features/use-state-words'
import type { IngestWorkerApi } from '#messages/ingest-worker'
import { Button } from '#ui'
import { exportJob } from './export-job'
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
  const { noState } = useStateWords()
  const format = useFormat()
  const { exportTo } = useCommands()
  const stage = exportJob.useStage()
  const start = (): void => void exportJob.start((signal, progress) => exportTo(options, signal, progress))
  const far = (progress: IngestWorkerApi['export']['progress'] | null) => ({
    said: progress === null ? words.phases.start : words.phases[progress.phase](progress.rows, progress.total, format),
    share: progress === null || progress.total === 0 ? null : Math.min(1, progress.rows / progress.total),
  })
  return (
    <div className="action">
      {stage.at !== 'working' && (
        <>
          {problems.length > 0 && (
            <ul className="action__missing">
              {problems.map(problem => (
                <li key={problem}>{problem === 'no-state' ? noState : words.problems[problem]}</li>
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
      {stage.at === 'done' && <ExportDone result={stage.result} onDismiss={exportJob.dismiss} />}
      <FileWork
        stage={stage}
        words={words}
        far={far}
        onCancel={exportJob.cancel}
        onDismiss={exportJob.dismiss}
        onAgain={start}
      />
    </div>
  )
}
