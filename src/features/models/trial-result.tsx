import type { Draft } from '#core/synthesis/pair'
import type { Trial } from '#messages/run-worker'
import { Disclosure, LiveText, Mark, Notice } from '#ui'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { problemDetail, useProblemSentences } from '#features/problem-text'
import type { Problem } from '#core/problem'
import { MESSAGES } from './messages'
import { rate } from './rate'
import type { TrialStage } from './use-trial'

export interface TrialResultProps {
  readonly trial: TrialStage
  /** Text of the passage, which evidence points into. */
  readonly passage: string
}

/** The answer as it comes, then the pairs that it holds and what it cost. */
export function TrialResult({ trial, passage }: TrialResultProps) {
  const words = useMessages(MESSAGES).trial
  if (trial.at === 'idle') return null
  if (trial.at === 'done') return <Done trial={trial.trial} passage={passage} />
  return (
    <section className="trial__answer" aria-label={words.answer} aria-busy={trial.at === 'writing'}>
      {trial.at === 'stopped' && <p className="models-note">{words.cancelled}</p>}
      {trial.at === 'problem' && <Failed problem={trial.problem} />}
      {(trial.text !== '' || trial.at === 'writing') && <pre tabIndex={0}>{trial.text || '…'}</pre>}
      <LiveText text={trial.at === 'writing' ? words.answer : ''} />
    </section>
  )
}

function Failed({ problem }: { readonly problem: Problem }) {
  const { happened, safe, next } = useProblemSentences(problem)
  const detail = problemDetail(problem)
  return (
    <div role="alert">
      <Notice tone="no" title={happened}>
        {safe} {next}
        {detail !== null && <code className="models-code">{detail}</code>}
      </Notice>
    </div>
  )
}

function Done({ trial: { raw, drafts, reason, usage }, passage }: { readonly trial: Trial; readonly passage: string }) {
  const words = useMessages(MESSAGES).trial
  const format = useFormat()
  const figures = [
    words.figures(format.number(usage.promptTokens), format.number(usage.answerTokens)),
    usage.decodeMs > 0 ? words.speed(rate((usage.answerTokens * 1000) / usage.decodeMs, format)) : null,
    usage.reusedTokens > 0 ? words.reused(format.number(usage.reusedTokens)) : null,
  ]
  const reasons: Readonly<Record<string, string>> = words.reasons
  return (
    <section className="trial__done" aria-label={words.pairs(format.number(drafts.length))}>
      <p className="trial__figures" role="status">
        <strong>{words.pairs(format.number(drafts.length))}</strong>{' '}
        <span>{figures.filter(part => part !== null).join(' · ')}</span>
      </p>
      {drafts.length === 0 && <p>{reasons[reason ?? ''] ?? words.otherReason}</p>}
      {drafts.length > 0 && (
        <ol className="trial__pairs">
          {drafts.map((draft, index) => (
            // What a model wrote has no name of its own, and never changes.
            <Pair key={index} draft={draft} passage={passage} />
          ))}
        </ol>
      )}
      <Disclosure summary={words.raw}>
        <pre className="trial__raw" tabIndex={0}>
          {raw}
        </pre>
      </Disclosure>
    </section>
  )
}

function Pair({ draft, passage }: { readonly draft: Draft; readonly passage: string }) {
  const words = useMessages(MESSAGES).trial
  const quotes = draft.evidence.map(({ start, end }) => passage.slice(start, end).trim()).filter(quote => quote !== '')
  return (
    <li>
      <p className="trial__instruction">{draft.instruction}</p>
      {draft.options !== null && (
        <ul className="trial__options">
          {draft.options.map(option => (
            <li key={option}>{option}</li>
          ))}
        </ul>
      )}
      {draft.reasoning !== null && <p className="trial__reasoning">{draft.reasoning}</p>}
      <p>{draft.response}</p>
      {quotes.length > 0 && (
        <p className="trial__quotes">
          <span>{words.quotes} </span>
          {quotes.map(quote => (
            <Mark key={quote}>{quote}</Mark>
          ))}
        </p>
      )}
    </li>
  )
}
