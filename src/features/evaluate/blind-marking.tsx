import { useState } from 'react'
import type { BlindSample } from '#core/evaluation/blind-sample'
import type { PairsNow } from '#core/evaluation/marks'
import { visiblePairs } from '#core/evaluation/project-now'
import { useCommands, useQuery, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { PairWords } from '#features/pair-words'
import { ProblemNotice } from '#features/problem-notice'
import { useReadingWords } from '#features/use-reading-words'
import { Button, EmptyState, IconButton, Progress, Segmented, Spinner, useHotkeys } from '#ui'
import { BlindPassage } from './blind-passage'
import { WHYS } from './blind-messages.en'
import { MarkBar } from './mark-bar'
import { useBlindWords } from './use-blind-words'
import { type Marking, useMarking } from './use-marking'
import './marking.css'

/** A blind check at work: one pair beside its passage, and one key for each mark. */
export function BlindMarking({ id }: { readonly id: string }) {
  const words = useBlindWords()
  const { go } = useCommands()
  const project = useSession(session => session.project?.id ?? '')
  // Read once: marks made here must not be overtaken by a reading that began before them.
  const query = useQuery(`marking:${project}:${id}`, async reader => {
    const sample = (await reader.samples()).find(one => one.id === id)
    if (sample === undefined) return null
    const keys = sample.entries.map(({ key }) => key)
    return { sample, pairs: await visiblePairs(reader, keys) }
  })
  const back = (
    <Button tone="primary" onClick={() => go('evaluate')}>
      {words.back}
    </Button>
  )
  return (
    <>
      <h1 className="ui-visually-hidden">{words.marking}</h1>
      {query.state === 'problem' ? (
        <div className="marking__alone">
          <ProblemNotice problem={query.problem} />
          {back}
        </div>
      ) : query.state === 'loading' ? (
        <p className="marking__alone" role="status">
          <Spinner /> {words.reading}
        </p>
      ) : query.value === null ? (
        <EmptyState icon="evaluate" title={words.notThere} actions={back}>
          {words.notThereWords}
        </EmptyState>
      ) : (
        <Desk key={id} sample={query.value.sample} pairs={query.value.pairs} />
      )}
    </>
  )
}

interface DeskProps {
  readonly sample: BlindSample
  readonly pairs: PairsNow
}

function Desk({ sample, pairs }: DeskProps) {
  const words = useBlindWords()
  const reading = useReadingWords()
  const format = useFormat()
  const { go } = useCommands()
  const marking = useMarking(sample, pairs)
  const { shown, at, current, done, passed, move, mark, undo, nextOpen } = marking
  const [pane, setPane] = useState<'pair' | 'passage'>('pair')
  // There the arrows choose.
  const [choosing, setChoosing] = useState(false)
  const leave = (): void => go('evaluate')
  const once = (act: () => void) => (event: KeyboardEvent) => {
    if (!event.repeat) act()
  }
  const marks = {
    '1': once(() => mark('right')),
    '0': once(() => mark('unclear')),
    ...Object.fromEntries(WHYS.map((why, index) => [String(index + 2), once(() => mark('wrong', why))])),
    // Beyond the marks, a figure must not lead away from here as it does elsewhere.
    '8': () => undefined,
    '9': () => undefined,
  }
  useHotkeys(
    {
      ...marks,
      z: once(undo),
      'mod+z': once(undo),
      ArrowLeft: choosing ? undefined : () => move(-1),
      ArrowRight: choosing ? undefined : () => move(1),
      Escape: leave,
    },
    true,
    true,
  )
  const place = words.place(at + 1, shown.length, format)
  const said = [
    saidOf(marking, words),
    current === undefined ? '' : words.saidPair(place, current.stored.pair.instruction),
  ]
  const finished = nextOpen === null && shown.length > 0
  return (
    <div className="marking" data-pane={pane}>
      <p className="ui-visually-hidden" role="status" aria-live="polite">
        {finished ? words.done : said.join(' ')}
      </p>
      <header className="marking__head">
        <IconButton icon="chevron-left" label={words.back} onClick={leave} />
        <div className="marking__progress">
          <p>
            {words.marked(done, shown.length, format)}
            {passed > 0 && <span> · {words.passed(passed, format)}</span>}
          </p>
          <Progress value={shown.length === 0 ? 1 : done / shown.length} label={words.progress} />
        </div>
        <div className="marking__panes" onFocus={() => setChoosing(true)} onBlur={() => setChoosing(false)}>
          <Segmented
            label={words.pane}
            hideLabel
            value={pane}
            options={[
              { value: 'pair', label: words.pairPane },
              { value: 'passage', label: reading.passage },
            ]}
            onChange={setPane}
          />
        </div>
      </header>
      {current === undefined ? (
        <EmptyState icon="evaluate" title={words.done} actions={<Button onClick={leave}>{words.back}</Button>} />
      ) : (
        <>
          <BlindPassage key={current.stored.key} stored={current.stored} />
          <section className="marking__pair" aria-label={words.pairPane}>
            <header className="marking__place">
              <span>{place}</span>
              <span>
                <IconButton icon="chevron-left" label={words.previous} disabled={at === 0} onClick={() => move(-1)} />
                <IconButton
                  icon="chevron-right"
                  label={words.next}
                  disabled={at >= shown.length - 1}
                  onClick={() => move(1)}
                />
              </span>
            </header>
            {finished && (
              <div className="marking__done">
                <p>
                  <strong>{words.done}</strong> {words.doneWords}
                </p>
                <Button tone="primary" onClick={leave}>
                  {words.back}
                </Button>
              </div>
            )}
            <PairWords pair={current.stored.pair} />
            {current.stored.pair.reasoning !== null && current.stored.pair.reasoning !== '' && (
              <section>
                <h2>{reading.reasoning}</h2>
                <p className="pair-field">{current.stored.pair.reasoning}</p>
              </section>
            )}
            <p className="blind-note">{current.stored.pair.needsPassage ? words.needsPassage : words.standsAlone}</p>
          </section>
          <MarkBar marking={marking} />
        </>
      )}
    </div>
  )
}

function saidOf({ last }: Marking, words: ReturnType<typeof useBlindWords>): string {
  if (last === null) return ''
  if (last.act === 'undo') return words.saidUndone
  if (last.verdict === 'right') return words.saidRight
  if (last.verdict === 'unclear') return words.saidUnclear
  const why = WHYS.find(one => one === last.why)
  return words.saidWrong(why === undefined ? '' : words.whys[why])
}
