import { useState } from 'react'
import type { Form } from '#core/synthesis/pair'
import { Button, Segmented, TextArea } from '#ui'
import { useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import type { EditorFields } from './editor-fields'
import { ExampleFields } from './example-fields'
import { newExample, type WordsDraft } from './recipe-draft'
import { kept } from './recipe-of-draft'
import { RECIPE_MESSAGES } from './recipe-messages'

const LANGUAGES = ['en', 'zh'] as const

/** Instructions and worked examples, for one language of passages at a time. */
export function WordsFields({ draft, onChange, say, faultsUnder, form }: EditorFields & { readonly form: Form }) {
  const words = useMessages(RECIPE_MESSAGES).editor
  const format = useFormat()
  const [language, setLanguage] = useState(useSession(session => session.locale))
  const at = `words.${language}`
  const said = draft.words[language]
  const change = (next: Partial<WordsDraft>): void =>
    onChange({ ...draft, words: { ...draft.words, [language]: { ...said, ...next } } })
  const label = (one: 'en' | 'zh'): string => {
    const faults = faultsUnder(`words.${one}.`)
    return faults === 0 ? words.languages[one] : words.withFaults(words.languages[one], format.number(faults))
  }
  const silent = kept(said.ask) === '' && kept(said.shortAsk) === ''
  return (
    <section className="recipe-editor__part" aria-label={words.words}>
      <div className="recipe-editor__head">
        <h3>{words.words}</h3>
        <Segmented
          label={words.wordsFor}
          hideLabel
          value={language}
          onChange={setLanguage}
          options={LANGUAGES.map(one => ({ value: one, label: label(one) }))}
        />
      </div>
      <TextArea
        grow
        rows={4}
        label={words.ask}
        lang={language}
        hint={silent ? words.standsIn : words.askHint}
        value={said.ask}
        onChange={ask => change({ ask })}
        problem={say(`${at}.ask`)}
      />
      <TextArea
        grow
        rows={2}
        label={words.shortAsk}
        lang={language}
        hint={words.shortAskHint}
        value={said.shortAsk}
        onChange={shortAsk => change({ shortAsk })}
        problem={say(`${at}.shortAsk`)}
      />
      <div className="recipe-editor__examples">
        <h4 className="ui-field__label">{words.examples}</h4>
        <p className="recipe-editor__hint">{words.examplesLead}</p>
        {said.examples.map((example, index) => (
          <ExampleFields
            key={`${language} ${example.key}`}
            at={`${at}.${example.key}`}
            number={index + 1}
            language={language}
            form={form}
            example={example}
            say={say}
            faulty={faultsUnder(`${at}.${example.key}.`) > 0}
            onChange={next => change({ examples: said.examples.map(one => (one === example ? next : one)) })}
            onRemove={() => change({ examples: said.examples.filter(one => one !== example) })}
          />
        ))}
        {say(`${at}.examples`) !== undefined && <p className="write-setup__problem">{say(`${at}.examples`)}</p>}
        <Button size="s" icon="plus" onClick={() => change({ examples: [...said.examples, newExample()] })}>
          {words.addExample}
        </Button>
      </div>
    </section>
  )
}
