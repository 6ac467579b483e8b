import type { Problem } from '#core/problem'
import { useProblemSentences } from '#features/problem-text'
import { Button, LiveText, Notice, Progress } from '#ui'
import type { FileStage } from './file-job'

export interface FileWorkProps<Progress, Result> {
  readonly stage: FileStage<Progress, Result>
  readonly words: {
    readonly progress: string
    readonly cancel: string
    readonly stopped: string
    readonly dismiss: string
    readonly again: string
  }
  /** How far it is, in a sentence and as a share; null where it cannot be known. */
  readonly far: (progress: Progress | null) => { readonly said: string; readonly share: number | null }
  readonly onCancel: () => void
  readonly onDismiss: () => void
  readonly onAgain: () => void
}

/** A file that is being written, and what became of one that was not: cancelled, or a problem. */
export function FileWork<Progress, Result>({
  stage,
  words,
  far,
  onCancel,
  onDismiss,
  onAgain,
}: FileWorkProps<Progress, Result>) {
  if (stage.at === 'working') {
    const { said, share } = far(stage.progress)
    return (
      <div className="action__work">
        <LiveText text={said} />
        <div>
          <span>{said}</span>
          <Progress value={share} label={words.progress} />
        </div>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    )
  }
  if (stage.at === 'stopped') {
    return (
      <Notice onDismiss={onDismiss} dismissLabel={words.dismiss}>
        <span role="status">{words.stopped}</span>
      </Notice>
    )
  }
  if (stage.at !== 'problem') return null
  return <FileProblem problem={stage.problem} words={words} onDismiss={onDismiss} onAgain={onAgain} />
}

function FileProblem({
  problem,
  words,
  onDismiss,
  onAgain,
}: Pick<FileWorkProps<unknown, unknown>, 'words' | 'onDismiss' | 'onAgain'> & { readonly problem: Problem }) {
  const { happened, safe, next } = useProblemSentences(problem)
  return (
    <div role="alert">
      <Notice tone="no" title={happened} onDismiss={onDismiss} dismissLabel={words.dismiss}>
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
