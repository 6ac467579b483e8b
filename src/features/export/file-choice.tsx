import { useId } from 'react'
import type { OptionProblem } from '#core/export/export-plan'
import { LICENCES } from '#core/export/licences'
import { Checkbox, Panel, Segmented, TextField } from '#ui'
import type { OptionsProps } from './prompt-choice'
import { useExportWords } from './use-export-words'

export interface FileChoiceProps extends OptionsProps {
  readonly problems: readonly OptionProblem[]
}

/** Name and wrapping of what is written. The licence is asked for and never assumed. */
export function FileChoice({ options, problems, onChange }: FileChoiceProps) {
  const words = useExportWords()
  const licences = useId()
  const { pack } = options
  const wrap = pack === null ? 'plain' : 'pack'
  const problem = (name: 'name-missing' | 'licence-missing'): string | undefined =>
    problems.includes(name) ? words.problems[name] : undefined
  return (
    <Panel title={words.file}>
      <TextField
        label={words.name}
        value={options.name}
        problem={problem('name-missing')}
        spellCheck={false}
        autoComplete="off"
        onChange={name => onChange({ name })}
      />
      <div className="field-block">
        <Segmented
          label={words.wrap}
          value={wrap}
          options={[
            { value: 'plain', label: words.wraps.plain },
            { value: 'pack', label: words.wraps.pack },
          ]}
          onChange={next => onChange({ pack: next === 'plain' ? null : { title: '', licence: '' } })}
        />
        <p className="ui-field__hint">{words.wrapHints[wrap]}</p>
      </div>
      {pack === null ? (
        <Checkbox
          label={words.gzip}
          hint={words.gzipHint}
          checked={options.compression === 'gzip'}
          onChange={on => onChange({ compression: on ? 'gzip' : 'none' })}
        />
      ) : (
        <>
          <TextField
            label={words.cardTitle}
            placeholder={options.name}
            value={pack.title}
            onChange={title => onChange({ pack: { ...pack, title } })}
          />
          <TextField
            label={words.licence}
            hint={words.licenceHint}
            problem={
              problem('licence-missing') && (
                <>
                  {words.problems['licence-missing']} {words.licenceHint}
                </>
              )
            }
            required
            list={licences}
            autoComplete="off"
            value={pack.licence}
            onChange={licence => onChange({ pack: { ...pack, licence } })}
          />
          <datalist id={licences}>
            {LICENCES.map(licence => (
              <option key={licence} value={licence} />
            ))}
          </datalist>
        </>
      )}
    </Panel>
  )
}
