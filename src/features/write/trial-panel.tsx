import { useState } from 'react'
import type { StoredModel } from '#core/models/model'
import type { StoredRecipe } from '#core/ports/project-store'
import type { Recipe } from '#core/synthesis/recipe'
import { RECIPES } from '#core/synthesis/recipes'
import { taughtPlaces } from '#core/synthesis/teach'
import { Button, Disclosure, LiveText, Select } from '#ui'
import { useMessages, useQuery, useSession } from '#features/context'
import { useDocumentName } from '#features/document-name'
import { useFormat } from '#features/format'
import { RECIPE_MESSAGES } from './recipe-messages'
import { sameRecipe } from './same-recipe'
import { TrialBlocked, useTrialBlock } from './trial-blocked'
import { type TrialPassage, trialPassages } from './trial-passages'
import { TrialPrompt } from './trial-prompt'
import { TrialResult } from './trial-result'
import { type TrialStage, useTrials } from './use-trials'

export interface TrialPanelProps {
  readonly recipe: Recipe
  /** What the recipe was made from, to stand beside it; null where that is not known. */
  readonly from: Recipe | null
  readonly own: readonly StoredRecipe[]
  readonly model: StoredModel
  /** Keys of the chosen documents; null for all. */
  readonly documents: readonly number[] | null
}

/** What the chosen recipe makes of three passages, beside another one where the person wants (rules WRITE5 to WRITE7). */
export function TrialPanel(props: TrialPanelProps) {
  const words = useMessages(RECIPE_MESSAGES).trial
  const [open, setOpen] = useState(false)
  return (
    <Disclosure summary={words.title} open={open} onToggle={setOpen}>
      {open && <Passages {...props} />}
    </Disclosure>
  )
}

function Passages(props: TrialPanelProps) {
  const { recipe, from, own, model, documents } = props
  const words = useMessages(RECIPE_MESSAGES).trial
  const locale = useSession(session => session.locale)
  const source = useSession(({ project, revisions }) => `${project?.id ?? ''} ${revisions.sources}`)
  const [round, setRound] = useState(0)
  /** A recipe's name; null for what the chosen one was made from. */
  const [wanted, setWanted] = useState<string | null>(null)
  const key = `trial ${source} ${documents?.join(' ') ?? 'all'} ${round}`
  const query = useQuery(key, reader => trialPassages(reader, documents, round))
  const others = [...RECIPES, ...own.map(stored => stored.recipe)].filter(one => !sameRecipe(one, recipe))
  const before = from !== null && !others.some(one => sameRecipe(one, from)) ? from : null
  const beside = wanted === null ? from : wanted === BEFORE ? before : (others.find(one => one.name === wanted) ?? null)
  if (query.value === undefined) return <p className="tryout__quiet">{words.looking}</p>
  if (query.value.length === 0) return <p className="tryout__quiet">{words.noText}</p>
  const value = beside === null ? '' : beside === before ? BEFORE : beside.name
  const choice = (
    <Select
      label={words.beside}
      value={value}
      options={[
        { value: '', label: words.besideNone },
        ...(before === null ? [] : [{ value: BEFORE, label: words.before(before.title[locale]) }]),
        ...others.map(({ name, title }) => ({ value: name, label: title[locale] })),
      ]}
      onChange={setWanted}
    />
  )
  const recipes: readonly Tried[] = [
    { recipe, title: (taughtPlaces(recipe).length > 0 ? words.taught : String)(recipe.title[locale]) },
    ...(beside === null
      ? []
      : [{ recipe: beside, title: (beside === before ? words.before : String)(beside.title[locale]) }]),
  ]
  return (
    <Trials
      // What was written belongs to these passages, these recipes and this model.
      key={JSON.stringify([key, recipes, model.id])}
      passages={query.value}
      recipes={recipes}
      model={model}
      round={round}
      onOthers={() => setRound(round + 1)}
    >
      {choice}
    </Trials>
  )
}

/** A recipe that is tried, and what stands above its answers. */
interface Tried {
  readonly recipe: Recipe
  readonly title: string
}

/** No recipe is named so: names have letters and digits. */
const BEFORE = '-'

interface TrialsProps {
  readonly passages: readonly TrialPassage[]
  readonly recipes: readonly Tried[]
  readonly model: StoredModel
  readonly round: number
  readonly onOthers: () => void
  readonly children: React.ReactNode
}

function Trials({ passages, recipes, model, round, onOthers, children }: TrialsProps) {
  const words = useMessages(RECIPE_MESSAGES).trial
  const format = useFormat()
  const block = useTrialBlock(model)
  const { stages, busy, start, stop } = useTrials()
  const [times, setTimes] = useState(0)
  const keyOf = ({ document, start: from }: TrialPassage, column: number): string => `${document} ${from} ${column}`
  const write = (): void => {
    setTimes(times + 1)
    start(
      passages.flatMap((passage, index) =>
        recipes.map(({ recipe }, column) => ({
          key: keyOf(passage, column),
          trial: {
            recipe,
            document: passage.document,
            start: passage.start,
            end: passage.end,
            // The same for what stands side by side, another one for each passage and each time.
            seed: 1 + (times * 100 + round) * passages.length + index,
          },
        })),
      ),
    )
  }
  const settled = [...stages.values()].filter(({ at }) => at === 'done').length
  return (
    <div className="tryouts">
      <div className="tryout__head">
        {busy ? (
          <Button icon="stop" onClick={stop}>
            {words.stop}
          </Button>
        ) : (
          <Button tone="primary" icon="play" disabled={block !== null} onClick={write}>
            {times === 0 ? words.go : words.again}
          </Button>
        )}
        <Button tone="quiet" icon="refresh" disabled={busy} onClick={onOthers}>
          {words.others}
        </Button>
        {children}
      </div>
      {block === null ? <p className="tryout__quiet">{words.lead}</p> : <TrialBlocked block={block} model={model} />}
      <LiveText
        text={times === 0 ? '' : words.done(format.number(settled), format.number(passages.length * recipes.length))}
        everyMs={3_000}
      />
      {passages.map(passage => (
        <Place
          key={`${passage.document} ${passage.start}`}
          passage={passage}
          recipes={recipes}
          model={model}
          stageAt={column => stages.get(keyOf(passage, column))}
        />
      ))}
    </div>
  )
}

interface PlaceProps {
  readonly passage: TrialPassage
  readonly recipes: readonly Tried[]
  readonly model: StoredModel
  readonly stageAt: (column: number) => TrialStage | undefined
}

/** One passage, and beside or below it what each recipe made of it. */
function Place({ passage, recipes, model, stageAt }: PlaceProps) {
  const nameOf = useDocumentName()
  const loaded = useSession(({ engine }) => engine.state === 'ready' && engine.model === model.id)
  const { document, start, end, headings, language, text } = passage
  const name = [nameOf(passage), ...headings].join(' › ')
  return (
    <article className="tryout" aria-label={name}>
      <figure className="tryout__passage">
        <figcaption>{name}</figcaption>
        <blockquote lang={language === 'other' ? undefined : language} tabIndex={0}>
          {text.trim()}
        </blockquote>
      </figure>
      <div className="tryout__columns" data-two={recipes.length > 1}>
        {recipes.map(({ recipe, title }, column) => {
          const stage = stageAt(column)
          return (
            <div key={column} className="tryout__column">
              {recipes.length > 1 && <h3>{title}</h3>}
              {stage !== undefined && <TrialResult stage={stage} passage={text} />}
              <TrialPrompt key={`${loaded}`} place={{ recipe, document, start, end }} />
            </div>
          )
        })}
      </div>
    </article>
  )
}
