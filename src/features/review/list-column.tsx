import type { RefObject } from 'react'
import type { CheckTally, PairKey, PairSelection, Tally } from '#core/ports/project-store'
import { BulkBar } from './bulk-bar'
import { FilterBar } from './filter-bar'
import { PairList } from './pair-list'
import { RewriteBars } from './rewrite-bar'
import { pairFilterOf, type ReviewFilter } from './review-filter'
import { ListProblem, ListReading, NothingHere } from './review-states'
import type { Decisions } from './use-decisions'
import type { PairList as List } from './use-pair-list'
import { useReviewWords } from './use-review-words'

export interface ListColumnProps {
  readonly list: List
  readonly filter: ReviewFilter
  readonly tallies: readonly Tally[] | undefined
  readonly checks: readonly CheckTally[] | undefined
  readonly count: number
  readonly selected: PairKey | null
  readonly drafts: ReadonlySet<PairKey>
  readonly field: RefObject<HTMLInputElement | null>
  readonly onChange: (change: Partial<ReviewFilter>) => void
  readonly onSelect: (key: PairKey) => void
  readonly onShow: () => void
  readonly onMap: (() => void) | null
  readonly onWriteAgain: (selection: PairSelection) => void
  readonly decisions: Decisions
}

/** Filters, what to do with everything shown, and the rows; or why there are none. */
export function ListColumn(props: ListColumnProps) {
  const {
    list,
    filter,
    tallies,
    checks,
    count,
    selected,
    drafts,
    field,
    onChange,
    onSelect,
    onShow,
    onMap,
    decisions,
  } = props
  const selection = (): PairSelection => (search === null ? { filter: pairFilterOf(filter) } : { keys: search.keys() })
  const words = useReviewWords()
  const { pager, view, search, searchView } = list
  const problem = view.problem ?? searchView.problem
  const waiting = !view.loaded || (view.rows.length === 0 && (searchView.searching || view.count > 0))
  return (
    <section className="review__list" aria-label={words.list}>
      <FilterBar
        filter={filter}
        tallies={tallies}
        checks={checks}
        searchView={searchView}
        search={field}
        onChange={onChange}
        onAgain={() => search?.restart()}
        onShow={onShow}
        onMap={onMap}
      />
      <BulkBar
        // A question that was asked about one list is not answered for another.
        key={`bulk ${JSON.stringify(filter)}`}
        group={filter.group}
        count={searchView.searching ? 0 : count}
        selection={selection}
        onDone={() => {
          decisions.noteBulk()
          search?.restart()
        }}
        onUndo={decisions.undo}
        onWriteAgain={() => props.onWriteAgain(selection())}
      />
      <RewriteBars onDone={decisions.noteBulk} />
      {problem !== null && (
        <ListProblem
          problem={problem}
          onAgain={() => {
            search?.restart()
            pager.refresh()
          }}
        />
      )}
      {view.rows.length > 0 ? (
        <PairList
          key={`rows ${JSON.stringify(filter)}`}
          pager={pager}
          view={view}
          selected={selected}
          drafts={drafts}
          grouped={filter.order === 'repetition'}
          onSelect={onSelect}
        />
      ) : problem !== null ? null : waiting ? (
        <ListReading />
      ) : (
        <NothingHere filter={filter} onChange={onChange} />
      )}
    </section>
  )
}
