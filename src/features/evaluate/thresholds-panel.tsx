import { useState } from 'react'
import { DEFAULT_THRESHOLDS, type Thresholds } from '#core/verification/thresholds'
import { useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { ProblemNotice } from '#features/problem-notice'
import { Button, LiveText, Panel, Progress, TextField } from '#ui'
import { JudgingResultView } from './judging-result'
import { type Draft, draftOf, FIELDS, sameThresholds, thresholdsOf, valueOf } from './thresholds-draft'
import { ThresholdsProposals } from './thresholds-proposals'
import { useJudging } from './use-judging'
import { useThresholdsWords } from './use-thresholds-words'

/** Where checks draw their lines, and what would change if they were drawn elsewhere. */
export function ThresholdsPanel() {
  const words = useThresholdsWords()
  const project = useSession(session => session.project?.id ?? '')
  const revision = useSession(session => session.revisions.pairs)
  const query = useQuery(`settings:${project}:${String(revision)}`, reader => reader.settings())
  const stored = query.value?.thresholds
  return (
    <Panel title={words.title} lead={words.lead}>
      {query.state === 'problem' && <ProblemNotice problem={query.problem} />}
      {stored !== undefined && <Form key={project} stored={stored} />}
    </Panel>
  )
}

function Form({ stored }: { readonly stored: Thresholds }) {
  const words = useThresholdsWords()
  const format = useFormat()
  const follower = useSession(session => session.role === 'follower')
  const running = useSession(session => session.run?.run.status === 'running')
  const noPairs = useSession(session => session.counts.pairs === 0)
  const [changes, setChanges] = useState<Partial<Draft>>({})
  const { judging, preview, apply, stop, forget } = useJudging()
  const draft: Draft = { ...draftOf(stored), ...changes }
  const wanted = thresholdsOf(draft)
  const changed = wanted === null || !sameThresholds(wanted, stored)
  const set = (part: Partial<Draft>): void => {
    setChanges({ ...changes, ...part })
    if (judging.at !== 'working') forget()
  }
  const working = judging.at === 'working'
  const trial =
    judging.at === 'told' && judging.act === 'preview' && wanted !== null && sameThresholds(judging.thresholds, wanted)
      ? judging
      : null
  const off = follower || running || noPairs || wanted === null
  return (
    <div className="thresholds">
      <div className="thresholds__fields">
        {FIELDS.map(field => {
          const wrong = valueOf(draft, field) === null
          return (
            <TextField
              key={field.name}
              label={words.names[field.name]}
              inputMode="decimal"
              value={draft[field.name]}
              disabled={follower || working}
              problem={wrong ? (field.kind === 'share' ? words.notShare : words.notCount) : undefined}
              hint={`${words.hints[field.name]}${words.glue}${words.standard(format.number(DEFAULT_THRESHOLDS[field.name]))}`}
              onChange={text => set({ [field.name]: text })}
            />
          )
        })}
      </div>
      <ThresholdsProposals onUse={(name, value) => set({ [name]: String(value) })} off={follower || working} />
      <div className="thresholds__acts">
        {working ? (
          <>
            <div className="thresholds__work">
              <Said judging={judging} />
              <Progress
                value={
                  judging.progress === null || judging.progress.total === 0
                    ? null
                    : judging.progress.done / judging.progress.total
                }
                label={words.progress}
              />
            </div>
            <Button onClick={stop}>{words.stop}</Button>
          </>
        ) : (
          <>
            {trial !== null && (
              <Button tone="primary" disabled={off} onClick={() => apply(trial.thresholds)}>
                {words.apply(trial.result.pairs, format)}
              </Button>
            )}
            {trial === null && (
              <Button
                disabled={off}
                onClick={() => {
                  if (wanted !== null) preview(wanted)
                }}
              >
                {words.preview}
              </Button>
            )}
            {changed && (
              <Button
                tone="quiet"
                onClick={() => {
                  setChanges({})
                  forget()
                }}
              >
                {words.reset}
              </Button>
            )}
            {!sameThresholds(wanted ?? stored, DEFAULT_THRESHOLDS) && (
              <Button tone="quiet" disabled={follower} onClick={() => set(draftOf(DEFAULT_THRESHOLDS))}>
                {words.usual}
              </Button>
            )}
          </>
        )}
      </div>
      {follower && <p className="blind-note">{words.follower}</p>}
      {running && !follower && <p className="blind-note">{words.runs}</p>}
      {judging.at === 'told' && <JudgingResultView told={judging} />}
      {judging.at === 'stopped' && (
        <p className="blind-note" role="status">
          {judging.act === 'preview' ? words.stoppedPreview : words.stoppedApply}
        </p>
      )}
      {judging.at === 'problem' && (
        <div role="alert">
          <ProblemNotice problem={judging.problem} />
        </div>
      )}
    </div>
  )
}

function Said({ judging }: { readonly judging: Extract<ReturnType<typeof useJudging>['judging'], { at: 'working' }> }) {
  const words = useThresholdsWords()
  const format = useFormat()
  const { act, progress } = judging
  const say = act === 'preview' ? words.previewing : words.applying
  const said = progress === null ? words.starting : say(progress.done, progress.total, format)
  return (
    <>
      <LiveText text={said} />
      <span aria-hidden="true">{said}</span>
    </>
  )
}
