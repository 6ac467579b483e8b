import { useId } from 'react'
import type { GateName } from '#core/verification/gates/gate'
import { GATES } from '#core/verification/gates/gates'
import { useFormat } from '#features/format'
import type { GateEstimates } from './use-gate-estimates'
import { useGatesWords } from './use-gates-words'

interface GateChoiceProps {
  readonly chosen: GateName
  readonly estimates: GateEstimates
  readonly onChange: (gate: GateName) => void
}

/** The gates, cheapest first, each with what it asks and what it would cost. */
export function GateChoice({ chosen, estimates, onChange }: GateChoiceProps) {
  const words = useGatesWords()
  const format = useFormat()
  const name = useId()
  return (
    <fieldset className="gates">
      <legend className="ui-field__label">{words.gate}</legend>
      {GATES.map(gate => {
        const estimate = estimates[gate.name]
        const from = estimate?.from ?? null
        return (
          <label key={gate.name} data-chosen={gate.name === chosen}>
            <input type="radio" name={name} checked={gate.name === chosen} onChange={() => onChange(gate.name)} />
            <span>
              <strong>{words.gates[gate.name].title}</strong>
              <span>{words.gates[gate.name].asks}</span>
              <span className="gates__cost">
                {estimate === undefined ? words.counting : words.cost(estimate, format)}
                {from !== null && <small>{words.costFrom[from]}</small>}
              </span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
