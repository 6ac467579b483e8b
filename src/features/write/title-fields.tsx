import { TextField } from '#ui'
import { useMessages } from '#features/context'
import type { EditorFields } from './editor-fields'
import { RECIPE_MESSAGES } from './recipe-messages'

/** What the recipe is called, on screen and in what is exported. */
export function TitleFields({ draft, onChange, say, name }: EditorFields & { readonly name: string }) {
  const words = useMessages(RECIPE_MESSAGES).editor
  const { title } = draft
  return (
    <div className="recipe-editor__two">
      <TextField
        data-autofocus
        label={words.titleEn}
        value={title.en}
        onChange={en => onChange({ ...draft, title: { ...title, en } })}
        hint={words.nameHint(name)}
        problem={say('title.en')}
      />
      <TextField
        label={words.titleZh}
        lang="zh"
        value={title.zh}
        onChange={zh => onChange({ ...draft, title: { ...title, zh } })}
        hint={words.titleHint}
        problem={say('title.zh')}
      />
    </div>
  )
}
