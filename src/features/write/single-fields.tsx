import type { Form } from '#core/synthesis/pair'
import { pairsFor } from '#core/synthesis/pairs-for'
import { Disclosure, Switch, TextArea, TextField } from '#ui'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import type { EditorFields } from './editor-fields'
import { RECIPE_MESSAGES } from './recipe-messages'
import { numberOf } from './recipe-of-draft'
import { WordsFields } from './words-fields'

const SHORT_PASSAGE = 200
const LONG_PASSAGE = 800

/** All that a recipe says which is no mixture. */
export function SingleFields({ form, ...fields }: EditorFields & { readonly form: Form }) {
  const { draft, onChange, say } = fields
  const words = useMessages(RECIPE_MESSAGES).editor
  const figure = (key: 'perTokens' | 'minimum' | 'maximum' | 'temperature' | 'topP' | 'tokensPerPair') => ({
    type: 'number',
    inputMode: 'decimal' as const,
    step: 'any',
    label: words[key],
    value: draft[key],
    onChange: (value: string) => onChange({ ...draft, [key]: value }),
    problem: say(key),
  })
  const sampling = ['temperature', 'topP', 'tokensPerPair'].some(key => say(key) !== undefined)
  return (
    <>
      <WordsFields {...fields} form={form} />
      <TextArea
        grow
        rows={1}
        label={words.style}
        hint={words.styleHint}
        value={draft.style}
        onChange={style => onChange({ ...draft, style })}
        problem={say('style')}
      />
      <fieldset className="recipe-editor__part">
        <legend className="ui-field__label">{words.pairs}</legend>
        <div className="recipe-editor__three">
          <TextField {...figure('perTokens')} />
          <TextField {...figure('minimum')} />
          <TextField {...figure('maximum')} />
        </div>
        <PairsExample {...fields} />
      </fieldset>
      <Switch
        checked={draft.needsPassage}
        label={words.needsPassage}
        hint={words.needsPassageHint}
        onChange={needsPassage => onChange({ ...draft, needsPassage })}
      />
      <Disclosure summary={words.advanced} open={sampling ? true : undefined}>
        <div className="recipe-editor__three">
          <TextField {...figure('temperature')} hint={words.temperatureHint} />
          <TextField {...figure('topP')} hint={words.topPHint} />
          <TextField {...figure('tokensPerPair')} hint={words.tokensPerPairHint} />
        </div>
      </Disclosure>
    </>
  )
}

/** What the three figures come to, as long as they are sound. */
function PairsExample({ draft, say }: EditorFields) {
  const words = useMessages(RECIPE_MESSAGES).editor
  const format = useFormat()
  if (['perTokens', 'minimum', 'maximum'].some(key => say(key) !== undefined)) return null
  const pairs = {
    perTokens: numberOf(draft.perTokens),
    minimum: numberOf(draft.minimum),
    maximum: numberOf(draft.maximum),
  }
  const asked = (tokens: number): string => format.number(pairsFor(pairs, tokens))
  return <p className="recipe-editor__hint">{words.pairsExample(asked(SHORT_PASSAGE), asked(LONG_PASSAGE))}</p>
}
