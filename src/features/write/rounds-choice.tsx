import type { Chains } from '#core/run/run'
import type { RunAsk } from '#messages/run-worker'
import { Segmented, Select } from '#ui'
import { useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { MESSAGES } from './messages'
import { RoundPrompt } from './round-prompt'
import { ROUND_CHOICES, type RoundChoice, type Shown } from './run-request'

export interface RoundsChoiceProps {
  readonly rounds: Chains['rounds']
  readonly shots: Shown
  /** What would be started; null while that is not settled. */
  readonly ask: RunAsk | null
  readonly onRounds: (rounds: Chains['rounds']) => void
  readonly onShots: (shots: Shown) => void
}

/** In how many rounds passages are written, and what of earlier rounds is shown (rule WRITE10). */
export function RoundsChoice({ rounds, shots, ask, onRounds, onShots }: RoundsChoiceProps) {
  const words = useMessages(MESSAGES).rounds
  const format = useFormat()
  const chosen = ROUND_CHOICES.find(choice => Number(choice) === rounds) ?? '1'
  return (
    <div className="write-setup__part rounds">
      <Segmented<RoundChoice>
        label={words.title}
        value={chosen}
        options={ROUND_CHOICES.map(value => ({ value, label: format.number(Number(value)) }))}
        onChange={value => onRounds(Number(value))}
      />
      <p className="rounds__body">{rounds === 1 ? words.alone : words.chained(format.number(rounds))}</p>
      {rounds > 1 && (
        <Select<Shown>
          label={words.shots}
          value={shots}
          options={[
            { value: 'written', label: words.written },
            { value: 'passed', label: words.passed },
          ]}
          onChange={onShots}
        />
      )}
      {rounds > 1 && ask !== null && <RoundPrompt ask={ask} />}
    </div>
  )
}
