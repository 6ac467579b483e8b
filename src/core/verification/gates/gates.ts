import type { Gate, GateName } from '#core/verification/gates/gate'
import { grounded } from '#core/verification/gates/grounded'
import { roundTrip } from '#core/verification/gates/round-trip'
import { standsAlone } from '#core/verification/gates/stands-alone'

/** Every gate, cheapest first. A new gate is one line here. */
export const GATES: readonly Gate[] = [standsAlone, grounded, roundTrip]

export function gateNamed(name: GateName): Gate {
  return GATES.find(gate => gate.name === name) ?? grounded
}
