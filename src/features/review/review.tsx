import { useEffect, useRef, useState } from 'react'
import type { PairKey, PairSelection } from '#core/ports/project-store'
import type { Range } from '#core/synthesis/pair'
import { useCommands, useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { Segmented, useHotkeys } from '#ui'
import { CoverageMap } from './coverage-map'
import { DecideBar } from './decide-bar'
import { ListColumn } from './list-column'
import { PairColumn } from './pair-column'
import { PassageView } from './passage-view'
import { countOf, GROUPS, inOrder, mapOf, ORDERS, pairFilterOf } from './review-filter'
import { NoPairs } from './review-states'
import { useAgainWords } from './use-again-words'
import { useDecisions } from './use-decisions'
import { useDrafts } from './use-drafts'
import { usePairList } from './use-pair-list'
import { useReviewFilter } from './use-review-filter'
import { usePanel } from './use-panel'
import { useReviewWords } from './use-review-words'
import { WriteAgain } from './write-again'
import './review.css'

type Pane = 'list' | 'passage' | 'pair'

/** The screen where pairs are kept, dropped and edited beside the passage that they came from. */
export function Review() {
  const project = useSession(session => session.project?.id)
  const none = useSession(session => session.counts.pairs === 0)
  const map = useSession(session => mapOf(session.route.params))
  const words = useReviewWords()
  return (
    <>
      <h1 className="ui-visually-hidden">{words.title}</h1>
      {map !== null ? <CoverageMap document={map} /> : none ? <NoPairs /> : <Desk key={project} />}
    </>
  )
}

function Desk() {
  const words = useReviewWords()
  const again = useAgainWords()
  const format = useFormat()
  const { go } = useCommands()
  const { filter, named, change, note } = useReviewFilter()
  const asked = pairFilterOf(filter)
  const revision = useSession(session => session.revisions.pairs)
  const list = usePairList(filter, named ?? '')
  const { pager, view, search, searchView } = list
  const tallies = useQuery(`tallies:${filter.document ?? ''}:${revision}`, reader => reader.tallies(filter.document))
  const checks = useQuery(`checks:${filter.document ?? ''}:${revision}`, reader => reader.checkTallies(filter.document))
  const counted = tallies.value === undefined ? 0 : countOf(tallies.value, asked)
  const count = search === null ? counted : searchView.found
  useEffect(() => pager.expect(count), [pager, count])

  const [pane, setPane] = useState<Pane>('list')
  const [reading, setReading] = useState(false)
  const [said, setSaid] = useState('')
  const field = useRef<HTMLInputElement>(null)

  const [selected, setSelected] = useState<PairKey | null>(named)
  // Another list, chosen here or by a link: begin at its start, or at the pair that the link names.
  const listed = JSON.stringify(filter)
  const [seen, setSeen] = useState({ listed, order: filter.order })
  if (seen.listed !== listed) {
    setSeen({ listed, order: filter.order })
    setSelected(named)
    setSaid(seen.order === filter.order ? '' : words.saidOrder(words.orders[filter.order]))
  }
  const firstKey = view.rows[0]?.key
  if (selected === null && firstKey !== undefined) setSelected(firstKey)
  const at = view.rows.findIndex(row => row.key === selected)
  const inList = at < 0 ? undefined : view.rows[at]
  // A pair that the list does not show (it was decided, or a link named it) is read by itself.
  const alone = useQuery(`pair:${inList === undefined ? (selected ?? '') : ''}:${revision}`, async reader =>
    inList !== undefined || selected === null ? undefined : reader.pair(selected),
  ).value
  const current = inList ?? (alone?.key === selected ? alone : undefined)
  const place = at < 0 ? null : view.first + at

  const select = (key: PairKey): void => {
    setSelected(key)
    note(key)
  }
  const decisions = useDecisions({ list, filter: asked, current, select, say: setSaid, words })
  const drafts = useDrafts(current, decisions.save)
  const edit = (): void => {
    setPane('pair')
    drafts.begin()
  }
  const panel = usePanel(current)
  const [rewriting, setRewriting] = useState<PairSelection | null>(null)
  const [lit, setLit] = useState<{ readonly key: PairKey; readonly check: string } | null>(null)
  const litHere = lit?.key === current?.key ? (lit?.check ?? null) : null
  const light = (check: string): void => {
    if (current !== undefined) setLit({ key: current.key, check })
  }
  const own = (picked: Range | null): void => {
    setPane('pair')
    panel.own(picked)
  }
  const after = <V,>(list: readonly V[], value: V): V => list[(list.indexOf(value) + 1) % list.length] ?? value
  const showNextCheck = (): void => {
    const placed = (current?.pair.checks ?? []).filter(check => (check.ranges ?? []).length > 0)
    const next = after<string>(
      placed.map(check => check.name),
      litHere ?? '',
    )
    if (placed.length > 0) light(next)
  }
  const map = current === undefined ? null : () => go('review', { map: String(current.document) })
  const arrows = !reading
  useHotkeys({
    k: event => event.repeat || decisions.decide('keep'),
    d: event => event.repeat || decisions.decide('drop'),
    u: event => event.repeat || decisions.decide(null),
    e: edit,
    z: decisions.undo,
    'mod+z': decisions.undo,
    'shift+z': decisions.redo,
    'mod+shift+z': decisions.redo,
    j: () => decisions.move(1),
    ArrowDown: arrows ? () => decisions.move(1) : undefined,
    ArrowUp: arrows ? () => decisions.move(-1) : undefined,
    o: () => change(inOrder(after(ORDERS, filter.order), filter)),
    g: () => change({ group: after(GROUPS, filter.group) }),
    c: showNextCheck,
    w: () => current !== undefined && setRewriting({ keys: [current.key] }),
    a: () => {
      setPane('pair')
      panel.answer()
    },
    m: () => map?.(),
    '/': () => {
      setPane('list')
      field.current?.focus()
    },
  })

  const position = place === null ? null : words.position(place + 1, Math.max(count, place + 1), format)

  // Spoken when the person moves or decides, not whenever a run at work changes a count.
  const [spoken, setSpoken] = useState<{ key: PairKey | undefined; said: string; text: string }>()
  if (current !== undefined && (spoken?.key !== current.key || spoken.said !== said))
    setSpoken({
      key: current.key,
      said,
      text: [said, words.saidPair(position, words.states[current.pair.state], current.pair.instruction)].join(' '),
    })
  return (
    <div className="review" data-pane={pane}>
      <p className="ui-visually-hidden" role="status">
        {spoken?.text}
      </p>
      <div className="review__grid">
        <div className="review__panes">
          <Segmented
            label={words.panes}
            hideLabel
            value={pane}
            options={[
              { value: 'list', label: words.list },
              { value: 'passage', label: words.passage },
              { value: 'pair', label: words.pair },
            ]}
            onChange={setPane}
          />
        </div>
        <ListColumn
          list={list}
          filter={filter}
          tallies={tallies.value}
          checks={checks.value}
          count={count}
          selected={selected}
          drafts={drafts.keys}
          field={field}
          onChange={change}
          onSelect={key => {
            select(key)
            setPane('pair')
          }}
          onShow={() => setPane('list')}
          onMap={map}
          onWriteAgain={setRewriting}
          decisions={decisions}
        />
        <div className="review__passage">
          {current !== undefined && (
            <PassageView
              stored={current}
              pane={pane}
              onFocus={setReading}
              lit={litHere}
              picked={panel.open?.kind === 'own' ? panel.open.picked : null}
              onPick={own}
            />
          )}
        </div>
        {current === undefined ? (
          <div className="review__pair" />
        ) : (
          <PairColumn
            stored={current}
            position={position}
            drafts={drafts}
            decisions={decisions}
            panel={panel}
            grouped={filter.order === 'repetition'}
            lit={litHere}
            onLight={light}
            onShow={() => setPane('passage')}
            onSelect={select}
            onWriteAgain={() => setRewriting({ keys: [current.key] })}
            onAdded={key => {
              decisions.noteAdded(key)
              setSaid(again.ownSaved)
            }}
          />
        )}
        {/* A new pair has its own way to be saved, and is kept by it. */}
        {panel.open?.kind !== 'own' && (
          <DecideBar stored={current} drafts={drafts} decisions={decisions} onEdit={edit} />
        )}
      </div>
      {rewriting !== null && <WriteAgain selection={rewriting} onClose={() => setRewriting(null)} />}
    </div>
  )
}
