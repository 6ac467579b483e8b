import { useEffect, useState } from 'react'
import type { StoredModel } from '#core/models/model'
import type { RunRequest } from '#core/run/run'
import { RULES } from '#core/mining/rules-request'
import { RECIPES } from '#core/synthesis/recipes'
import { useCommands, useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { useTaskWord } from '#features/task-words'
import { Button, Dialog, Select } from '#ui'
import { type Cell, thinCells } from './coverage'
import { topUpRequest } from './top-up-request'
import { useCoverageWords } from './use-coverage-words'

export type Scope = 'document' | 'section' | 'passage'

export interface TopUpProps {
  readonly document: number
  /** What each scope covers; the one that was asked for first. */
  readonly scopes: readonly (readonly [scope: Scope, cells: readonly Cell[]])[]
  /** The task whose pairs count; '' for all. */
  readonly task: string
  readonly onStarted: () => void
  readonly onClose: () => void
}

const LEAST = ['1', '2', '3', '4', '6'] as const

/** Plans a run over the passages that have too few usable pairs. */
export function TopUp({ document, scopes, task, onStarted, onClose }: TopUpProps) {
  const words = useCoverageWords()
  const format = useFormat()
  const taskWord = useTaskWord()
  const { models: askModels, saveRecipe, startRun, go, report } = useCommands()
  const locale = useSession(session => session.locale)
  const follower = useSession(session => session.role === 'follower')
  const loaded = useSession(({ engine }) => (engine.state === 'ready' ? engine.model : null))
  const [models, setModels] = useState<readonly StoredModel[]>([])
  const own = useQuery('top-up recipes', reader => reader.ownRecipes()).value ?? []
  const runs = useQuery('top-up runs', reader => reader.runs()).value ?? []
  const [scope, setScope] = useState<Scope>(scopes[0]?.[0] ?? 'document')
  const [atLeast, setAtLeast] = useState<(typeof LEAST)[number]>('1')
  const [writer, setWriter] = useState<string | null>(null)
  const [named, setNamed] = useState('0')
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let current = true
    askModels().then(
      found => {
        if (current) setModels(found)
      },
      // Without the list there are the rules.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [askModels])

  const chosen = writer ?? loaded ?? models[0]?.id ?? RULES.name
  const model = models.find(one => one.id === chosen)
  const byRules = model === undefined
  const recipes = [...RECIPES, ...own.map(stored => stored.recipe)]
  const recipe = recipes[Number(named)] ?? recipes[0]
  const cells = scopes.find(([name]) => name === scope)?.[1] ?? []
  const thin = thinCells(cells, Number(atLeast), byRules)

  const start = async (): Promise<void> => {
    if (thin.length === 0) return
    setBusy(true)
    try {
      const places = thin.map(cell => ({ document, start: cell.start }))
      const by: Parameters<typeof topUpRequest>[0] =
        model === undefined || recipe === undefined
          ? { rules: true, task }
          : { rules: false, model, recipe: recipe.name, version: await saveRecipe(recipe, false) }
      const request: RunRequest = topUpRequest(by, document, places, runs)
      await startRun(request)
      onStarted()
    } catch (thrown) {
      setBusy(false)
      report(thrown)
    }
  }
  return (
    <Dialog
      open
      title={words.topUp}
      closeLabel={words.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            tone="primary"
            busy={busy}
            disabled={follower || thin.length === 0}
            onClick={() => {
              void start()
            }}
          >
            {words.start(thin.length, format)}
          </Button>
        </>
      }
    >
      <div className="top-up">
        <Select
          label={words.scope}
          value={scope}
          options={scopes.map(([name]) => ({ value: name, label: words.scopes[name] }))}
          onChange={setScope}
        />
        <Select
          label={words.writer}
          value={chosen}
          options={[
            ...models.map(one => ({ value: one.id, label: one.title })),
            { value: RULES.name, label: words.rules },
          ]}
          onChange={setWriter}
        />
        {byRules ? (
          <p className="pair-note">{words.rulesHint}</p>
        ) : (
          <>
            <Select
              label={words.recipe}
              value={named}
              options={recipes.map((one, at) => ({ value: String(at), label: one.title[locale] }))}
              onChange={setNamed}
            />
            <Select
              label={words.atLeast}
              value={atLeast}
              options={LEAST.map(value => ({ value, label: words.usablePairs(Number(value), format) }))}
              onChange={setAtLeast}
            />
            {task !== '' && <p className="pair-note">{words.ofTask(taskWord(task))}</p>}
          </>
        )}
        {models.length === 0 && (
          <p className="pair-note">
            <span>
              {words.noModels}{' '}
              <Button size="s" onClick={() => go('models')}>
                {words.toModels}
              </Button>
            </span>
          </p>
        )}
        {follower && <p className="pair-note">{words.follower}</p>}
        <p role="status">
          <strong>
            {thin.length > 0 ? words.plan(thin.length, format) : byRules ? words.allWritten : words.nothing}
          </strong>
        </p>
      </div>
    </Dialog>
  )
}
