import type { Tally } from '#core/ports/project-store'
import type { State } from '#core/synthesis/pair'
import { useFormat } from '#features/format'
import { useStateWords } from '#features/use-state-words'
import { Icon, Segmented, ToggleChip } from '#ui'
import './state-choice.css'

/** From what the person kept to what they refused. */
const ORDER: readonly State[] = ['kept', 'ready', 'unsure', 'failed', 'dropped']

const PRESETS = {
  standard: ['kept', 'ready'],
  kept: ['kept'],
  all: ORDER,
} as const satisfies Record<string, readonly State[]>

const NAMES = ['standard', 'kept', 'all'] as const

export interface StateChoiceProps {
  readonly chosen: readonly State[]
  readonly tallies: readonly Tally[]
  readonly onChange: (states: readonly State[]) => void
}

/** Which states go into the file, with the number of pairs in each. */
export function StateChoice({ chosen: given, tallies, onChange }: StateChoiceProps) {
  const words = useStateWords()
  const format = useFormat()
  const inOrder = (states: readonly State[]): readonly State[] => ORDER.filter(state => states.includes(state))
  const chosen = inOrder(given)
  const countOf = (state: State): number =>
    tallies.reduce((sum, tally) => (tally.state === state ? sum + tally.count : sum), 0)
  return (
    <div className="state-choice">
      <Segmented<(typeof NAMES)[number] | 'own'>
        label={words.quickChoice}
        hideLabel
        value={NAMES.find(name => PRESETS[name].join() === chosen.join()) ?? 'own'}
        options={NAMES.map(name => ({ value: name, label: words.presets[name] }))}
        onChange={name => {
          if (name !== 'own') onChange(PRESETS[name])
        }}
      />
      <div className="chips" role="group" aria-label={words.byState}>
        {ORDER.map(state => {
          const on = chosen.includes(state)
          return (
            <ToggleChip
              key={state}
              pressed={on}
              onClick={() => onChange(inOrder(on ? chosen.filter(other => other !== state) : [...chosen, state]))}
            >
              {on && <Icon name="check" size={12} />}
              {`${words.states[state]} ${format.number(countOf(state))}`}
            </ToggleChip>
          )
        })}
      </div>
      {chosen.length === 0 ? (
        <p className="ui-field__problem" role="alert">
          {words.noState}
        </p>
      ) : (
        <p className="ui-field__hint">{words.hint}</p>
      )}
    </div>
  )
}
