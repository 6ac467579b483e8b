import type { PlantKind } from '#core/verification/gates/gate'
import type { Format } from '#features/format'
import type { GateEstimate, GateMeasure, GateProgress, GateScope } from '#messages/gates'

const pairs = (count: number, format: Format): string => `${format.number(count)} ${count === 1 ? 'pair' : 'pairs'}`

export const gatesEn = {
  title: 'Checks by a model',
  lead: 'The loaded model looks at pairs that stand already. Before it judges, it is tried on your own pairs, some with a fault planted in them.',
  noPairs: 'There are no pairs yet. Write some first; a model can then judge them.',
  toWrite: 'Write pairs',
  noModel: 'No model is loaded. A model that did not write the pairs judges them best.',
  loading: 'The model is being loaded.',
  toModels: 'Choose a model',
  judge: (model: string) => `Judge: ${model}`,
  otherJudge: 'Another model may judge',
  follower: 'Another tab works on this project, so here you can only read.',
  runActive: 'A run is at work. Pause it, and a model can judge.',

  gate: 'What is asked',
  gates: {
    'stands-alone': {
      title: 'Stands alone',
      asks: 'Can the instruction be understood by someone who never saw the passage? Only for pairs that go out without it.',
    },
    grounded: {
      title: 'Grounded',
      asks: 'Does the passage state everything in the answer? One word, with how sure the model is.',
    },
    'round-trip': {
      title: 'Round trip',
      asks: 'Does the model, from the passage alone, give the same answer? It does not notice a single wrong digit.',
    },
  },
  scope: 'Which pairs',
  scopes: { ready: 'Ready', unsure: 'In doubt', 'last-run': 'Last run' } satisfies Record<GateScope, string>,
  limit: 'At most',
  limitHint: 'Spread over all of them. Empty: all.',
  limitWrong: 'A whole number from 1, or nothing.',

  cost: ({ pairs: count, judged, ms, from }: GateEstimate, format: Format): string => {
    if (count === 0) return judged > 0 ? `All ${pairs(judged, format)} are judged.` : 'No pairs of this kind.'
    const time = ms === null || from === null ? '' : `, about ${format.duration(ms)}`
    const before = judged === 0 ? '' : `; ${format.number(judged)} judged before`
    return `${pairs(count, format)}${time}${before}`
  },
  costFrom: { pairs: 'by the pairs that it judged', speed: 'by its measured speed' },
  counting: 'Counting…',

  start: 'Judge',
  stop: 'Stop',
  stopping: 'Stopping…',
  starting: 'Starting…',
  measuring: ({ done, total }: GateProgress, format: Format) =>
    `Trying the judge on known pairs: ${format.number(done)} of ${format.number(total)}`,
  judging: ({ done, total }: GateProgress, format: Format) => `${format.number(done)} of ${pairs(total, format)}`,
  left: (ms: number, format: Format) => `${format.duration(ms)} left`,
  yes: 'yes',
  no: 'no',
  unclear: 'unclear',
  moved: (count: number, format: Format) => `${pairs(count, format)} changed their state`,

  done: 'Done',
  stopped: 'Stopped. What was judged is kept, and judging again goes on from here.',
  nothing: 'There was nothing left to judge.',
  toFailed: 'Look at what failed',
  toDoubts: 'Look at what is in doubt',
  dismiss: 'Put away',
  problem: (happened: string) => `Judging ended: ${happened}`,
  problemSafe: 'What was judged until then is kept. Load the model again, or another one, and go on.',

  unfit: (model: string) => `${model} cannot judge this`,
  unfitWhy: (measure: GateMeasure, format: Format): string => {
    const { right, wrong, unclear } = measure
    if (right.total + wrong.total === 0)
      return 'There is no pair yet that it could be tried on. Keep a few right pairs in Review first.'
    if (right.total < 3 || wrong.total < 3)
      return `It could be tried on ${pairs(right.total, format)} only, too few to tell. Keep some right pairs in Review first.`
    if (unclear * 2 > right.total + wrong.total) return 'To most questions it gave no verdict.'
    if (wrong.count === wrong.total) return 'It said yes to everything, also to each planted fault.'
    return 'It passed wrong pairs about as often as right ones.'
  },
  unfitSafe: 'Nothing was changed. Take another model; or let it judge all the same, and each of its words is a doubt.',
  anyway: 'Judge all the same, as doubts',
  untrusted: 'This judge could not tell right from wrong, so each of its words is a doubt and decides nothing.',

  measure: 'How far this judge can be trusted',
  caught: (caught: number, planted: number, format: Format) =>
    `Noticed ${format.number(caught)} of ${format.number(planted)} planted faults`,
  passed: (count: number, total: number, format: Format) =>
    `Passed ${format.number(count)} of ${format.number(total)} right pairs`,
  interval: (low: number, high: number, format: Format) =>
    `95 % interval ${format.percent(Math.round(low * 100) / 100)} to ${format.percent(Math.round(high * 100) / 100)}`,
  kinds: {
    number: 'number changed',
    'other-answer': 'another answer',
    negated: 'negated',
    pointing: 'points at the text',
  } satisfies Record<PlantKind, string>,
  kindFigure: (caught: number, planted: number, format: Format) =>
    `${format.number(caught)} of ${format.number(planted)}`,
  basis: ({ right, kept }: GateMeasure, format: Format): string =>
    kept >= right.total
      ? `Tried on ${pairs(right.total, format)} that you kept.`
      : `Tried on ${pairs(right.total, format)}, of which you kept ${format.number(kept)}; the others only passed the checks.`,
}

export type GatesMessages = typeof gatesEn
