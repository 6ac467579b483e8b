import { catalogueModel } from '#core/models/catalogue'
import { smallerThan } from '#core/models/catalogue-choice'
import type { EngineState } from '#messages/run-worker'
import { Button, Notice } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { problemDetail, useProblemSentences } from '#features/problem-text'
import { MESSAGES } from './messages'

/** Failures that a smaller model may not have. */
const TOO_MUCH: ReadonlySet<string> = new Set(['gpu-lost', 'out-of-memory', 'model-too-large', 'engine-hangs'])

export interface FailedEngineProps {
  readonly title: string
  readonly engine: Extract<EngineState, { readonly state: 'failed' }>
}

/** What happened, what is safe and what can be done: once more, a smaller one, or nothing (rule MODELS6). */
export function FailedEngine({ title, engine: { model, problem } }: FailedEngineProps) {
  const words = useMessages(MESSAGES).engine
  const commands = useCommands()
  const writes = useSession(session => session.role === 'writer')
  const { happened, safe, next } = useProblemSentences(problem)
  const detail = problemDetail(problem)
  const listed = catalogueModel(model)
  const smaller = listed !== undefined && TOO_MUCH.has(problem.kind) ? smallerThan(listed) : null
  return (
    <div role="alert">
      <Notice
        tone="no"
        title={words.failed(title)}
        actions={
          writes && (
            <>
              {/* The state says it when it fails again. */}
              <Button size="s" onClick={() => void commands.loadModel(model).catch(() => undefined)}>
                {words.again}
              </Button>
              {smaller !== null && (
                <Button size="s" onClick={() => void commands.downloadModel(smaller.model).catch(() => undefined)}>
                  {words.smaller(smaller.model.title)}
                </Button>
              )}
            </>
          )
        }
        dismissLabel={words.dismiss}
        onDismiss={() => void commands.unloadModel().catch(commands.report)}
      >
        {happened} {safe} {next}
        {smaller !== null && !smaller.sameTerms && ` ${words.otherTerms}`}
        {detail !== null && <code className="models-code">{detail}</code>}
      </Notice>
    </div>
  )
}
