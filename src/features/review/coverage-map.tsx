import { useEffect, useMemo, useRef, useState } from 'react'
import { useCommands, useQuery, useSession } from '#features/context'
import { useDocumentName } from '#features/document-name'
import { useFormat } from '#features/format'
import { useTaskWord } from '#features/task-words'
import { Button, EmptyState, Select, Spinner } from '#ui'
import { type Cell, countLevels, coverageOf, LEVELS, type Section, sectionsOf, writtenItems } from './coverage'
import { CoverageGrid, Swatch } from './coverage-grid'
import { CoveragePassage } from './coverage-passage'
import { DocumentFilter } from './document-filter'
import { type Scope, TopUp } from './top-up'
import { useCoverageWords } from './use-coverage-words'

/** A document as a map of its passages, tinted by their usable pairs. */
export function CoverageMap({ document }: { readonly document: number }) {
  const words = useCoverageWords()
  const format = useFormat()
  const taskWord = useTaskWord()
  const nameOf = useDocumentName()
  const { go } = useCommands()
  const revisions = useSession(session => session.revisions)
  const [task, setTask] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const [stop, setStop] = useState(0)
  const [asked, setAsked] = useState<readonly (readonly [Scope, readonly Cell[]])[] | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const moved = useRef(false)

  const read = useQuery(`map:${document}:${revisions.pairs}:${revisions.sources}`, async reader => {
    const [held, cut, tallies] = await Promise.all([
      reader.document(document),
      reader.cut(document),
      reader.passageTallies(document),
    ])
    return { document: held, cut, tallies }
  })
  // Plans may be long: the map is drawn before it is known which passages gave nothing.
  const written = useQuery(`written:${document}:${revisions.runs}:${revisions.sources}`, async reader => {
    const cut = await reader.cut(document)
    return cut === undefined ? null : writtenItems({ aborted: false }, reader, cut)
  }).value
  const { cut, tallies } = read.value ?? {}
  const cells = useMemo(
    () => (cut === undefined || tallies === undefined ? [] : coverageOf(cut, tallies, written ?? null, task)),
    [cut, tallies, written, task],
  )
  const sections = useMemo(() => sectionsOf(cells), [cells])
  const tasks = [...new Set((tallies ?? []).map(tally => tally.task))].sort()

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    const cell = box.current?.querySelector<HTMLElement>(`[data-at="${stop}"]`)
    cell?.focus()
    cell?.scrollIntoView({ block: 'nearest' })
  }, [stop])

  const held = read.value?.document
  const choice = (
    <DocumentFilter
      value={document}
      onChange={other => {
        setChosen(null)
        setStop(0)
        if (other !== null) go('review', { map: String(other) })
      }}
    />
  )
  const back = (
    <Button size="s" icon="chevron-left" onClick={() => go('review', { document: String(document), show: 'all' })}>
      {words.back}
    </Button>
  )
  if (read.value === undefined)
    return (
      <p className="list-reading" role="status">
        <Spinner /> {words.loading}
      </p>
    )
  if (held === undefined || cut === undefined)
    return (
      <EmptyState title={words.noDocument} actions={choice}>
        {words.noDocumentWords}
      </EmptyState>
    )
  const levels = countLevels(cells)
  const bare = cells.filter(one => one.usable === 0).length
  const usable = usableIn(cells)
  const cell = chosen === null ? undefined : cells[chosen]
  const sectionOf = (one: Cell): Section | undefined =>
    sections.find(section => section.cells.some(other => other.at === one.at))
  const scopesOf = (scope: Scope, section: Section | undefined, one: Cell | undefined) => {
    const all: readonly (readonly [Scope, readonly Cell[]])[] = [
      ...(one === undefined ? [] : [['passage', [one]] as const]),
      ...(section === undefined ? [] : [['section', section.cells] as const]),
      ['document', cells],
    ]
    return all.toSorted((a, b) => Number(b[0] === scope) - Number(a[0] === scope))
  }
  const move = (at: number): void => {
    moved.current = true
    setStop(Math.min(cells.length - 1, Math.max(0, at)))
  }
  return (
    <div className="coverage">
      <div className="coverage__main" ref={box}>
        <header className="coverage__head">
          <div className="coverage__title">
            {back}
            <h2>{nameOf(held)}</h2>
          </div>
          <p>{words.lead}</p>
          <div className="coverage__tools">
            {choice}
            <Select
              label={words.task}
              value={task}
              options={[
                { value: '', label: words.allTasks },
                ...tasks.map(name => ({ value: name, label: taskWord(name) })),
              ]}
              onChange={setTask}
            />
            <Button icon="write" onClick={() => setAsked(scopesOf('document', undefined, undefined))}>
              {words.topUp}
            </Button>
          </div>
          <p className="coverage__sum" role="status">
            <strong>{words.sum(usable, cells.length, format)}</strong>
            {usable > 0 && bare > 0 && ` · ${words.thin(bare, format)}`}
          </p>
          <ul className="coverage__legend" aria-label={words.legend}>
            {LEVELS.map(level => (
              <li key={level}>
                <Swatch level={level} /> {words.levels[level]} <small>{format.number(levels[level])}</small>
              </li>
            ))}
          </ul>
        </header>
        {sections.map((section, place) => {
          const name = section.path.at(-1) ?? (sections.length === 1 ? words.wholeDocument : words.noHeading)
          return (
            <section key={section.cells[0]?.at ?? place} className="coverage__section">
              <header>
                <h3 title={section.path.join(' › ')}>{name}</h3>
                <small>{words.sum(usableIn(section.cells), section.cells.length, format)}</small>
                <Button
                  size="s"
                  tone="quiet"
                  aria-label={words.topUpSection(name)}
                  onClick={() => setAsked(scopesOf('section', section, undefined))}
                >
                  {words.topUp}
                </Button>
              </header>
              <CoverageGrid
                label={words.cells(name)}
                cells={section.cells}
                chosen={chosen}
                stop={stop}
                onChoose={at => {
                  setStop(at)
                  setChosen(at)
                }}
                onMove={move}
              />
            </section>
          )
        })}
      </div>
      <aside className="coverage__side" aria-label={words.passage((cell?.at ?? 0) + 1, cells.length, format)}>
        {cell === undefined ? (
          <p className="coverage__choose">{words.choose}</p>
        ) : (
          <CoveragePassage
            key={`${document}:${cell.start}`}
            document={held}
            cell={cell}
            count={cells.length}
            tallies={tallies ?? []}
            cut={cut}
            items={written?.get(cell.start) ?? []}
            onTopUp={() => setAsked(scopesOf('passage', sectionOf(cell), cell))}
            onClose={() => {
              setChosen(null)
              move(cell.at)
            }}
          />
        )}
      </aside>
      {asked !== null && (
        <TopUp
          document={document}
          scopes={asked}
          task={task}
          onStarted={() => setAsked(null)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

function usableIn(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.usable, 0)
}
