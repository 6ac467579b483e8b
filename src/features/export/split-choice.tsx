import { useState } from 'react'
import { parseSplitRatio, type SplitRatio } from '#core/export/split-ratio'
import { Panel, Segmented, TextField } from '#ui'
import { ratioText } from './export-params'
import type { OptionsProps } from './prompt-choice'
import { useExportWords } from './use-export-words'

const STANDARD: SplitRatio = { train: 90, validation: 5, test: 5 }
/** What cannot be read as shares: kept as it was typed, and no export starts from it. */
const UNREADABLE: SplitRatio = { train: 0, validation: 0, test: 0 }

/** Train, validation and test, and how they are parted. */
export function SplitChoice({ options, onChange }: OptionsProps) {
  const words = useExportWords()
  const { split, seed } = options
  const [typed, setTyped] = useState(split === null ? '80/10/10' : ratioText(split))
  const [custom, setCustom] = useState(split !== null && ratioText(split) !== ratioText(STANDARD))
  const mode = split === null ? 'none' : custom ? 'custom' : 'standard'
  const read = (text: string): SplitRatio => parseSplitRatio(text) ?? UNREADABLE
  return (
    <Panel title={words.split}>
      <div className="field-block">
        <Segmented
          label={words.splitLabel}
          value={mode}
          options={[
            { value: 'none', label: words.splits.none },
            { value: 'standard', label: words.splits.standard },
            { value: 'custom', label: words.splits.custom },
          ]}
          onChange={next => {
            setCustom(next === 'custom')
            onChange({ split: next === 'none' ? null : next === 'standard' ? STANDARD : read(typed) })
          }}
        />
        <p className="ui-field__hint">{mode === 'none' ? words.splitNone : words.splitHow}</p>
      </div>
      {mode !== 'none' && (
        <div className="field-pair">
          {mode === 'custom' && (
            <TextField
              label={words.splitRatio}
              problem={parseSplitRatio(typed) === null ? words.problems['split-not-100'] : undefined}
              value={typed}
              inputMode="numeric"
              onChange={text => {
                setTyped(text)
                onChange({ split: read(text) })
              }}
            />
          )}
          <TextField
            label={words.seed}
            type="number"
            min={0}
            step={1}
            value={seed}
            onChange={text => {
              const next = Number(text)
              if (text !== '' && Number.isSafeInteger(next) && next >= 0) onChange({ seed: next })
            }}
          />
        </div>
      )}
    </Panel>
  )
}
