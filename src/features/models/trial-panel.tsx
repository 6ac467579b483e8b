import { type ReactNode, useState } from 'react'
import { RECIPES } from '#core/synthesis/recipes'
import type { Recipe } from '#core/synthesis/recipe'
import { Button, Panel, Select } from '#ui'
import { useCommands, useMessages, useQuery, useSession } from '#features/context'
import { useDocumentName } from '#features/document-name'
import { MESSAGES } from './messages'
import { type TrialPassage, trialPassage } from './trial-passage'
import { TrialPrompt } from './trial-prompt'
import { TrialResult } from './trial-result'
import { useTrial } from './use-trial'

/** One passage, one press, and what the loaded model makes of it; nothing is stored (rule MODELS10). */
export function TrialPanel() {
  const words = useMessages(MESSAGES).trial
  const commands = useCommands()
  const loaded = useSession(({ engine }) => (engine.state === 'ready' ? engine.model : null))
  const key = useSession(({ project, revisions }) => `${project?.id ?? ''} ${revisions.sources}`)
  const [step, setStep] = useState(0)
  const query = useQuery(`trial ${key} ${step}`, reader => trialPassage(reader, step))
  if (loaded === null) return <Empty>{words.noModel}</Empty>
  if (query.value === undefined) return <Empty>{words.reading}</Empty>
  if (query.value === null) {
    return <Empty act={<Button onClick={() => commands.go('sources')}>{words.toSources}</Button>}>{words.noText}</Empty>
  }
  const { document, start } = query.value
  return (
    <Panel title={words.title} lead={words.lead}>
      <Trial
        key={`${document} ${start}`}
        passage={query.value}
        model={loaded}
        onAnother={() => setStep(before => before + 1)}
      />
    </Panel>
  )
}

function Empty({ children, act }: { readonly children: string; readonly act?: ReactNode }) {
  const words = useMessages(MESSAGES).trial
  return <Panel title={words.title} lead={children} actions={act} />
}

interface TrialProps {
  readonly passage: TrialPassage
  readonly model: string
  readonly onAnother: () => void
}

function Trial({ passage, model, onAnother }: TrialProps) {
  const words = useMessages(MESSAGES).trial
  const locale = useSession(session => session.locale)
  const nameOf = useDocumentName()
  const writes = useSession(session => session.role === 'writer')
  const [recipe, setRecipe] = useState<Recipe | undefined>(RECIPES[0])
  const { trial, start, stop } = useTrial()
  if (recipe === undefined) return null
  const place = { recipe, document: passage.document, start: passage.start, end: passage.end }
  const busy = trial.at === 'writing'
  return (
    <>
      <figure className="trial__passage">
        <blockquote lang={passage.language === 'other' ? undefined : passage.language} tabIndex={0}>
          {passage.text.trim()}
        </blockquote>
        <figcaption>{nameOf(passage)}</figcaption>
      </figure>
      <div className="trial__acts">
        <Select
          label={words.recipe}
          hideLabel
          value={recipe.name}
          disabled={busy}
          options={RECIPES.map(({ name, title }) => ({ value: name, label: title[locale] }))}
          onChange={name => setRecipe(RECIPES.find(one => one.name === name))}
        />
        {busy ? (
          <Button icon="stop" onClick={stop}>
            {words.cancel}
          </Button>
        ) : (
          <Button tone="primary" icon="play" disabled={!writes} onClick={() => start(place)}>
            {trial.at === 'idle' ? words.go : words.again}
          </Button>
        )}
        <Button tone="quiet" icon="refresh" disabled={busy} onClick={onAnother}>
          {words.another}
        </Button>
      </div>
      <TrialResult trial={trial} passage={passage.text} />
      <TrialPrompt key={`${recipe.name} ${model}`} place={place} />
    </>
  )
}
