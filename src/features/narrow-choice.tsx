import { useState } from 'react'
import type { Narrowing } from '#core/export/selection'
import type { Tally } from '#core/ports/project-store'
import { useFormat } from '#features/format'
import { useTaskWord } from '#features/task-words'
import { Disclosure, Icon, ToggleChip } from '#ui'
import { DocumentChoice } from './document-choice'
import { useNarrowWords } from './use-narrow-words'
import './narrow-choice.css'

export interface NarrowChoiceProps {
  readonly options: Narrowing
  readonly tallies: readonly Tally[]
  readonly onChange: (change: Partial<Narrowing>) => void
}

/** Only some tasks, languages or documents: closed until it is wanted. None chosen means all. */
export function NarrowChoice({ options, tallies, onChange }: NarrowChoiceProps) {
  const words = useNarrowWords()
  const taskWord = useTaskWord()
  const narrowed = options.tasks.length > 0 || options.languages.length > 0 || options.documents !== null
  const [open, setOpen] = useState(narrowed)
  return (
    <Disclosure summary={words.narrow} open={open} onToggle={setOpen}>
      <div className="narrow">
        <Chips
          label={words.tasks}
          counts={countBy(tallies, options, tally => tally.task)}
          chosen={options.tasks}
          word={taskWord}
          onChange={tasks => onChange({ tasks })}
        />
        <Chips
          label={words.languages}
          counts={countBy(tallies, options, tally => tally.language)}
          chosen={options.languages}
          word={language => words.languageNames[language]}
          onChange={languages => onChange({ languages })}
        />
        <DocumentChoice chosen={options.documents} onChange={documents => onChange({ documents })} />
      </div>
    </Disclosure>
  )
}

/** Pairs in the chosen states by one of their sides, most first. */
function countBy<V extends string>(
  tallies: readonly Tally[],
  options: Narrowing,
  of: (tally: Tally) => V,
): readonly (readonly [value: V, count: number])[] {
  const counts = new Map<V, number>()
  for (const tally of tallies)
    counts.set(of(tally), (counts.get(of(tally)) ?? 0) + (options.states.includes(tally.state) ? tally.count : 0))
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

interface ChipsProps<V extends string> {
  readonly label: string
  readonly counts: readonly (readonly [value: V, count: number])[]
  readonly chosen: readonly V[]
  readonly word: (value: V) => string
  readonly onChange: (chosen: readonly V[]) => void
}

function Chips<V extends string>({ label, counts, chosen, word, onChange }: ChipsProps<V>) {
  const format = useFormat()
  return (
    <div role="group" aria-label={label} className="narrow__row">
      <span className="ui-field__label">{label}</span>
      <div className="chips">
        {counts.map(([value, count]) => {
          const on = chosen.includes(value)
          return (
            <ToggleChip
              key={value}
              pressed={on}
              onClick={() => onChange(on ? chosen.filter(other => other !== value) : [...chosen, value].sort())}
            >
              {on && <Icon name="check" size={12} />}
              {`${word(value)} ${format.number(count)}`}
            </ToggleChip>
          )
        })}
      </div>
    </div>
  )
}
