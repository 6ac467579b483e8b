import type { Gate } from '#core/verification/gates/gate'
import type { GateMeasure } from '#messages/gates'

/** What is known of a judge in this project, while this tab is open. */
export interface Remembered {
  readonly measure?: GateMeasure
  readonly msPerPair?: number
}

export type GateMemory = Map<string, Remembered>

/** Each gate asks something else: a judge is measured for each. */
export function memoryKey({ name }: Gate, judge: string): string {
  return `${name} ${judge}`
}
