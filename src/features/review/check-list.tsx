import type { Check } from '#core/synthesis/pair'
import { reasonText } from '#core/verification/reasons'
import { Icon, VisuallyHidden } from '#ui'
import type { ReviewMessages } from './review-messages.en'
import { useReviewWords } from './use-review-words'

const ICONS = { pass: 'check', doubt: 'dash', fail: 'cross' } as const satisfies Record<Check['result'], string>

/** The sentence of a check; where the screen has none for a reason, the one that records carry. */
function reasonWords({ reason, values }: Pick<Check, 'reason' | 'values'>, words: ReviewMessages): string {
  const sentences: Readonly<Record<string, (values: NonNullable<Check['values']>) => string>> = words.reasons
  return Object.hasOwn(sentences, reason)
    ? (sentences[reason]?.(values ?? {}) ?? reason)
    : reasonText({ reason, ...(values && { values }) })
}

export interface CheckListProps {
  readonly checks: readonly Check[]
  /** The check whose place in the passage is highlighted; null for none. */
  readonly lit: string | null
  readonly onLight: (check: string) => void
  /** Asks for the passage to be seen, where it is not. */
  readonly onShow: () => void
}

/** Every check with its result, what is wrong first. One that points at the passage leads there. */
export function CheckList({ checks, lit, onLight, onShow }: CheckListProps) {
  const words = useReviewWords()
  const worstFirst = [...checks].sort((a, b) => weight(b) - weight(a))
  return (
    <ul className="pair-checks">
      {worstFirst.map(check => {
        const sentence = (
          <>
            <VisuallyHidden>{`${words.checkResults[check.result]}: `}</VisuallyHidden>
            {reasonWords(check, words)}
            {check.score !== undefined && <small> {check.score.toFixed(2)}</small>}
          </>
        )
        return (
          <li key={check.name} className={`pair-check--${check.result}`}>
            <Icon name={ICONS[check.result]} size={15} />
            {(check.ranges ?? []).length === 0 ? (
              <span>{sentence}</span>
            ) : (
              <button
                type="button"
                className="pair-check__place"
                aria-pressed={check.name === lit}
                title={words.showPlace}
                onFocus={() => onLight(check.name)}
                onClick={() => {
                  onLight(check.name)
                  onShow()
                }}
              >
                {sentence}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function weight({ result }: Check): number {
  return { pass: 0, doubt: 1, fail: 2 }[result]
}
