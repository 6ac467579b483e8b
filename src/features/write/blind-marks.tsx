import { type BlindPair, blindPairs, type Comparison } from '#core/evaluation/comparison'
import { Button, LiveText } from '#ui'
import { useCommands, useMessages } from '#features/context'
import { useDocumentName } from '#features/document-name'
import { useFormat } from '#features/format'
import { DraftView } from './draft-view'
import { TEACHING_MESSAGES } from './teaching-messages'

const VERDICTS = ['right', 'wrong', 'unclear'] as const

export interface BlindMarksProps {
  readonly comparison: Comparison
  /** Place of the pair in hand; null before and after. */
  readonly at: number | null
  readonly onMove: (at: number | null) => void
  readonly onMarked: () => void
}

/** One pair after another, both recipes mixed, to be marked without knowing whose it is (rule TEACHVIEW6). */
export function BlindMarks({ comparison, at, onMove: setAt, onMarked }: BlindMarksProps) {
  const words = useMessages(TEACHING_MESSAGES).blind
  const format = useFormat()
  const commands = useCommands()
  const pairs = blindPairs(comparison)
  if (pairs.length === 0) return null
  const marked = pairs.filter(({ id }) => comparison.marks[id] !== undefined).length
  const firstOpen = pairs.findIndex(({ id }) => comparison.marks[id] === undefined)
  const shown = at === null ? undefined : pairs[at]
  if (shown === undefined || at === null) {
    return (
      <div className="blind__start">
        <Button icon="review" onClick={() => setAt(Math.max(0, firstOpen))}>
          {marked === 0 ? words.start : words.goOn}
        </Button>
        <p className="tryout__quiet">{words.lead(format.number(marked), format.number(pairs.length))}</p>
      </div>
    )
  }
  const mark = (verdict: (typeof VERDICTS)[number]): void => {
    commands
      .markCompared({ id: shown.id, verdict })
      .then(() => {
        onMarked()
        setAt(at + 1 < pairs.length ? at + 1 : null)
      })
      .catch(commands.report)
  }
  const of = words.of(format.number(at + 1), format.number(pairs.length))
  return (
    <section className="blind" aria-label={words.title}>
      <Shown shown={shown} />
      <div className="blind__acts">
        <span>{of}</span>
        {VERDICTS.map(verdict => (
          <Button key={verdict} aria-pressed={comparison.marks[shown.id] === verdict} onClick={() => mark(verdict)}>
            {words.verdicts[verdict]}
          </Button>
        ))}
        <Button tone="quiet" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {words.back}
        </Button>
        <Button tone="quiet" onClick={() => setAt(null)}>
          {words.enough}
        </Button>
      </div>
      <LiveText text={`${of} ${shown.pair.instruction}`} everyMs={500} />
    </section>
  )
}

function Shown({ shown: { pair, writing } }: { readonly shown: BlindPair }) {
  const nameOf = useDocumentName()
  const { text, language, headings } = writing
  return (
    <div className="blind__pair">
      <figure className="tryout__passage">
        <figcaption>{[nameOf(writing), ...headings].join(' › ')}</figcaption>
        <blockquote lang={language === 'other' ? undefined : language} tabIndex={0}>
          {text.trim()}
        </blockquote>
      </figure>
      <div className="tryout__column">
        <DraftView draft={pair} passage={text} />
      </div>
    </div>
  )
}
