import { rulesRequest } from '#core/mining/rules-request'
import { useState } from 'react'
import type { StoredModel } from '#core/models/model'
import type { ProjectReader, Source, StoredRecipe } from '#core/ports/project-store'
import type { Recipe } from '#core/synthesis/recipe'
import { Disclosure, TextField } from '#ui'
import { useMessages, useQuery } from '#features/context'
import { FamilyChoice } from './family-choice'
import { MESSAGES } from './messages'
import { RecipeChoice } from './recipe-choice'
import { FIRST_RECIPE, modelAsk, readSeed, tasksOf, USUAL_FAMILIES } from './run-request'
import { SourceChoice } from './source-choice'
import { StartBar } from './start-bar'
import { TrialPanel } from './trial-panel'
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
  const seed = readSeed(seedText)
  const writer = useWriter(wanted, models)
  const some = chosen === null ? null : sources.filter(source => chosen.has(source.id))
  const key = some === null ? 'all' : some.map(source => source.id).join(' ')
  const documents = useQuery(`documents ${key}`, async reader => (some === null ? null : documentsOf(reader, some)))

  const covers =
    seed !== null && (some === null || some.length > 0) && documents.state === 'ready'
      ? { seed, documents: documents.value, sample: null }
      : null
  const rules = covers === null || families.size === 0 ? null : { ...covers, tasks: tasksOf(families) }
  const ask =
    writer.kind === 'rules'
      ? rules && { request: rulesRequest(rules), recipe: null, speed: null }
      : covers && modelAsk(writer.model, recipe, covers)
  return (
    <div className="write-setup">
      <WriterChoice models={models} writer={writer} onChange={setWriter} />
      {writer.kind === 'rules' ? (
        <FamilyChoice chosen={families} onChange={setFamilies} />
      ) : (
        <RecipeChoice
          own={own}
          chosen={recipe}
          onChange={(next, madeFrom) => setRecipe({ recipe: next, from: madeFrom })}
        />
      )}
      {writer.kind === 'model' && (
        <TrialPanel recipe={recipe} from={from} own={own} model={writer.model} documents={documents.value ?? null} />
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
      <StartBar ask={ask} model={writer.kind === 'model' ? writer.model : null} />
    </div>
  )
}
