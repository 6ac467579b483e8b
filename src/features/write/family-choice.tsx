import { FAMILIES } from '#core/mining/families'
import { Button, Chip, Switch } from '#ui'
import { useMessages } from '#features/context'
import { MESSAGES } from './messages'
import { USUAL_FAMILIES } from './run-request'

export interface FamilyChoiceProps {
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** Kinds of questions that the rules can put. */
export function FamilyChoice({ chosen, onChange }: FamilyChoiceProps) {
  const words = useMessages(MESSAGES)
  const toggle = (name: string, on: boolean): void => {
    const next = new Set(chosen)
    if (on) next.add(name)
    else next.delete(name)
    onChange(next)
  }
  return (
    <fieldset className="write-setup__part">
      <div className="write-setup__head">
        <legend>{words.families.title}</legend>
        <Button size="s" tone="quiet" onClick={() => onChange(new Set(FAMILIES.map(family => family.name)))}>
          {words.families.all}
        </Button>
        <Button size="s" tone="quiet" onClick={() => onChange(new Set(USUAL_FAMILIES))}>
          {words.families.usual}
        </Button>
      </div>
      <ul className="families">
        {FAMILIES.map(({ name, languages, onByDefault }) => {
          const family = words.families.words[name] ?? { title: name, body: '' }
          return (
            <li key={name}>
              <Switch
                checked={chosen.has(name)}
                onChange={on => toggle(name, on)}
                label={
                  <span className="families__title">
                    {family.title}
                    {languages.length === 1 && languages.map(one => <Chip key={one}>{words.languages[one]}</Chip>)}
                    {!onByDefault && <Chip tone="warn">{words.families.off}</Chip>}
                  </span>
                }
                hint={family.body}
              />
            </li>
          )
        })}
      </ul>
      {chosen.size === 0 && <p className="write-setup__problem">{words.families.none}</p>}
    </fieldset>
  )
}
