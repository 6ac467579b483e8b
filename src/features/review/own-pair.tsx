import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react'
import type { StoredPair } from '#core/ports/project-store'
import type { Range } from '#core/synthesis/pair'
import { sentences } from '#core/text/sentences'
import { useCommands, useDevice, useQuery, useSession } from '#features/context'
import { Button, Checkbox, IconButton, Select, TextArea } from '#ui'
import { useAgainWords } from './use-again-words'
import { useReviewWords } from './use-review-words'

/** Of a sentence in a list of choices. */
const SHOWN = 60

export interface OwnDraft {
  readonly instruction: string
  /** null while it is what the evidence says. */
  readonly response: string | null
  readonly needsPassage: boolean
}

export const NO_DRAFT: OwnDraft = { instruction: '', response: null, needsPassage: false }

export interface OwnPairProps {
  /** The pair in hand: its passage is what the new one is about. */
  readonly stored: StoredPair
  /** What is selected, or was when the form was opened; null to choose sentences. */
  readonly picked: Range | null
  readonly onPick: (range: Range) => void
  /** Words in the making; they stay with their passage while the person looks at another one. */
  readonly draft: OwnDraft
  readonly onDraft: (draft: OwnDraft) => void
  /** The key of the new pair. */
  readonly onSaved: (key: string) => void
  readonly onClose: () => void
}

/** A pair of the person's own about words of the passage, which are its evidence. */
export function OwnPair({ stored, picked, onPick, draft, onDraft, onSaved, onClose }: OwnPairProps) {
  const words = useAgainWords()
  const review = useReviewWords()
  const { addPair, report } = useCommands()
  const { mac } = useDevice()
  const follower = useSession(session => session.role === 'follower')
  const { document, pair } = stored
  const { start, end } = pair.passage
  const text = useQuery(`own:${document}:${start}:${end}`, reader => reader.text(document, start, end)).value ?? ''
  const list = useMemo(() => sentences(text, pair.language), [text, pair.language])
  const evidence = pair.evidence[0]?.start ?? 0
  const usual = list.find(sentence => sentence.end > evidence) ?? list[0]
  const quote = picked ?? usual ?? { start: 0, end: 0 }
  const quoted = text.slice(quote.start, quote.end)

  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const { instruction, needsPassage } = draft
  const response = draft.response ?? quoted.replace(/\s*\n\s*/gu, pair.language === 'zh' ? '' : ' ')

  // What stands there by itself is marked in the passage as what is chosen.
  const offer = useEffectEvent(() => {
    if (picked === null && usual !== undefined) onPick({ start: usual.start, end: usual.end })
  })
  useEffect(() => {
    if (text !== '') offer()
  }, [text])

  const form = useRef<HTMLFormElement>(null)
  const title = useId()
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])

  const save = (): void => {
    setTried(true)
    if (follower || busy || instruction.trim() === '' || response.trim() === '') return
    setBusy(true)
    addPair({ document, passage: { start, end }, instruction, response, needsPassage, quote }).then(
      onSaved,
      (thrown: unknown) => {
        setBusy(false)
        report(thrown)
      },
    )
  }
  const empty = (value: string): string | undefined => (tried && value.trim() === '' ? words.fillIn : undefined)
  const first = list.findIndex(sentence => sentence.end > quote.start)
  const last = list.findLastIndex(sentence => sentence.start < quote.end)
  const options = list.map((sentence, at) => ({
    value: String(at),
    label: `${at + 1}. ${shortened(text.slice(sentence.start, sentence.end))}`,
  }))
  const choose = (from: number, to: number): void => {
    const [begin, finish] = [list[from], list[Math.max(from, to)]]
    if (begin !== undefined && finish !== undefined) onPick({ start: begin.start, end: finish.end })
  }
  return (
    <form
      ref={form}
      className="pair-edit own-pair"
      aria-labelledby={title}
      onSubmit={event => event.preventDefault()}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') onClose()
        else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save()
        else return
        event.preventDefault()
      }}
    >
      <header className="again__head">
        <h2 id={title}>{words.ownTitle}</h2>
        <IconButton icon="cross" size="s" label={words.close} onClick={onClose} />
      </header>
      {follower && <p className="pair-note">{review.follower}</p>}
      <TextArea
        label={words.instruction}
        value={instruction}
        problem={empty(instruction)}
        grow
        onChange={words => onDraft({ ...draft, instruction: words })}
      />
      <TextArea
        label={words.response}
        value={response}
        problem={empty(response)}
        grow
        onChange={words => onDraft({ ...draft, response: words })}
      />
      <section>
        <h2>{words.ownEvidence}</h2>
        <blockquote className="own-pair__quote" lang={pair.language === 'zh' ? 'zh-Hans' : undefined}>
          {words.selected(quoted)}
        </blockquote>
        <p className="pair-note">{words.ownHint}</p>
        <div className="own-pair__range">
          <Select
            label={words.ownFrom}
            value={String(first)}
            options={options}
            onChange={at => choose(Number(at), Math.max(Number(at), last))}
          />
          <Select
            label={words.ownTo}
            value={String(last)}
            options={options}
            onChange={at => choose(Math.min(first, Number(at)), Number(at))}
          />
        </div>
      </section>
      <Checkbox
        label={words.needsPassage}
        checked={needsPassage}
        onChange={needs => onDraft({ ...draft, needsPassage: needs })}
      />
      <div className="again__acts">
        <Button tone="primary" busy={busy} disabled={follower} keys={mac ? '⌘↵' : 'Ctrl ↵'} onClick={save}>
          {words.save}
        </Button>
        <Button keys="Esc" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}

function shortened(sentence: string): string {
  const line = sentence.replace(/\s+/gu, ' ').trim()
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).toWellFormed()}…`
}
