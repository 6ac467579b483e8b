import { useEffect, useRef } from 'react'
import type { Document } from '#core/documents/document'
import type { Cut, PairKey, PassageTally, ProjectReader } from '#core/ports/project-store'
import type { State } from '#core/synthesis/pair'
import { useCommands, useQuery, useReader, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { ITEM_REASONS } from '#features/item-reasons'
import { useTaskWord } from '#features/task-words'
import { Button, IconButton } from '#ui'
import { type Cell, placeOf, type WrittenItem } from './coverage'
import { PassageBlocks } from '#features/passage-blocks'
import { StateChip } from './state-chip'
import { useCoverageWords } from './use-coverage-words'

const PAGE = 500

/** The first pair that stands in a passage, whatever its state. */
async function firstPair(reader: ProjectReader, document: number, cell: Cell): Promise<PairKey | null> {
  const filter = { states: [], tasks: [], languages: [], checks: [], document, text: '' } as const
  for (let after: PairKey = ''; ; ) {
    const page = await reader.pairs(filter, after, PAGE)
    const found = page.find(({ pair }) => pair.passage.start >= cell.start)
    if (found !== undefined) return found.pair.passage.start < cell.end ? found.key : null
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return null
    after = last.key
  }
}

export interface CoveragePassageProps {
  readonly document: Document
  readonly cell: Cell
  /** Passages of the document. */
  readonly count: number
  readonly tallies: readonly PassageTally[]
  readonly cut: Cut
  /** What runs have settled here. */
  readonly items: readonly WrittenItem[]
  readonly onTopUp: () => void
  readonly onClose: () => void
}

/** The passage of one square: what it gave, why it gave nothing, and its words. */
export function CoveragePassage(props: CoveragePassageProps) {
  const { document, cell, count, tallies, cut, items, onTopUp, onClose } = props
  const words = useCoverageWords()
  const format = useFormat()
  const taskWord = useTaskWord()
  const reader = useReader()
  const { go, report } = useCommands()
  const locale = useSession(session => session.locale)
  const follower = useSession(session => session.role === 'follower')
  const revision = useSession(session => session.revisions.runs)
  const { order } = document
  const text = useQuery(`cell:${order}:${cell.start}:${cell.end}`, read => read.text(order, cell.start, cell.end)).value
  const reasons = useQuery(
    `why:${order}:${cell.start}:${revision}:${items.map(item => `${item.run}-${item.position}`).join()}`,
    async read => {
      const records = await Promise.all(items.map(item => read.item(item.run, item.position)))
      return records.flatMap((record, at) =>
        record === undefined || record.pairs > 0 ? [] : [{ run: items[at]?.run ?? 0, reason: record.reason }],
      )
    },
  ).value
  const here = tallies.filter(tally => placeOf(cut, tally.start) === cell.at)
  const head = useRef<HTMLHeadingElement>(null)
  // Where the map is one column the passage lies below it.
  useEffect(() => {
    head.current?.scrollIntoView({ block: 'center' })
  }, [])
  const show = (): void => {
    firstPair(reader(), order, cell).then(
      pair => go('review', { document: String(order), show: 'all', ...(pair !== null && { pair }) }),
      report,
    )
  }
  return (
    <>
      <header className="again__head">
        <h2 ref={head}>{words.passage(cell.at + 1, count, format)}</h2>
        <IconButton icon="cross" size="s" label={words.close} onClick={onClose} />
      </header>
      {cell.headings.length > 0 && <p className="passage__path">{cell.headings.join(' › ')}</p>}
      <div className="again__acts">
        <Button size="s" icon="write" disabled={follower} onClick={onTopUp}>
          {words.topUpThis}
        </Button>
        {here.length > 0 && (
          <Button size="s" onClick={show}>
            {words.showPairs}
          </Button>
        )}
      </div>
      <section>
        <h3>{words.pairsHere}</h3>
        {here.length === 0 ? (
          <p className="pair-note">{words.noPairsHere}</p>
        ) : (
          <ul className="coverage__tallies">
            {inStates(here).map(([state, tasks]) => (
              <li key={state}>
                <StateChip state={state} />
                <span>{tasks.map(([task, pairs]) => `${taskWord(task)} ${format.number(pairs)}`).join(' · ')}</span>
              </li>
            ))}
          </ul>
        )}
        {(reasons ?? []).map(({ run, reason }) => (
          <p key={run} className="pair-note">
            {words.why(run, reason === null ? words.noneSaid : (ITEM_REASONS[locale][reason] ?? reason))}
          </p>
        ))}
      </section>
      <article
        className="passage__page coverage__text"
        lang={document.language === 'zh' ? 'zh-Hans' : document.language === 'en' ? 'en' : undefined}
      >
        {text !== undefined && <PassageBlocks text={text} evidence={[]} />}
      </article>
    </>
  )
}

/** Counts by state, and by task in each. */
function inStates(
  tallies: readonly PassageTally[],
): readonly (readonly [State, readonly (readonly [task: string, count: number])[]])[] {
  const states = new Map<State, Map<string, number>>()
  for (const { state, task, count } of tallies) {
    const tasks = states.get(state) ?? new Map<string, number>()
    states.set(state, tasks)
    tasks.set(task, (tasks.get(task) ?? 0) + count)
  }
  return [...states].map(([state, tasks]) => [state, [...tasks]] as const)
}
