import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { StoredPair } from '#core/ports/project-store'
import { type Problem, problemOf } from '#core/problem'
import type { AnswerVersion } from '#messages/versions'
import { useCommands, useSession } from '#features/context'
import { useProblemSentences } from '#features/problem-text'
import { Button, IconButton, Notice, Spinner } from '#ui'
import { useAgainWords } from './use-again-words'

type Stage =
  | { readonly at: 'idle' }
  | { readonly at: 'working'; readonly text: string }
  | { readonly at: 'done'; readonly version: AnswerVersion }
  | { readonly at: 'problem'; readonly problem: Problem }

export interface AnswerAgainProps {
  readonly stored: StoredPair
  /** Takes an answer as an edit of the pair. */
  readonly onTake: (response: string) => void
  readonly onClose: () => void
}

/** Another answer by the loaded model beside the one that is there. Begins at once; nothing is stored before it is taken. */
export function AnswerAgain({ stored, onTake, onClose }: AnswerAgainProps) {
  const words = useAgainWords()
  const { answerAgain, go } = useCommands()
  const ready = useSession(session => session.engine.state === 'ready')
  const abort = useRef<AbortController>(undefined)
  const asked = useRef(0)
  const { pair, key } = stored
  const able = ready && pair.reasoning === null
  const [stage, setStage] = useState<Stage>(able ? { at: 'working', text: '' } : { at: 'idle' })

  const send = (): void => {
    const control = new AbortController()
    abort.current?.abort()
    abort.current = control
    asked.current += 1
    const show = (next: (before: Stage) => Stage): void => {
      if (!control.signal.aborted) setStage(next)
    }
    answerAgain(key, pair.provenance.seed + asked.current, control.signal, added =>
      show(before => ({ at: 'working', text: (before.at === 'working' ? before.text : '') + added })),
    ).then(
      version => show(() => ({ at: 'done', version })),
      (thrown: unknown) => show(() => ({ at: 'problem', problem: problemOf(thrown) })),
    )
  }
  const ask = (): void => {
    setStage({ at: 'working', text: '' })
    send()
  }
  const begin = useEffectEvent(() => {
    if (stage.at === 'working') send()
  })
  useEffect(() => {
    begin()
    return () => abort.current?.abort()
  }, [])

  const lang = pair.language === 'zh' ? 'zh-Hans' : undefined
  const version = stage.at === 'done' ? stage.version : null
  const fresh = version?.response ?? null
  return (
    <section className="again" aria-label={words.answerTitle}>
      <header className="again__head">
        <h2>{words.answerTitle}</h2>
        <IconButton icon="cross" size="s" label={words.close} onClick={onClose} />
      </header>
      {pair.reasoning !== null ? (
        <p className="pair-note">{words.hasReasoning}</p>
      ) : !ready ? (
        <>
          <p className="pair-note">{words.noModel}</p>
          <p>
            <Button size="s" onClick={() => go('models')}>
              {words.toModels}
            </Button>
          </p>
        </>
      ) : stage.at === 'problem' ? (
        <AnswerProblem problem={stage.problem} />
      ) : (
        <div className="again__sides">
          <div>
            <h3>{words.old}</h3>
            <p className="pair-field" lang={lang}>
              {pair.response}
            </p>
          </div>
          <div>
            <h3>
              {words.fresh}
              {version !== null && <small> {words.by(version.model)}</small>}
            </h3>
            <p className="pair-field again__fresh" lang={lang}>
              {stage.at === 'working' && (
                <>
                  {stage.text} <Spinner />
                </>
              )}
              {version !== null && (fresh ?? version.raw)}
            </p>
            {version?.reason != null && <p className="pair-note">{words.none[version.reason]}</p>}
            {fresh !== null && fresh === pair.response && <p className="pair-note">{words.same}</p>}
          </div>
        </div>
      )}
      {/* Spoken when the answer is whole, not word by word. */}
      <p className="ui-visually-hidden" role="status">
        {stage.at === 'working' ? words.answering : fresh === null ? '' : `${words.fresh}: ${fresh}`}
      </p>
      {fresh !== null && fresh !== pair.response && <p className="pair-note">{words.takeHint}</p>}
      {able && (
        <div className="again__acts">
          {fresh !== null && fresh !== pair.response && (
            <Button size="s" tone="primary" onClick={() => onTake(fresh)}>
              {words.take}
            </Button>
          )}
          {stage.at === 'working' ? (
            <Button
              size="s"
              onClick={() => {
                abort.current?.abort()
                setStage({ at: 'idle' })
              }}
            >
              {words.stop}
            </Button>
          ) : (
            <Button size="s" onClick={ask}>
              {words.askAgain}
            </Button>
          )}
          <Button size="s" tone="quiet" onClick={onClose}>
            {words.leave}
          </Button>
        </div>
      )}
    </section>
  )
}

function AnswerProblem({ problem }: { readonly problem: Problem }) {
  const { happened, safe, next } = useProblemSentences(problem)
  return (
    <Notice tone="no" title={happened}>
      {safe} {next}
    </Notice>
  )
}
