import { useState } from 'react'
import type { Source } from '#core/ports/project-store'
import { Button, Icon, Menu, Page, SearchField, ToggleChip } from '#ui'
import { useCommands, useMessages } from '#features/context'
import { useFormat } from '#features/format'
import { AlreadyNotice } from './already-notice'
import { CutPanel } from './cut-panel'
import { FileInputs } from './file-inputs'
import { MESSAGES } from './messages'
import { countGroups, filterSources, type Group, totalsOf } from './source-filter'
import { SourceList } from './source-list'
import { useAdding } from './use-adding'

/** From this many sources on there is a field to find one by name. */
const SEARCH_FROM = 12

const GROUPS: readonly Group[] = ['all', 'attention', 'failed', 'repeated', 'removed']

/** The sources of a project that has some. */
export function SourcesPage({ sources }: { readonly sources: readonly Source[] }) {
  const words = useMessages(MESSAGES)
  const format = useFormat()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const [group, setGroup] = useState<Group>('all')
  const [search, setSearch] = useState('')
  const counts = countGroups(sources)
  // A group that became empty would show nothing and offer no way back.
  const open = counts[group] === 0 ? 'all' : group
  const shown = filterSources(sources, open, search)
  const totals = totalsOf(sources)
  const given = counts.all - counts.removed
  const filters = GROUPS.filter(one => one === 'all' || counts[one] > 0)
  return (
    <Page
      ref={setScroller}
      title={words.title}
      lead={words.total(
        totals.sources < given
          ? words.someOf(format.number(totals.sources), format.number(given))
          : words.sources(format.number(given)),
        format.number(totals.documents),
        format.number(totals.passages),
        format.number(totals.characters),
      )}
      actions={<Actions canWrite={totals.passages > 0} />}
    >
      <AlreadyNotice />
      <CutPanel key={sources.find(source => source.firstDocument !== null)?.firstDocument ?? 'none'} />
      <section className="sources" aria-label={words.list}>
        {(filters.length > 1 || sources.length >= SEARCH_FROM) && (
          <div className="sources__tools">
            {sources.length >= SEARCH_FROM && (
              <SearchField
                label={words.filter.search}
                placeholder={words.filter.search}
                value={search}
                onChange={setSearch}
              />
            )}
            {filters.length > 1 && (
              <div className="sources__filters" role="group" aria-label={words.filter.label}>
                {filters.map(one => (
                  <ToggleChip key={one} pressed={one === open} onClick={() => setGroup(one)}>
                    {words.filter[one](format.number(counts[one]))}
                  </ToggleChip>
                ))}
              </div>
            )}
          </div>
        )}
        {shown.length === 0 ? (
          <p className="sources__none">
            {words.filter.none}{' '}
            <Button
              tone="quiet"
              onClick={() => {
                setGroup('all')
                setSearch('')
              }}
            >
              {words.filter.clear}
            </Button>
          </p>
        ) : (
          <SourceList sources={shown} scroller={scroller} />
        )}
      </section>
    </Page>
  )
}

function Actions({ canWrite }: { readonly canWrite: boolean }) {
  const words = useMessages(MESSAGES)
  const { go } = useCommands()
  const adding = useAdding()
  return (
    <>
      {adding !== null && (
        <FileInputs adding={adding}>
          {open => (
            <Menu
              label={words.add.menu}
              align="end"
              trigger={props => (
                <Button icon="plus" {...props}>
                  {words.add.menu}
                  <Icon name="chevron-down" size={14} />
                </Button>
              )}
              items={[
                { id: 'files', icon: 'file', label: words.add.files, onSelect: open.files },
                { id: 'folder', icon: 'folder', label: words.add.folder, onSelect: open.folder },
                { id: 'paste', icon: 'paste', label: words.add.paste, onSelect: () => adding.askForText() },
                { id: 'sample', icon: 'book', label: words.add.sample, apart: true, onSelect: adding.sample },
              ]}
            />
          )}
        </FileInputs>
      )}
      <Button tone="primary" disabled={!canWrite} onClick={() => go('write')}>
        {words.next}
        <Icon name="arrow-right" size={15} />
      </Button>
    </>
  )
}
