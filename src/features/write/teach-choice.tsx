import type { Teaching, TeachingExample } from '#messages/teaching'
import { Chip, Disclosure, Switch } from '#ui'
import { useMessages, useSession } from '#features/context'
import { useDocumentName } from '#features/document-name'
import { useFormat } from '#features/format'
import { DraftView } from './draft-view'
import { TEACHING_MESSAGES } from './teaching-messages'

export interface TeachChoiceProps {
  readonly teaching: Teaching
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** Whether the pairs that the person kept are shown to the model, and which (rules TEACHVIEW1, TEACHVIEW2). */
export function TeachChoice({ teaching, on, onChange }: TeachChoiceProps) {
  const words = useMessages(TEACHING_MESSAGES)
  const format = useFormat()
  const { examples, tokens, exact, tooSmall } = teaching
  const shown = examples.reduce((sum, { example }) => sum + example.pairs.length, 0)
  const fit = words.fit(format.number(teaching.pairs), format.number(teaching.passages))
  const chosen =
    examples.length === 0
      ? tooSmall
        ? words.tooSmall
        : words.tooLong
      : (exact ? words.chosen : words.chosenAbout)(
          format.number(shown),
          format.number(examples.length),
          format.number(tokens),
        )
  return (
    <section className="write-setup__part teach" aria-label={words.title}>
      <Switch
        checked={on && examples.length > 0}
        disabled={examples.length === 0}
        label={words.title}
        hint={`${fit} ${chosen}`}
        onChange={onChange}
      />
      {examples.length > 0 && (
        <Disclosure summary={words.which(format.number(examples.length))}>
          <p className="tryout__quiet">{words.how}</p>
          <ul className="teach__examples">
            {examples.map(one => (
              <li key={`${one.recipe.name} ${one.language} ${one.document} ${one.example.from?.start ?? 0}`}>
                <Example example={one} several={examples.some(({ recipe }) => recipe.name !== one.recipe.name)} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  )
}

/** `several`: more than one recipe is taught, so that each example says which. */
function Example({ example: one, several }: { readonly example: TeachingExample; readonly several: boolean }) {
  const words = useMessages(TEACHING_MESSAGES)
  const format = useFormat()
  const nameOf = useDocumentName()
  const locale = useSession(session => session.locale)
  const { passage, pairs } = one.example
  return (
    <article className="teach__example">
      <p className="teach__from">
        <span>{[nameOf(one), ...one.headings].join(' › ')}</span>
        {several && <Chip>{one.recipe.title[locale]}</Chip>}
        {one.edited > 0 && <Chip tone="accent">{words.edited(format.number(one.edited))}</Chip>}
        <span className="teach__tokens">{words.tokens(format.number(one.tokens))}</span>
      </p>
      <blockquote lang={one.language} tabIndex={0}>
        {passage}
      </blockquote>
      <ol className="tryout__pairs">
        {pairs.map(({ instruction, response, options = null, reasoning = null, quote }) => {
          const start = quote === '' ? -1 : passage.indexOf(quote)
          const evidence = start < 0 ? [] : [{ start, end: start + quote.length, how: 'quoted' as const }]
          return (
            <li key={instruction}>
              <DraftView draft={{ instruction, response, options, reasoning, evidence }} passage={passage} />
            </li>
          )
        })}
      </ol>
    </article>
  )
}
