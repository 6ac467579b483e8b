import { useState } from 'react'
import type { Form } from '#core/synthesis/pair'
import { Button, Disclosure, IconButton, TextArea } from '#ui'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import type { EditorFields } from './editor-fields'
import { type ExampleDraft, newPair, type PairDraft } from './recipe-draft'
import { RECIPE_MESSAGES } from './recipe-messages'

const START = 48

export interface ExampleFieldsProps extends Pick<EditorFields, 'say'> {
  /** Where it stands among the fields. */
  readonly at: string
  readonly number: number
  readonly language: 'en' | 'zh'
  readonly form: Form
  readonly example: ExampleDraft
  readonly faulty: boolean
  readonly onChange: (example: ExampleDraft) => void
  readonly onRemove: () => void
}

/** One worked example: a passage, and the pairs that a good answer holds. A new one and a faulty one stand open. */
export function ExampleFields(props: ExampleFieldsProps) {
  const { at, number, language, form, example, faulty, say, onChange, onRemove } = props
  const words = useMessages(RECIPE_MESSAGES).editor
  const format = useFormat()
  const [open, setOpen] = useState(example.passage === '')
  const start = Array.from(example.passage.trim())
  const summary = start.length > START ? `${start.slice(0, START).join('')} …` : start.join('')
  const pairsFault = say(`${at}.pairs`)
  const changed = (pair: PairDraft, next: PairDraft): void =>
    onChange({ ...example, pairs: example.pairs.map(one => (one === pair ? next : one)) })
  return (
    <Disclosure summary={words.example(format.number(number), summary)} open={open || faulty} onToggle={setOpen}>
      <div className="example">
        <TextArea
          grow
          rows={3}
          label={words.passage}
          lang={language}
          value={example.passage}
          onChange={passage => onChange({ ...example, passage })}
          problem={say(`${at}.passage`)}
        />
        {example.pairs.map((pair, index) => (
          <PairFields
            key={pair.key}
            at={`${at}.${pair.key}`}
            number={format.number(index + 1)}
            {...{ language, form, pair, say }}
            onChange={next => changed(pair, next)}
            onRemove={() => onChange({ ...example, pairs: example.pairs.filter(one => one !== pair) })}
          />
        ))}
        {pairsFault !== undefined && <p className="write-setup__problem">{pairsFault}</p>}
        <div className="recipe-acts">
          <Button size="s" icon="plus" onClick={() => onChange({ ...example, pairs: [...example.pairs, newPair()] })}>
            {words.addPair}
          </Button>
          <Button size="s" tone="quiet" icon="trash" onClick={onRemove}>
            {words.removeExample}
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}

interface PairFieldsProps extends Pick<ExampleFieldsProps, 'at' | 'language' | 'form' | 'say' | 'onRemove'> {
  readonly number: string
  readonly pair: PairDraft
  readonly onChange: (pair: PairDraft) => void
}

/** Options and steps are shown where the recipe asks for them, or where the pair has some. */
function PairFields({ at, number, language, form, pair, say, onChange, onRemove }: PairFieldsProps) {
  const words = useMessages(RECIPE_MESSAGES).editor
  const field = (key: Exclude<keyof PairDraft, 'key'>) => ({
    grow: true,
    rows: 1,
    label: words[key],
    lang: language,
    value: pair[key],
    onChange: (value: string) => onChange({ ...pair, [key]: value }),
    problem: say(`${at}.${key}`),
  })
  return (
    <fieldset className="example__pair">
      <legend className="ui-field__label">{words.pair(number)}</legend>
      <IconButton icon="trash" size="s" label={words.removePair(number)} onClick={onRemove} />
      <TextArea {...field('instruction')} />
      {(form === 'choice' || pair.options !== '') && <TextArea {...field('options')} rows={4} />}
      {(form === 'steps' || pair.reasoning !== '') && <TextArea {...field('reasoning')} />}
      <TextArea {...field('response')} />
      <TextArea {...field('quote')} hint={words.quoteHint} />
    </fieldset>
  )
}
