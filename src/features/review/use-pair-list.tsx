import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { PairKey } from '#core/ports/project-store'
import { useReader, useSession } from '#features/context'
import { PairPager, type PagerView } from './pair-pager'
import { PairSearch, type SearchView } from './pair-search'
import { filteredPairs } from './pair-source'
import { needsKeys, pairFilterOf, type ReviewFilter } from './review-filter'

export interface PairList {
  readonly pager: PairPager
  readonly view: PagerView
  /** null where the list is read in the order of keys and no text is searched for. */
  readonly search: PairSearch | null
  readonly searchView: SearchView
}

const NO_SEARCH: SearchView = { searching: false, found: 0, problem: null }
const never = (): (() => void) => () => {}
const noSearch = (): SearchView => NO_SEARCH

/** The list of a filter, read again whenever pairs change. `start` is where it opens the first time. */
export function usePairList(chosen: ReviewFilter, start: PairKey): PairList {
  const reader = useReader()
  const project = useSession(session => session.project?.id)
  const pairs = useSession(session => session.revisions.pairs)
  const sources = useSession(session => session.revisions.sources)
  const key = JSON.stringify([project, chosen])
  const { pager, search } = useMemo(() => {
    const filter = pairFilterOf(chosen)
    const listed = filter.text !== '' || needsKeys(chosen)
    const search = listed ? new PairSearch(reader(), filter, chosen.order, start) : null
    return { search, pager: search?.pager ?? new PairPager(filteredPairs(reader(), filter), start) }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the filter, and only the first start counts
  }, [key, reader])
  const view = useSyncExternalStore(pager.subscribe, pager.view)
  const searchView = useSyncExternalStore(search?.subscribe ?? never, search?.view ?? noSearch)
  useEffect(() => {
    pager.refresh()
  }, [pager, pairs, sources])
  return { pager, view, search, searchView }
}
