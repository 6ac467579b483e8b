import type { Recipe } from '#core/synthesis/recipe'
import { BarPlot, IconButton, Segmented, Select, TextField } from '#ui'
import { useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import type { EditorFields } from './editor-fields'
import { newPart, type PartDraft, type PartsDraft } from './recipe-draft'
import { RECIPE_MESSAGES } from './recipe-messages'
import { numberOf } from './recipe-of-draft'

export interface PartsFieldsProps extends Pick<EditorFields, 'say'> {
  readonly parts: PartsDraft
  /** What can be added. */
  readonly singles: readonly Recipe[]
  readonly onChange: (parts: PartsDraft) => void
}

/** A mixture: which recipes, how often, and what that comes to. */
export function PartsFields({ parts, singles, say, onChange }: PartsFieldsProps) {
  const words = useMessages(RECIPE_MESSAGES).editor
  const locale = useSession(session => session.locale)
  const { mode, items } = parts
  const addable = singles.filter(single => !items.some(({ recipe }) => recipe.name === single.name))
  const fault = say('parts')
  return (
    <section className="recipe-editor__part" aria-label={words.parts}>
      <div className="recipe-editor__head">
        <h3>{words.parts}</h3>
        <Segmented
          label={words.mode}
          hideLabel
          value={mode}
          onChange={next => onChange({ ...parts, mode: next })}
          options={[
            { value: 'share', label: words.modes.share },
            { value: 'each', label: words.modes.each },
          ]}
        />
      </div>
      <p className="recipe-editor__hint">{words.modeHints[mode]}</p>
      <div className="parts">
        <ul className="parts__list">
          {items.map(part => (
            <li key={part.key}>
              <span>{part.recipe.title[locale]}</span>
              <TextField
                hideLabel
                label={words.weight(part.recipe.title[locale])}
                type="number"
                min={0}
                step="any"
                value={part.weight}
                problem={say(`parts.${part.key}`)}
                onChange={weight =>
                  onChange({ ...parts, items: items.map(one => (one === part ? { ...part, weight } : one)) })
                }
              />
              <IconButton
                icon="cross"
                size="s"
                label={words.removePart(part.recipe.title[locale])}
                onClick={() => onChange({ ...parts, items: items.filter(one => one !== part) })}
              />
            </li>
          ))}
        </ul>
        {mode === 'share' && <Shares items={items} />}
      </div>
      {fault !== undefined && <p className="write-setup__problem">{fault}</p>}
      {addable.length > 0 && (
        <Select
          label={words.addPart}
          value=""
          options={[
            { value: '', label: words.addPartNone, disabled: true },
            ...addable.map(({ name, title }) => ({ value: name, label: title[locale] })),
          ]}
          onChange={name => {
            const added = addable.find(single => single.name === name)
            if (added !== undefined) onChange({ ...parts, items: [...items, newPart(added)] })
          }}
        />
      )}
      <p className="recipe-editor__hint">{words.partsHint}</p>
    </section>
  )
}

/** The shares that the weights come to, while they are typed. */
function Shares({ items }: { readonly items: readonly PartDraft[] }) {
  const words = useMessages(RECIPE_MESSAGES).editor
  const format = useFormat()
  const locale = useSession(session => session.locale)
  const weights = items.map(({ weight }) => Math.max(0, numberOf(weight)) || 0)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return null
  return (
    <BarPlot
      label={words.shares}
      showLabel
      bars={items.map(({ key, recipe }, index) => ({
        id: key,
        label: recipe.title[locale],
        value: weights[index] ?? 0,
        text: format.percent((weights[index] ?? 0) / total),
        accent: true,
      }))}
    />
  )
}
