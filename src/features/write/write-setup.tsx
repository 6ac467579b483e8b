import { rulesRequest } from '#core/mining/rules-request'
import { useState } from 'react'
import { isInstructionSynthesizer } from '#core/models/instruction-synthesizer'
import type { StoredModel } from '#core/models/model'
import type { ProjectReader, Source, StoredRecipe } from '#core/ports/project-store'
import type { Recipe } from '#core/synthesis/recipe'
import { Disclosure, TextField } from '#ui'
import { useMessages, useQuery } from '#features/context'
import { FamilyChoice } from './family-choice'
import { MESSAGES } from './messages'
import { RecipeChoice } from './recipe-choice'
import { RoundsChoice } from './rounds-choice'
import {
  chainsOf,
  FIRST_RECIPE,
  modelAsk,
  readSeed,
  type Shown,
  tasksOf,
  USUAL_FAMILIES,
  usualRounds,
} from './run-request'
import { SourceChoice } from './source-choice'
import { StartBar } from './start-bar'
import { SynthesizerNote } from './synthesizer-note'
import { TeachChoice } from './teach-choice'
import { ComparePanel } from './compare-panel'
import { TrialPanel } from './trial-panel'
import { useTeaching } from './use-teaching'
import { useWriter } from './use-writers'
import { type Writer, WriterChoice } from './writer-choice'

const PAGE = 500

/** Keys of the documents of some sources. */
async function documentsOf(reader: ProjectReader, sources: readonly Source[]): Promise<readonly number[]> {
  const keys: number[] = []
  for (const { id, firstDocument, lastDocument } of sources) {
    if (firstDocument === null || lastDocument === null) continue
    let after = firstDocument - 1
    while (after < lastDocument) {
      const page = await reader.documents({ after, limit: PAGE, removed: false })
      keys.push(...page.filter(document => document.source === id).map(document => document.order))
      const last = page.at(-1)
      if (last === undefined) break
      after = last.order
    }
  }
  return keys
}

export interface WriteSetupProps {
  readonly sources: readonly Source[]
  readonly models: readonly StoredModel[]
  readonly own: readonly StoredRecipe[]
}

/** What to write from what. */
export function WriteSetup({ sources, models, own }: WriteSetupProps) {
  const words = useMessages(MESSAGES)
  const [wanted, setWriter] = useState<Writer | null>(null)
  const [{ recipe, from }, setRecipe] = useState<{ recipe: Recipe; from: Recipe | null }>({
    recipe: FIRST_RECIPE,
    from: null,
  })
  const [families, setFamilies] = useState<ReadonlySet<string>>(() => new Set(USUAL_FAMILIES))
  /** Ids of the chosen sources; null for all. */
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null)
  const [seedText, setSeedText] = useState('1')
  /** Whether what was kept is shown to the model: off at first, since it changes what a run is asked with (TEACHVIEW1). */
  const [teaches, setTeaches] = useState(false)
  const seed = readSeed(seedText)
  /** null until the person says something: then it is what is usual for the model. */
  const [wantedRounds, setRounds] = useState<number | null>(null)
  const [shots, setShots] = useState<Shown>('written')
  const writer = useWriter(wanted, models)
  const model = writer.kind === 'model' ? writer.model : null
  /** Only chat models take recipes, and can be taught and tried with them. */
  const chat = model !== null && !isInstructionSynthesizer(model) ? model : null
  const rounds = wantedRounds ?? (model === null ? 1 : usualRounds(model))
  const { known, teaching } = useTeaching(recipe, chat, seed)
  const taught = teaching !== null && teaching.examples.length > 0 ? teaching.recipe : null
  const asked = teaches && taught !== null ? taught : recipe
  const some = chosen === null ? null : sources.filter(source => chosen.has(source.id))
  const key = some === null ? 'all' : some.map(source => source.id).join(' ')
  const documents = useQuery(`documents ${key}`, async reader => (some === null ? null : documentsOf(reader, some)))

  const covers =
    seed !== null && (some === null || some.length > 0) && documents.state === 'ready'
      ? { seed, documents: documents.value, sample: null }
      : null
  // Until it is known what the recipe is taught by, nothing can be started.
  const ready = known || !teaches || chat === null ? covers : null
  const rules = covers === null || families.size === 0 ? null : { ...covers, tasks: tasksOf(families) }
  const ask =
    model === null
      ? rules && { request: rulesRequest(rules), recipe: null, speed: null }
      : ready && modelAsk(model, asked, ready, chainsOf(rounds, shots))
  return (
    <div className="write-setup">
      <WriterChoice models={models} writer={writer} onChange={setWriter} />
      {model === null && <FamilyChoice chosen={families} onChange={setFamilies} />}
      {model !== null && chat === null && <SynthesizerNote />}
      {chat !== null && (
        <RecipeChoice
          own={own}
          chosen={recipe}
          onChange={(next, madeFrom) => setRecipe({ recipe: next, from: madeFrom })}
        />
      )}
      {chat !== null && teaching !== null && teaching.pairs > 0 && (
        <TeachChoice teaching={teaching} on={teaches} onChange={setTeaches} />
      )}
      {chat !== null && (
        <TrialPanel
          recipe={asked}
          from={asked === recipe ? from : recipe}
          own={own}
          model={chat}
          documents={documents.value ?? null}
        />
      )}
      {chat !== null && taught !== null && seed !== null && documents.state === 'ready' && (
        <ComparePanel without={recipe} taught={taught} model={chat} documents={documents.value} seed={seed} />
      )}
      {model !== null && (
        <RoundsChoice rounds={rounds} shots={shots} ask={ask} onRounds={setRounds} onShots={setShots} />
      )}
      <SourceChoice sources={sources} chosen={chosen} onChange={setChosen} />
      <Disclosure summary={words.advanced.title} open={seed === null ? true : undefined}>
        <TextField
          className="write-setup__seed"
          label={words.advanced.seed}
          type="number"
          inputMode="numeric"
          min={0}
          step={1}
          value={seedText}
          onChange={setSeedText}
          hint={words.advanced.seedHint}
          problem={seed === null ? words.advanced.seedProblem : undefined}
        />
      </Disclosure>
      <StartBar ask={ask} model={model} />
    </div>
  )
}
