import { useEffect, useRef } from 'react'
import type { Original } from '#core/synthesis/pair'
import { useReadingWords } from '#features/use-reading-words'
import { TextArea } from '#ui'
import { useReviewWords } from './use-review-words'

export interface PairEditProps {
  readonly draft: Original
  readonly onChange: (draft: Original) => void
  readonly onSave: () => void
  readonly onCancel: () => void
}

/** The two texts, in place. */
export function PairEdit({ draft, onChange, onSave, onCancel }: PairEditProps) {
  const words = useReviewWords()
  const reading = useReadingWords()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const empty = (text: string): string | undefined => (text.trim() === '' ? words.emptyWords : undefined)
  return (
    <form
      ref={form}
      className="pair-edit"
      onSubmit={event => event.preventDefault()}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') onCancel()
        else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onSave()
        else return
        event.preventDefault()
      }}
    >
      <TextArea
        label={reading.instruction}
        problem={empty(draft.instruction)}
        value={draft.instruction}
        grow
        onChange={instruction => onChange({ ...draft, instruction })}
      />
      <TextArea
        label={reading.response}
        problem={empty(draft.response)}
        value={draft.response}
        grow
        onChange={response => onChange({ ...draft, response })}
      />
      <p className="pair-note">{words.edited}</p>
    </form>
  )
}
