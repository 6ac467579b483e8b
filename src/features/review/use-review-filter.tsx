import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { PairKey } from '#core/ports/project-store'
import { useCommands, useSession } from '#features/context'
import { filterOf, paramsOf, type ReviewFilter } from './review-filter'

/** Browsers refuse too many changes of the URL in a row, as a held arrow key would make. */
const NOTE_AFTER_MS = 300

function isHere(): boolean {
  return /^#\/review(?:\?|$)/u.test(location.hash)
}

export interface FilterInUrl {
  readonly filter: ReviewFilter
  /** The pair that the URL names, or null. */
  readonly named: PairKey | null
  readonly change: (change: Partial<ReviewFilter>) => void
  /** Notes the pair in hand in the URL, shortly after it came to rest. */
  readonly note: (pair: PairKey | null) => void
}

/** The whole filter lives in the URL: a reload or a link shows the same list at the same pair. */
export function useReviewFilter(): FilterInUrl {
  const { go } = useCommands()
  const params = useSession(session => session.route.params)
  const filter = useMemo(() => filterOf(params), [params])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = useCallback(
    (part: Partial<ReviewFilter>) => {
      clearTimeout(timer.current)
      go('review', paramsOf({ ...filter, ...part }, null), { replace: true })
    },
    [go, filter],
  )
  const note = useCallback(
    (pair: PairKey | null) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        // The person may be on the way to another screen, and this one still wait in the back until that is loaded.
        if (isHere()) go('review', paramsOf(filter, pair), { replace: true })
      }, NOTE_AFTER_MS)
    },
    [go, filter],
  )
  return { filter, named: params.get('pair'), change, note }
}
