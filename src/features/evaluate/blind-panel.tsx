import { useState } from 'react'
import { intervalAfter } from '#core/evaluation/figure'
import { intervalText } from '#core/evaluation/measured-text'
import { useCommands, useReader, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { ProblemNotice } from '#features/problem-notice'
import { Button, Panel, Spinner } from '#ui'
import { BlindFigureView } from './blind-figure'
import { BlindRejects } from './blind-rejects'
import { BlindSamples } from './blind-samples'
import { drawCheck } from './draw-check'
import { type BlindState, openIn, useBlind } from './use-blind'
import { useBlindWords } from './use-blind-words'

/** The blind check: what was marked, the figure that comes of it, and the next sample. */
export function BlindPanel() {
  const words = useBlindWords()
  const { go } = useCommands()
  const none = useSession(session => session.counts.pairs === 0)
  const query = useBlind()
  return (
    <Panel title={words.title} lead={words.lead}>
      {query.state === 'problem' && <ProblemNotice problem={query.problem} />}
      {none ? (
        <div className="blind-next">
          <p>{words.noPairs}</p>
          <Button onClick={() => go('write')}>{words.writePairs}</Button>
        </div>
      ) : query.value === undefined ? (
        query.state === 'loading' && (
          <p role="status">
            <Spinner /> {words.reading}
          </p>
        )
      ) : (
        <Known blind={query.value} />
      )}
    </Panel>
  )
}

function Known({ blind }: { readonly blind: BlindState }) {
  return (
    <>
      <BlindFigureView figure={blind.figure} />
      <NextCheck blind={blind} />
      {blind.held !== null && <BlindRejects held={blind.held} failed={blind.population.failed} />}
      {blind.samples.length > 0 && <BlindSamples blind={blind} />}
    </>
  )
}

/** The check that is not finished, or the next one with what it would bring. */
function NextCheck({ blind }: { readonly blind: BlindState }) {
  const words = useBlindWords()
  const format = useFormat()
  const reader = useReader()
  const { go, saveSample, report } = useCommands()
  const follower = useSession(session => session.role === 'follower')
  const [drawing, setDrawing] = useState(false)
  const { open, next, population, figure, allSeen, now } = blind
  const size = next.export + next.failed
  const first = figure === null || figure.marked === 0

  const draw = async (): Promise<void> => {
    setDrawing(true)
    try {
      const sample = await drawCheck(reader(), Date.now())
      await saveSample(sample)
      go('evaluate', { check: sample.id })
    } catch (thrown) {
      report(thrown)
    } finally {
      setDrawing(false)
    }
  }

  if (open !== null) {
    const total = open.entries.length
    return (
      <div className="blind-next">
        <Button tone="primary" size="l" onClick={() => go('evaluate', { check: open.id })}>
          {words.goOn}
        </Button>
        <p>{words.marked(total - openIn(open, now.pairs), total, format)}</p>
      </div>
    )
  }
  if (size === 0) return <p className="blind-note">{words.onlyUnsure}</p>
  // What was written since makes the next check begin anew: marks of before do not count for those pairs.
  const renews = figure !== null && figure.newer > 0
  const more = intervalAfter({ share: figure?.share ?? null, marked: renews ? 0 : (figure?.marked ?? 0) }, next.export)
  const brings = first ? words.wouldBe : renews ? words.renews : words.narrows
  const told = [
    next.export > 0 && !allSeen ? brings(intervalText(more)) : null,
    words.brings(next.export, population.export, next.failed, population.failed, format),
    population.failed === 0 ? words.noFailed : null,
    allSeen ? words.allSeen : null,
    follower ? words.follower : null,
  ]
  return (
    <div className="blind-next">
      <Button
        tone={first ? 'primary' : 'plain'}
        size="l"
        busy={drawing}
        disabled={follower}
        onClick={() => void draw()}
      >
        {blind.samples.length === 0 ? words.check(size, format) : words.checkAnother(size, format)}
      </Button>
      <p>{told.filter(part => part !== null).join(words.glue)}</p>
    </div>
  )
}
