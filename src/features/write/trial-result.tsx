import type { Problem } from '#core/problem'
import type { Trial } from '#messages/run-worker'
import { Disclosure, Notice } from '#ui'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { useProblemSentences } from '#features/problem-text'
import { DraftView } from './draft-view'
import { MESSAGES } from './messages'
import { RECIPE_MESSAGES } from './recipe-messages'
import type { TrialStage } from './use-trials'

export interface TrialResultProps {
  readonly stage: TrialStage
  /** Text of the passage, which evidence points into. */
  readonly passage: string
}

/** The answer as it comes, then the pairs that it holds and what it cost. */
export function TrialResult({ stage, passage }: TrialResultProps) {
  const words = useMessages(RECIPE_MESSAGES).trial
  if (stage.at === 'waiting') return <p className="tryout__quiet">{words.waiting}</p>
  if (stage.at === 'done') return <Done trial={stage.trial} passage={passage} />
  return (
    <>
      {stage.at === 'stopped' && <p className="tryout__quiet">{words.stopped}</p>}
      {stage.at === 'problem' && <Failed problem={stage.problem} />}
      {(stage.text !== '' || stage.at === 'writing') && (
        <pre className="writing__text" tabIndex={0} aria-label={words.answer} aria-busy={stage.at === 'writing'}>
          {stage.text || words.reading}
        </pre>
      )}
    </>
  )
}

function Failed({ problem }: { readonly problem: Problem }) {
  const { happened, safe, next } = useProblemSentences(problem)
  return (
    <div role="alert">
      <Notice tone="no" title={happened}>
        {safe} {next}
      </Notice>
    </div>
  )
}

function Done({ trial: { raw, drafts, reason, usage }, passage }: { readonly trial: Trial; readonly passage: string }) {
  const words = useMessages(RECIPE_MESSAGES).trial
  const { reasons } = useMessages(MESSAGES)
  const format = useFormat()
  const cost = words.figures(
    format.number(usage.promptTokens),
    format.number(usage.answerTokens),
    format.duration(usage.prefillMs + usage.decodeMs),
  )
  return (
    <>
      <p className="tryout__figures">
        <strong>{words.pairs(format.number(drafts.length))}</strong> <span>{cost}</span>
      </p>
      {drafts.length === 0 && <p>{reasons[reason ?? ''] ?? words.otherReason}</p>}
      {drafts.length > 0 && (
        <ol className="tryout__pairs">
          {drafts.map((draft, index) => (
            // What a model wrote has no name of its own, and never changes.
            <li key={index}>
              <DraftView draft={draft} passage={passage} />
            </li>
          ))}
        </ol>
      )}
      <Disclosure summary={words.raw}>
        <pre className="tryout__raw" tabIndex={0} aria-label={words.raw}>
          {raw}
        </pre>
      </Disclosure>
    </>
  )
}
