import { useState } from 'react'
import type { PairKey, StoredPair } from '#core/ports/project-store'
import type { Range } from '#core/synthesis/pair'
import { NO_DRAFT, type OwnDraft } from './own-pair'

type Open = { readonly kind: 'answer' } | { readonly kind: 'own'; readonly picked: Range | null }

export interface Panel {
  /** What is open beside the pair in hand; null for nothing. It closes when another pair comes into hand. */
  readonly open: Open | null
  readonly answer: () => void
  readonly own: (picked: Range | null) => void
  readonly close: () => void
  /** Of the passage in hand. */
  readonly draft: OwnDraft
  readonly onDraft: (draft: OwnDraft) => void
  /** The draft has become a pair. */
  readonly saved: () => void
}

/** What is open beside a pair. Words of a new pair stay with their passage. */
export function usePanel(current: StoredPair | undefined): Panel {
  const [held, setHeld] = useState<{ readonly key: PairKey; readonly open: Open } | null>(null)
  const [drafts, setDrafts] = useState<ReadonlyMap<string, OwnDraft>>(new Map())
  const place = current === undefined ? '' : `${current.document}:${current.pair.passage.start}`
  const put = (draft: OwnDraft): void => setDrafts(before => new Map(before).set(place, draft))
  const show = (open: Open): void => {
    if (current !== undefined) setHeld({ key: current.key, open })
  }
  return {
    open: held !== null && held.key === current?.key ? held.open : null,
    answer: () => show({ kind: 'answer' }),
    own: picked => show({ kind: 'own', picked }),
    close: () => setHeld(null),
    draft: drafts.get(place) ?? NO_DRAFT,
    onDraft: put,
    saved: () => {
      put(NO_DRAFT)
      setHeld(null)
    },
  }
}
