import type { GateProgress } from '#messages/gates'
import { useFormat } from '#features/format'
import { useGatesWords } from './use-gates-words'

/** What came of it so far. */
export function GateYield({ progress }: { readonly progress: GateProgress }) {
  const words = useGatesWords()
  const format = useFormat()
  return (
    <div className="gate-yield">
      {(['yes', 'no', 'unclear'] as const).map(said => (
        <div key={said}>
          <strong>{format.number(progress[said])}</strong>
          <span>{words[said]}</span>
        </div>
      ))}
      <p>{words.moved(progress.moved, format)}</p>
    </div>
  )
}
