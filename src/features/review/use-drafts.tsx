import { useState } from 'react'
import type { PairKey, StoredPair } from '#core/ports/project-store'
import type { Original } from '#core/synthesis/pair'

export interface Drafts {
  /** Pairs with words that were not saved. */
  readonly keys: ReadonlySet<PairKey>
  /** The words of the pair in hand while it is edited, else null. */
  readonly draft: Original | null
  readonly saving: boolean
  /** Whether the draft may be saved. */
  readonly valid: boolean
  readonly begin: () => void
  readonly change: (draft: Original) => void
  readonly cancel: () => void
  readonly save: () => void
}

/** Words in the making. They stay with their pair while the person looks at another one. */
export function useDrafts(
  current: StoredPair | undefined,
  store: (instruction: string, response: string) => Promise<boolean>,
): Drafts {
  const [drafts, setDrafts] = useState<ReadonlyMap<PairKey, Original>>(new Map())
  const [touched, setTouched] = useState<ReadonlySet<PairKey>>(new Set())
  const [saving, setSaving] = useState(false)
  const draft = current === undefined ? null : (drafts.get(current.key) ?? null)
  const valid = draft !== null && draft.instruction.trim() !== '' && draft.response.trim() !== ''

  const put = (key: PairKey, words: Original | null, changed: boolean): void => {
    setDrafts(before => {
      const next = new Map(before)
      if (words === null) next.delete(key)
      else next.set(key, words)
      return next
    })
    setTouched(before => {
      const next = new Set(before)
      if (changed) next.add(key)
      else next.delete(key)
      return next
    })
  }

  return {
    keys: touched,
    draft,
    saving,
    valid,
    begin: () => {
      if (current === undefined || draft !== null) return
      put(current.key, { instruction: current.pair.instruction, response: current.pair.response }, false)
    },
    change: words => {
      if (current !== undefined) put(current.key, words, true)
    },
    cancel: () => {
      if (current !== undefined) put(current.key, null, false)
    },
    save: () => {
      if (current === undefined || draft === null || !valid || saving) return
      setSaving(true)
      void store(draft.instruction, draft.response).then(stored => {
        setSaving(false)
        if (stored) put(current.key, null, false)
      })
    },
  }
}
