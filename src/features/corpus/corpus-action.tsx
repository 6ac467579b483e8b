import type { CorpusOptions, CorpusProblem } from '#core/corpus/corpus-options'
import { useCommands } from '#features/context'
import { FileWork } from '#features/file-work'
import { useFormat } from '#features/format'
import { useStateWords } from '#features/use-state-words'
import type { CorpusApi, CorpusProgress } from '#messages/corpus'
import { Button, Icon, IconButton } from '#ui'
import { corpusJob } from './corpus-job'
import { useGeneral } from './general-store'
import { useCorpusWords } from './use-corpus-words'

export interface CorpusActionProps {
  readonly options: CorpusOptions
  readonly problems: readonly CorpusProblem[]
}

/** The button that writes the file, and what became of pressing it. */
export function CorpusAction({ options, problems }: CorpusActionProps) {
  const words = useCorpusWords()
  const { noState } = useStateWords()
  const format = useFormat()
  const { writeCorpus } = useCommands()
  const { chosen } = useGeneral()
  const stage = corpusJob.useStage()
  const start = (): void =>
    void corpusJob.start((signal, progress) =>
      writeCorpus({ options, general: chosen?.file ?? null }, signal, progress),
    )
  const far = (progress: CorpusProgress | null) => {
    if (progress === null) return { said: words.phases.start, share: null }
    const { phase, done, total, msLeft } = progress
    const said = words.phases[phase](done, total, format)
    return {
      said: msLeft === null ? said : words.left(said, format.duration(msLeft)),
      share: total === 0 ? null : Math.min(1, done / total),
    }
  }
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
            disabled={problems.length > 0}
            onClick={start}
            className="action__button"
          >
            {words.write}
          </Button>
        </>
      )}
      {stage.at === 'done' && <Done result={stage.result} />}
      <FileWork
        stage={stage}
        words={words}
        far={far}
        onCancel={corpusJob.cancel}
        onDismiss={corpusJob.dismiss}
        onAgain={start}
      />
    </div>
  )
}

function Done({ result: { file, counts, general } }: { readonly result: CorpusApi['writeCorpus']['result'] }) {
  const words = useCorpusWords()
  const format = useFormat()
  const { texts } = counts
  return (
    <section className="done" aria-labelledby="corpus-done" role="status">
      <header>
        <Icon name="check" size={18} />
        <h3 id="corpus-done">{words.done}</h3>
        <IconButton icon="cross" size="s" label={words.dismiss} onClick={corpusJob.dismiss} />
      </header>
      <ul className="done__files">
        <li>
          <Icon name="file" size={15} />
          <span>{file.name}</span>
          <small>
            {format.bytes(file.bytes)} · {words.texts(file.rows, format)}
          </small>
        </li>
      </ul>
      <p>{words.doneRows(file.rows, format)}</p>
      <p>{words.doneKinds(texts.pairs, texts.mined, texts.raw, texts.general, format)}</p>
      {general.repeated && <p>{words.repeated}</p>}
      {general.bad > 0 && (
        <p className="done__warning">
          <Icon name="warning" size={15} />
          {words.badRows(general.bad, format)}
        </p>
      )}
    </section>
  )
}
