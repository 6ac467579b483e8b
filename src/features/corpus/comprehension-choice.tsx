import { useState } from 'react'
import { Switch } from '#ui'
import { percentOf, shareOf } from './corpus-params'
import { NumberField } from './number-field'
import { useCorpusWords } from './use-corpus-words'

export interface ComprehensionChoiceProps {
  /** Of raw passages, from 0 to 1; NaN for what was typed and is no percentage. */
  readonly share: number
  readonly problem: string | undefined
  readonly onChange: (share: number) => void
}

/** Whether raw passages become reading comprehension texts, and how many of them. */
export function ComprehensionChoice({ share, problem, onChange }: ComprehensionChoiceProps) {
  const words = useCorpusWords()
  // While a share is typed it may be 0 for a moment: the field stays.
  const [asked, setAsked] = useState(share !== 0)
  const on = asked || share !== 0
  return (
    <div className="field-block">
      <Switch
        label={words.comprehension}
        hint={words.comprehensionHint}
        checked={on}
        onChange={next => {
          setAsked(next)
          onChange(next ? 1 : 0)
        }}
      />
      {on && (
        <NumberField
          label={words.comprehensionPercent}
          problem={problem}
          value={percentOf(share)}
          most={100}
          onChange={percent => onChange(shareOf(percent))}
        />
      )}
    </div>
  )
}
