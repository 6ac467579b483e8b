import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { PairKey, ProjectReader } from '#core/ports/project-store'
import { useCommands, useQuery, useReader, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { Button, Progress } from '#ui'
import { type Rewrite, REWRITES } from './rewrites'
import { useAgainWords } from './use-again-words'

/** Old pairs that nobody has kept or edited: these may go. */
async function undecided(reader: ProjectReader, keys: readonly PairKey[]): Promise<readonly PairKey[]> {
  const pairs = await Promise.all(keys.map(key => reader.pair(key)))
  return pairs.filter(pair => pair !== undefined && pair.pair.decision === null).flatMap(pair => pair?.key ?? [])
}

/** What this tab has asked to be written again, and what becomes of the old pairs once it is there. */
export function RewriteBars({ onDone }: { readonly onDone: () => void }) {
  const project = useSession(session => session.project?.id)
  const all = useSyncExternalStore(REWRITES.subscribe, REWRITES.list)
  return all
    .filter(one => one.project === project)
    .map(one => <RewriteBar key={one.run} rewrite={one} onDone={onDone} />)
}

function RewriteBar({ rewrite, onDone }: { readonly rewrite: Rewrite; readonly onDone: () => void }) {
  const words = useAgainWords()
  const format = useFormat()
  const reader = useReader()
  const { decide, report } = useCommands()
  const live = useSession(session => (session.run?.run.sequence === rewrite.run ? session.run.run : undefined))
  const revision = useSession(session => session.revisions.runs)
  const pairs = useSession(session => session.revisions.pairs)
  const stored = useQuery(`rewrite:${rewrite.run}:${revision}`, async read =>
    (await read.runs()).find(run => run.sequence === rewrite.run),
  ).value
  const run = stored?.status === 'done' ? stored : (live ?? stored)
  const open = useQuery(`rewrite-old:${rewrite.run}:${run?.status ?? ''}:${pairs}`, async read =>
    run?.status === 'done' ? undecided(read, rewrite.keys) : [],
  ).value
  const [dropped, setDropped] = useState<number | null>(null)
  const once = useRef(false)

  const drop = (): void => {
    if (once.current) return
    once.current = true
    const work = async (): Promise<void> => {
      const changed = await decide({ keys: await undecided(reader(), rewrite.keys) }, 'drop')
      setDropped(changed)
      if (changed > 0) onDone()
    }
    work().catch((thrown: unknown) => {
      once.current = false
      report(thrown)
    })
  }
  const dropByItself = useEffectEvent(drop)
  const succeeded = run?.status === 'done' && run.pairs > 0
  useEffect(() => {
    if (rewrite.drop && succeeded) dropByItself()
  }, [rewrite.drop, succeeded])

  if (run === undefined) return null
  const leave = (
    <Button size="s" tone="quiet" onClick={() => REWRITES.remove(rewrite.run)}>
      {dropped === null && succeeded ? words.dismiss : words.close}
    </Button>
  )
  if (run.status === 'running')
    return (
      <div className="bulk" role="group" aria-label={words.rewriteLabel}>
        <div className="bulk__work">
          <span>{words.progress(run.done + run.failed, run.total, format)}</span>
          <Progress value={run.total === 0 ? null : (run.done + run.failed) / run.total} label={words.rewriteLabel} />
        </div>
      </div>
    )
  const done = run.status === 'done'
  return (
    <div className="bulk bulk--asking" role="group" aria-label={words.rewriteLabel}>
      <span role="status">
        {!done ? words.stopped : dropped === null ? words.done(run.pairs, format) : words.dropped(dropped, format)}
      </span>
      {succeeded && dropped === null && (open?.length ?? 0) > 0 && (
        <Button size="s" onClick={drop}>
          {words.dropNow(open?.length ?? 0, format)}
        </Button>
      )}
      {leave}
    </div>
  )
}
