import { useState } from 'react'
import { canonicalJson } from '#core/synthesis/canonical-json'
import type { StoredModel } from '#core/models/model'
import type { Recipe } from '#core/synthesis/recipe'
import { problemOf } from '#core/problem'
import type { ComparisonAsk } from '#messages/teaching'
import { Button, Disclosure, LiveText, Notice, Progress, TextField } from '#ui'
import { useCommands, useMessages, useSession } from '#features/context'
import { useFormat } from '#features/format'
import { BlindMarks } from './blind-marks'
import { CompareTable } from './compare-table'
import { TEACHING_MESSAGES } from './teaching-messages'
import { TrialBlocked, useTrialBlock } from './trial-blocked'
import { useComparison } from './use-comparison'

const USUAL = 20
const MOST = 200

export interface ComparePanelProps {
  readonly without: Recipe
  readonly taught: Recipe
  readonly model: StoredModel
  readonly documents: readonly number[] | null
  readonly seed: number
}

/** The same passages with and without the person's examples: what each gives, costs, and how much of it is right. */
export function ComparePanel(props: ComparePanelProps) {
  const words = useMessages(TEACHING_MESSAGES).compare
  const running = useSession(({ comparison }) => comparison?.running === true)
  const [open, setOpen] = useState(running)
  return (
    <Disclosure summary={words.title} open={open} onToggle={setOpen}>
      {open && <Comparing {...props} />}
    </Disclosure>
  )
}

function Comparing({ without, taught, model, documents, seed }: ComparePanelProps) {
  const words = useMessages(TEACHING_MESSAGES).compare
  const format = useFormat()
  const commands = useCommands()
  const block = useTrialBlock(model)
  const running = useSession(({ comparison }) => comparison?.running === true)
  const { held, read } = useComparison()
  const [count, setCount] = useState(String(USUAL))
  const [marking, setMarking] = useState<number | null>(null)
  const passages = Number(count)
  const usable = Number.isInteger(passages) && passages >= 1 && passages <= MOST
  const ask: ComparisonAsk = {
    without,
    with: taught,
    engine: model.engine,
    model: model.id,
    documents,
    passages,
    seed,
  }
  const same = held !== null && canonicalJson(held.ask) === canonicalJson(ask)
  const comparison = held?.comparison ?? null
  const complete = comparison !== null && comparison.written.length === comparison.passages * 2
  const start = (): void => {
    commands
      .compareTeaching(ask)
      .catch((thrown: unknown) => {
        if (problemOf(thrown).kind !== 'cancelled') commands.report(thrown)
      })
      .finally(read)
  }
  return (
    <div className="tryouts compare">
      <p className="tryout__quiet">{words.lead}</p>
      <div className="tryout__head compare__head">
        <TextField
          label={words.passages}
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST}
          step={1}
          value={count}
          disabled={running}
          onChange={setCount}
          problem={usable ? undefined : words.passagesProblem(format.number(MOST))}
        />
        {running ? (
          <Button icon="stop" onClick={() => void commands.stopComparing().catch(commands.report)}>
            {words.stop}
          </Button>
        ) : same && complete ? (
          <p className="tryout__quiet">{words.complete}</p>
        ) : (
          <Button tone="primary" icon="play" disabled={block !== null || !usable} onClick={start}>
            {same ? words.goOn : words.go}
          </Button>
        )}
      </div>
      {block !== null && !running && <TrialBlocked block={block} model={model} />}
      <How />
      {held !== null && !same && !running && <Notice>{words.older}</Notice>}
      {comparison !== null && comparison.written.length > 0 && (
        <CompareTable comparison={comparison} showMarks={marking === null} />
      )}
      {comparison !== null && !running && (
        <BlindMarks comparison={comparison} at={marking} onMove={setMarking} onMarked={read} />
      )}
    </div>
  )
}

/** How far it is, with the time left as measured. */
function How() {
  const words = useMessages(TEACHING_MESSAGES).compare
  const format = useFormat()
  const progress = useSession(session => session.comparison)
  if (progress?.running !== true) return null
  const { done, total, pairs, msLeft } = progress
  const text = words.progress(
    format.number(done),
    format.number(total),
    format.number(pairs),
    msLeft === null ? null : format.duration(msLeft),
  )
  return (
    <div className="compare__progress">
      <p>{text}</p>
      <Progress label={words.progressOf} value={total === 0 ? null : done / total} />
      <LiveText text={text} everyMs={15_000} />
    </div>
  )
}
