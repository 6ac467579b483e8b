import { useTaskWord } from '#features/task-words'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { CheckTally, Tally } from '#core/ports/project-store'
import { useCheckName } from '#features/check-names'
import { useFormat } from '#features/format'
import { IconButton, SearchField, Select, ToggleChip, useHotkeys } from '#ui'
import { DocumentFilter } from './document-filter'
import type { SearchView } from './pair-search'
import { choices, GROUPS, groupCounts, inOrder, needsKeys, ORDERS, type ReviewFilter } from './review-filter'
import { useReviewWords } from './use-review-words'

const TYPED_MS = 250

export interface FilterBarProps {
  readonly filter: ReviewFilter
  readonly tallies: readonly Tally[] | undefined
  /** Of the chosen document, whatever else is chosen. */
  readonly checks: readonly CheckTally[] | undefined
  readonly searchView: SearchView
  readonly search: RefObject<HTMLInputElement | null>
  readonly onChange: (change: Partial<ReviewFilter>) => void
  /** Reads keys and their order again. */
  readonly onAgain: () => void
  /** The filters were asked for by their key: they have to be in sight. */
  readonly onShow: () => void
  /** Shows the coverage of the document in hand; null while there is none. */
  readonly onMap: (() => void) | null
}

/** What the list shows: search, groups with exact counts, the order, and behind a button check, task, language and document. */
export function FilterBar(props: FilterBarProps) {
  const { filter, tallies, checks, searchView, search, onChange, onAgain, onShow, onMap } = props
  const words = useReviewWords()
  const taskWord = useTaskWord()
  const format = useFormat()
  const narrowed = filter.task !== '' || filter.language !== '' || filter.document !== null || filter.check !== ''
  const [open, setOpen] = useState(narrowed)
  const more = useRef<HTMLDivElement>(null)
  const [called, setCalled] = useState(0)
  useHotkeys({
    f: () => {
      onShow()
      setOpen(true)
      setCalled(called + 1)
    },
  })
  useEffect(() => {
    if (called > 0) more.current?.querySelector('select')?.focus()
  }, [called])
  const counts = tallies === undefined ? null : groupCounts(tallies, filter)
  /** No counter knows how many of a group failed one check or are repeated; the list itself does, of its own group. */
  const groupCount = (group: ReviewFilter['group']): number | null => {
    if (filter.check === '' && filter.order !== 'repetition') return counts?.[group] ?? null
    return group === filter.group && !searchView.searching ? searchView.found : null
  }
  const checkWord = useCheckName()
  return (
    <div className="filters">
      <div className="filters__search">
        <TypedSearch
          field={search}
          text={filter.text}
          hint={words.searchHint(groupCount(filter.group) ?? 0, format)}
          onChange={text => onChange({ text })}
        />
        <IconButton
          icon="filter"
          label={words.more}
          aria-expanded={open}
          aria-pressed={narrowed}
          onClick={() => setOpen(!open)}
        />
      </div>
      <div className="filters__groups" role="group" aria-label={words.groupsLabel}>
        {GROUPS.map(group => (
          <ToggleChip key={group} pressed={filter.group === group} onClick={() => onChange({ group })}>
            {words.groups[group]}
            {groupCount(group) !== null && ` ${format.number(groupCount(group) ?? 0)}`}
          </ToggleChip>
        ))}
      </div>
      <div className="filters__order">
        <Select
          label={words.order}
          hideLabel
          value={filter.order}
          options={ORDERS.map(order => ({ value: order, label: words.orders[order] }))}
          onChange={order => onChange(inOrder(order, filter))}
        />
        {needsKeys(filter) && (
          <IconButton icon="refresh" label={words.sortAgain} disabled={searchView.searching} onClick={onAgain} />
        )}
        {onMap !== null && <IconButton icon="table" label={words.map} onClick={onMap} />}
      </div>
      {open && (
        <div ref={more} className="filters__more">
          <Select
            label={words.failedCheck}
            value={filter.check}
            options={[
              { value: '', label: words.anyCheck },
              ...withChosen(
                [...(checks ?? [])].sort((a, b) => b.count - a.count).map(tally => [tally.check, tally.count] as const),
                filter.check,
              ).map(([check, count]) => ({ value: check, label: `${checkWord(check)} (${format.number(count)})` })),
            ]}
            onChange={check => onChange({ check })}
          />
          <Select
            label={words.task}
            value={filter.task}
            options={[
              { value: '', label: words.anyTask },
              ...withChosen(choices(tallies ?? [], filter, 'task'), filter.task).map(([task, count]) => ({
                value: task,
                label: `${taskWord(task)} (${format.number(count)})`,
              })),
            ]}
            onChange={task => onChange({ task })}
          />
          <Select
            label={words.language}
            value={filter.language}
            options={[
              { value: '', label: words.anyLanguage },
              ...withChosen(choices(tallies ?? [], filter, 'language'), filter.language).map(([language, count]) => ({
                value: language,
                label: `${language === '' ? '' : words.languages[language]} (${format.number(count)})`,
              })),
            ]}
            onChange={language => onChange({ language })}
          />
          <DocumentFilter value={filter.document} onChange={document => onChange({ document })} />
        </div>
      )}
      {filter.text !== '' && (
        <p className="filters__found" role="status">
          {searchView.searching ? words.searching(searchView.found, format) : words.found(searchView.found, format)}
        </p>
      )}
    </div>
  )
}

/** What is chosen stays among the choices, also when nothing has it any more. */
function withChosen<V extends string>(
  list: readonly (readonly [value: V, count: number])[],
  chosen: V | '',
): readonly (readonly [value: V | '', count: number])[] {
  return chosen === '' || list.some(([value]) => value === chosen) ? list : [...list, [chosen, 0]]
}

interface TypedSearchProps {
  readonly field: RefObject<HTMLInputElement | null>
  readonly text: string
  readonly hint: string
  readonly onChange: (text: string) => void
}

/** Searches when the person stops typing. */
function TypedSearch({ field, text, hint, onChange }: TypedSearchProps) {
  const words = useReviewWords()
  const [typed, setTyped] = useState({ text, words: text })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // The URL changed by other means: show what it says.
  if (typed.text !== text) setTyped({ text, words: typed.words.trim() === text ? typed.words : text })
  const type = (value: string, wait: number): void => {
    setTyped({ text, words: value })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onChange(value.trim()), wait)
  }
  return (
    <SearchField
      ref={field}
      label={words.search}
      placeholder={hint}
      value={typed.words}
      onChange={value => type(value, TYPED_MS)}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && typed.words !== '') type('', 0)
        else if (event.key === 'Escape' || event.key === 'Enter') field.current?.blur()
        else return
        event.preventDefault()
      }}
    />
  )
}
