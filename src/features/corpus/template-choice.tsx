import { type CorpusOptions, type CorpusProblem, sameWeights, TWO_MODES } from '#core/corpus/corpus-options'
import { MODES, PAPER_TEMPLATES } from '#core/corpus/style'
import { useFormat } from '#features/format'
import { Panel, Segmented } from '#ui'
import { MOST_WEIGHT, percentOf, shareOf } from './corpus-params'
import { NumberField } from './number-field'
import { useCorpusWords } from './use-corpus-words'

export interface ChoiceProps {
  readonly options: CorpusOptions
  readonly problems: readonly CorpusProblem[]
  readonly onChange: (change: Partial<CorpusOptions>) => void
}

const PRESETS = { paper: PAPER_TEMPLATES.weights, two: TWO_MODES }

/** How often each layout is taken, and how often the pairs come first. */
export function TemplateChoice({ options, problems, onChange }: ChoiceProps) {
  const words = useCorpusWords()
  const format = useFormat()
  const { weights, inversion } = options
  const preset = sameWeights(weights, PRESETS.paper) ? 'paper' : sameWeights(weights, PRESETS.two) ? 'two' : 'own'
  const total = MODES.reduce((sum, mode) => sum + weights[mode], 0)
  const wrong = problems.find(problem => problem === 'bad-weight' || problem === 'no-weight')
  return (
    <Panel title={words.templates}>
      <div className="field-block">
        <Segmented<'paper' | 'two' | 'own'>
          label={words.layouts}
          value={preset}
          options={[
            { value: 'paper', label: words.presets.paper },
            { value: 'two', label: words.presets.two },
            ...(preset === 'own' ? [{ value: 'own' as const, label: words.presets.own }] : []),
          ]}
          onChange={name => {
            if (name !== 'own') onChange({ weights: PRESETS[name] })
          }}
        />
        <p className="ui-field__hint">{words.presetHints[preset]}</p>
      </div>
      <ul className="layouts">
        {MODES.map(mode => {
          const { name, layout } = words.modes[mode]
          const weight = weights[mode]
          return (
            <li key={mode}>
              <span className="layouts__words">
                <strong>{name}</strong>
                <small>{layout}</small>
              </span>
              <NumberField
                label={words.weightOf(name)}
                hideLabel
                value={weight}
                most={MOST_WEIGHT}
                onChange={next => onChange({ weights: { ...weights, [mode]: next } })}
              />
              <span className="layouts__share">{total > 0 ? format.percent(weight / total) : '–'}</span>
            </li>
          )
        })}
      </ul>
      {wrong !== undefined && (
        <p className="ui-field__problem" role="alert">
          {words.problems[wrong]}
        </p>
      )}
      <NumberField
        label={words.inversion}
        hint={words.inversionHint}
        problem={Number.isNaN(inversion) ? words.problems['bad-share'] : undefined}
        value={percentOf(inversion)}
        most={100}
        onChange={percent => onChange({ inversion: shareOf(percent) })}
      />
    </Panel>
  )
}
