import { useState } from 'react'
import { FROM_SCRATCH } from '#core/corpus/corpus-options'
import { Panel, Segmented } from '#ui'
import { percentOf, shareOf } from './corpus-params'
import { ComprehensionChoice } from './comprehension-choice'
import { GeneralChoice } from './general-choice'
import { NumberField } from './number-field'
import type { ChoiceProps } from './template-choice'
import { useCorpusWords } from './use-corpus-words'

const SHARES = { all: 1, fifth: FROM_SCRATCH }

/** How many texts get their pairs, and what else is mixed in. */
export function MixtureChoice({ options, problems, onChange }: ChoiceProps) {
  const words = useCorpusWords()
  const { converted } = options
  const named = converted === SHARES.all ? 'all' : converted === SHARES.fifth ? 'fifth' : 'own'
  const [custom, setCustom] = useState(named === 'own')
  const choice = custom ? 'own' : named
  return (
    <Panel title={words.mixture}>
      <div className="field-block">
        <Segmented<'all' | 'fifth' | 'own'>
          label={words.converted}
          value={choice}
          options={[
            { value: 'all', label: words.conversions.all },
            { value: 'fifth', label: words.conversions.fifth },
            { value: 'own', label: words.conversions.own },
          ]}
          onChange={name => {
            setCustom(name === 'own')
            if (name !== 'own') onChange({ converted: SHARES[name] })
          }}
        />
        {choice !== 'own' && <p className="ui-field__hint">{words.convertedHint}</p>}
      </div>
      {choice === 'own' && (
        <NumberField
          label={words.convertedPercent}
          hint={words.convertedHint}
          problem={Number.isNaN(converted) ? words.problems['bad-share'] : undefined}
          value={percentOf(converted)}
          most={100}
          onChange={percent => onChange({ converted: shareOf(percent) })}
        />
      )}
      <ComprehensionChoice
        share={options.comprehension}
        problem={
          problems.includes('bad-share') && Number.isNaN(options.comprehension)
            ? words.problems['bad-share']
            : undefined
        }
        onChange={comprehension => onChange({ comprehension })}
      />
      <GeneralChoice
        ratio={options.general}
        problem={problems.includes('bad-ratio') ? words.problems['bad-ratio'] : undefined}
        onRatio={general => onChange({ general })}
      />
    </Panel>
  )
}
