import { useRef, useState } from 'react'
import type { PairSelection } from '#core/ports/project-store'
import { problemOf } from '#core/problem'
import type { Decision } from '#core/synthesis/pair'
import { useCommands, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { Button, Progress } from '#ui'
import type { Group } from './review-filter'
import { useReviewWords } from './use-review-words'

type Stage =
  | { readonly at: 'idle' }
  | { readonly at: 'asking'; readonly decision: Decision; readonly count: number }
  | { readonly at: 'working'; readonly decision: Decision; readonly count: number; readonly done: number }
  | { readonly at: 'done'; readonly decision: Decision; readonly changed: number }
  | { readonly at: 'stopped' }

export interface BulkBarProps {
  readonly group: Group
  /** Pairs that the list shows. */
  readonly count: number
  readonly selection: () => PairSelection
  /** Something was decided: one more step of undo. */
  readonly onDone: () => void
  readonly onUndo: () => void
  readonly onWriteAgain: () => void
}

/** Decides everything that the list shows: asked back in place with the count, one step of undo. */
export function BulkBar({ group, count, selection, onDone, onUndo, onWriteAgain }: BulkBarProps) {
  const words = useReviewWords()
  const format = useFormat()
  const { decide, report } = useCommands()
  const follower = useSession(session => session.role === 'follower')
  const canUndo = useSession(session => session.undo.undo !== null)
  const [stage, setStage] = useState<Stage>({ at: 'idle' })
  const abort = useRef<AbortController>(undefined)

  const start = async (decision: Decision): Promise<void> => {
    const controller = new AbortController()
    abort.current = controller
    setStage({ at: 'working', decision, count, done: 0 })
    try {
      const changed = await decide(selection(), decision, controller.signal, done =>
        setStage({ at: 'working', decision, count, done }),
      )
      setStage({ at: 'done', decision, changed })
      if (changed > 0) onDone()
    } catch (thrown) {
      const cancelled = problemOf(thrown).kind === 'cancelled'
      setStage(cancelled ? { at: 'stopped' } : { at: 'idle' })
      if (!cancelled) report(thrown)
    }
  }

  if (stage.at === 'working')
    return (
      <div className="bulk" role="group" aria-label={words.bulkLabel}>
        <div className="bulk__work">
          <span>{words.bulkAtWork[stage.decision](stage.done, stage.count, format)}</span>
          <Progress value={stage.count === 0 ? null : stage.done / stage.count} label={words.bulkLabel} />
        </div>
        <Button size="s" onClick={() => abort.current?.abort()}>
          {words.bulkStop}
        </Button>
      </div>
    )
  if (stage.at === 'asking')
    return (
      <div className="bulk bulk--asking" role="group" aria-label={words.bulkLabel}>
        <span>{words.bulkAsk[stage.decision](count, format)}</span>
        <Button size="s" tone="primary" ref={node => node?.focus()} onClick={() => void start(stage.decision)}>
          {words.bulkYes[stage.decision](count, format)}
        </Button>
        <Button size="s" onClick={() => setStage({ at: 'idle' })}>
          {words.bulkNo}
        </Button>
      </div>
    )
  const ask = (decision: Decision): void => setStage({ at: 'asking', decision, count })
  if (count === 0 && stage.at === 'idle') return <div className="bulk bulk--empty" />
  return (
    <div className="bulk" role="group" aria-label={words.bulkLabel}>
      {stage.at === 'done' && (
        <span className="bulk__said" role="status">
          {words.bulkDone[stage.decision](stage.changed, format)}
          {canUndo && (
            <Button
              size="s"
              tone="quiet"
              icon="undo"
              onClick={() => {
                setStage({ at: 'idle' })
                onUndo()
              }}
            >
              {words.undo}
            </Button>
          )}
        </span>
      )}
      {stage.at === 'stopped' && (
        <span className="bulk__said" role="status">
          {words.bulkStopped}
        </span>
      )}
      {group !== 'kept' && count > 0 && (
        <Button size="s" tone="quiet" disabled={follower} onClick={() => ask('keep')}>
          {words.bulkKeep(count, format)}
        </Button>
      )}
      {group !== 'dropped' && count > 0 && (
        <Button size="s" tone="quiet" disabled={follower} onClick={() => ask('drop')}>
          {words.bulkDrop(count, format)}
        </Button>
      )}
      {count > 0 && (
        <Button size="s" tone="quiet" disabled={follower} onClick={onWriteAgain}>
          {words.bulkWriteAgain}
        </Button>
      )}
    </div>
  )
}
