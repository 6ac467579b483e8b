import { useEffect, useState } from 'react'
import type { PairSelection } from '#core/ports/project-store'
import { RECIPES } from '#core/synthesis/recipes'
import { useCommands, useReader, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { Button, Checkbox, Dialog, Select, Spinner } from '#ui'
import { readRewrite, type RewritePlan, whyNotAgain } from './rewrite-plan'
import { REWRITES } from './rewrites'
import { useAgainWords } from './use-again-words'
import { useReviewWords } from './use-review-words'

export interface WriteAgainProps {
  readonly selection: PairSelection
  readonly onClose: () => void
}

/** Plans a run over the passages of pairs; what is there stays until the person drops it. */
export function WriteAgain({ selection, onClose }: WriteAgainProps) {
  const words = useAgainWords()
  const review = useReviewWords()
  const format = useFormat()
  const reader = useReader()
  const { startRun, report } = useCommands()
  const project = useSession(session => session.project?.id ?? '')
  const engine = useSession(session => session.engine)
  const follower = useSession(session => session.role === 'follower')
  const locale = useSession(session => session.locale)
  const titleOf = (name: string): string => RECIPES.find(recipe => recipe.name === name)?.title[locale] ?? name
  const [plan, setPlan] = useState<RewritePlan | null>(null)
  const [chosen, setChosen] = useState('0')
  const [drop, setDrop] = useState(false)
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<ReturnType<typeof whyNotAgain>>(null)

  useEffect(() => {
    const cancel = { aborted: false }
    const look = async (): Promise<void> => {
      const read = await readRewrite(cancel, reader(), selection)
      const only = 'keys' in selection && selection.keys.length === 1 ? selection.keys[0] : undefined
      const pair = only === undefined ? undefined : await reader().pair(only)
      if (cancel.aborted) return
      setWhy(pair === undefined ? null : whyNotAgain(pair))
      setPlan(read)
    }
    look().catch(report)
    return () => {
      cancel.aborted = true
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- looked at once: the dialog is about what was there when it opened
  }, [])

  const group = plan?.groups[Number(chosen)]
  const model = group?.request.model ?? ''
  const loads = group !== undefined && (engine.state !== 'ready' || engine.model !== model)
  const start = (): void => {
    if (group === undefined) return
    setBusy(true)
    startRun(group.request).then(
      run => {
        REWRITES.add({ project, run: run.sequence, keys: group.keys, drop })
        onClose()
      },
      (thrown: unknown) => {
        setBusy(false)
        report(thrown)
      },
    )
  }
  const reason =
    why === 'own'
      ? words.ownOnly
      : why === 'other'
        ? words.otherOnly
        : why === 'same'
          ? words.sameOnly
          : plan?.groups.length === 0
            ? words.rulesOnly
            : null
  return (
    <Dialog
      open
      title={words.writeTitle}
      closeLabel={words.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button tone="primary" busy={busy} disabled={group === undefined || follower} onClick={start}>
            {words.start}
          </Button>
        </>
      }
    >
      <div className="write-again">
        {plan === null && (
          <p role="status">
            <Spinner /> {words.looking}
          </p>
        )}
        {follower && <p className="pair-note">{review.follower}</p>}
        {reason !== null && <p>{reason}</p>}
        {plan !== null && plan.groups.length > 1 && (
          <Select
            label={words.which}
            value={chosen}
            options={plan.groups.map(({ request }, at) => ({
              value: String(at),
              label: words.group(request.places?.length ?? 0, titleOf(request.recipe), request.model ?? '', format),
            }))}
            onChange={setChosen}
          />
        )}
        {group !== undefined && (
          <>
            {plan?.groups.length === 1 && (
              <p>
                <strong>
                  {words.group(group.request.places?.length ?? 0, titleOf(group.request.recipe), model, format)}
                </strong>
              </p>
            )}
            <p>{words.plan(group.request.places?.length ?? 0, group.keys.length, format)}</p>
            {plan !== null && plan.fixed > 0 && <p className="pair-note">{words.leftOut(plan.fixed, format)}</p>}
            {loads && <p className="pair-note">{words.loadsModel(model)}</p>}
            <Checkbox label={words.dropOld} hint={words.dropOldHint} checked={drop} onChange={setDrop} />
          </>
        )}
      </div>
    </Dialog>
  )
}
