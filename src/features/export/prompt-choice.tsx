import type { ExportOptions } from '#core/export/export-plan'
import { Notice, Panel, Segmented, TextArea } from '#ui'
import { useExportWords } from './use-export-words'

export interface OptionsProps {
  readonly options: ExportOptions
  readonly onChange: (change: Partial<ExportOptions>) => void
}

/** What stands around the instruction; only for formats that have a prompt. */
export function PromptChoice({ options, onChange }: OptionsProps) {
  const words = useExportWords()
  return (
    <Panel title={words.prompt}>
      <div className="field-block">
        <Segmented
          label={words.passageInPrompt}
          value={options.passageInPrompt}
          options={[
            { value: 'auto', label: words.passageModes.auto },
            { value: 'yes', label: words.passageModes.yes },
            { value: 'no', label: words.passageModes.no },
          ]}
          onChange={passageInPrompt => onChange({ passageInPrompt })}
        />
        {options.passageInPrompt === 'no' ? (
          <Notice tone="warn" title={words.passageWarning}>
            {words.passageHints.no}
          </Notice>
        ) : (
          <p className="ui-field__hint">{words.passageHints[options.passageInPrompt]}</p>
        )}
      </div>
      <TextArea
        label={words.systemPrompt}
        hint={words.systemHint}
        rows={2}
        grow
        value={options.systemPrompt}
        onChange={systemPrompt => onChange({ systemPrompt })}
      />
    </Panel>
  )
}
