import { useState } from 'react'
import { type Problem, problemOf } from '#core/problem'
import type { StoredRecipe } from '#core/ports/project-store'
import type { Recipe } from '#core/synthesis/recipe'
import { Button, Dialog } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { problemText } from '#features/problem-text'
import { checkDraft } from './check-draft'
import { faultWords } from './fault-words'
import { PartsFields } from './parts-fields'
import { draftOf, type RecipeDraft } from './recipe-draft'
import { RECIPE_MESSAGES } from './recipe-messages'
import { nameFor } from './recipe-of-draft'
import { SingleFields } from './single-fields'
import { TitleFields } from './title-fields'

export interface RecipeEditorProps {
  /** What the fields begin with. */
  readonly source: Recipe
  /** The own recipe that a new version takes the place of; null makes a copy. */
  readonly replaces: StoredRecipe | null
  /** Of all other recipes. */
  readonly takenNames: readonly string[]
  /** Single recipes that a mixture can hold. */
  readonly singles: readonly Recipe[]
  readonly onSaved: (recipe: Recipe) => void
  readonly onClose: () => void
}

/** A recipe in its fields: a copy of another one, or a new version of an own one (rules WRITE1 to WRITE4). */
export function RecipeEditor({ source, replaces, takenNames, singles, onSaved, onClose }: RecipeEditorProps) {
  const all = useMessages(RECIPE_MESSAGES)
  const words = all.editor
  const format = useFormat()
  const commands = useCommands()
  const locale = useSession(session => session.locale)
  const [first] = useState(() => firstDraft(source, replaces === null, words.copyOf))
  const [draft, setDraft] = useState(first)
  /** Empty fields are told of when saving was tried: they were just added. */
  const [tried, setTried] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const sameTitle = replaces !== null && draft.title.en === first.title.en && draft.title.zh === first.title.zh
  const name = sameTitle ? source.name : nameFor(draft.title, takenNames)
  const { faults, recipe } = checkDraft(draft, name, source)
  const say = (at: string): string | undefined => {
    const fault = faults.get(at)
    return fault === undefined || (fault.kind === 'empty' && !tried) ? undefined : faultWords(fault, all.faults, format)
  }
  const faultsUnder = (at: string): number => [...faults.keys()].filter(key => say(key) && key.startsWith(at)).length
  const changed = JSON.stringify(draft) !== JSON.stringify(first)
  const close = (): void => (changed ? setLeaving(true) : onClose())
  const change = (next: RecipeDraft): void => {
    setDraft(next)
    setLeaving(false)
  }
  const save = async (wanted: Recipe): Promise<void> => {
    const version = await commands.saveRecipe(wanted, true)
    // The old one stays for the runs that name it, but no longer on the list.
    if (replaces !== null && replaces.version !== version) await commands.deleteRecipe(replaces.version)
    onSaved(wanted)
  }
  const press = (): void => {
    setTried(true)
    setProblem(null)
    if (recipe === null) return
    setSaving(true)
    save(recipe).catch((thrown: unknown) => {
      setProblem(problemOf(thrown))
      setSaving(false)
    })
  }
  const fields = { draft, onChange: change, say, faultsUnder }
  const count = tried ? faults.size : faultsUnder('')
  const foot = leaving ? (
    <>
      <p className="recipe-editor__said" role="alert">
        {words.unsaved}
      </p>
      <Button onClick={() => setLeaving(false)}>{words.goOn}</Button>
      <Button tone="danger" onClick={onClose}>
        {words.discard}
      </Button>
    </>
  ) : (
    <>
      <p className="recipe-editor__said" role="alert">
        {problem !== null
          ? problemText(locale, problem)
          : (say('') ?? (count > 0 && words.faults(format.number(count))))}
      </p>
      <Button onClick={close}>{words.cancel}</Button>
      <Button tone="primary" busy={saving} onClick={press}>
        {words.save}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      width="l"
      title={replaces === null ? words.newTitle : words.editTitle}
      closeLabel={words.close}
      onClose={close}
      actions={foot}
    >
      <p className="recipe-editor__lead">
        {replaces === null ? words.madeFrom(source.title[locale]) : words.newVersion}
      </p>
      <TitleFields {...fields} name={name} />
      {draft.parts === null ? (
        <SingleFields {...fields} form={source.form} />
      ) : (
        <PartsFields parts={draft.parts} singles={singles} say={say} onChange={parts => change({ ...draft, parts })} />
      )}
    </Dialog>
  )
}

function firstDraft(
  source: Recipe,
  copies: boolean,
  copyOf: Readonly<Record<'en' | 'zh', (title: string) => string>>,
): RecipeDraft {
  const { en, zh } = source.title
  return copies ? draftOf(source, { en: copyOf.en(en), zh: copyOf.zh(zh) }) : draftOf(source)
}
