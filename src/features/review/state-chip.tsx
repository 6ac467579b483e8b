import type { State } from '#core/synthesis/pair'
import { Chip, type Tone } from '#ui'
import { useReviewWords } from './use-review-words'

const TONES: Readonly<Record<State, Tone>> = {
  ready: 'ok',
  unsure: 'warn',
  failed: 'no',
  kept: 'accent',
  dropped: 'plain',
}

export function StateChip({ state }: { readonly state: State }) {
  const words = useReviewWords()
  return <Chip tone={TONES[state]}>{words.states[state]}</Chip>
}
