import type { Check } from '#core/synthesis/pair'
import { Icon, VisuallyHidden } from '#ui'
import type { ReviewMessages } from './review-messages.en'
import { useReviewWords } from './use-review-words'

const ICONS = { pass: 'check', doubt: 'dash', fail: 'cross' } as const satisfies Record<Check['result'], string>

/** The sentence of a check; a key without a sentence is shown as it is. */
function reasonWords({ reason, values }: Pick<Check, 'reason' | 'values'>, words: ReviewMessages): string {
  const sentences: Readonly<Record<string, (values: NonNullable<Check['values']>) => string>> = words.reasons
  return Object.hasOwn(sentences, reason) ? (sentences[reason]?.(values ?? {}) ?? reason) : reason
}

/** Every check with its result, what is wrong first. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const words = useReviewWords()
  const worstFirst = [...checks].sort((a, b) => weight(b) - weight(a))
  return (
    <ul className="pair-checks">
      {worstFirst.map(check => (
        <li key={check.name} className={`pair-check--${check.result}`}>
          <Icon name={ICONS[check.result]} size={15} />
          <span>
            <VisuallyHidden>{`${words.checkResults[check.result]}: `}</VisuallyHidden>
            {reasonWords(check, words)}
            {check.score !== undefined && <small> {check.score.toFixed(2)}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}

function weight({ result }: Check): number {
  return { pass: 0, doubt: 1, fail: 2 }[result]
}
