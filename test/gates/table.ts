import { readFileSync, writeFileSync } from 'node:fs'
import type { Check } from '#core/synthesis/pair'
import { drawn } from '#core/verification/gates/apply-thresholds'
import { gateNamed } from '#core/verification/gates/gates'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import { isRight, type Judged } from '#test/support/confusion'
import { LABELS } from '#test/support/labelled-set'
import type { GateAnswers } from './page'
import { type Draw, drawSample, judgedSet } from './sample'

export { drawSample, judgedSet } from './sample'

const PAGE = 'docs/checks.md'
/** Between these lines the page holds the table. */
const PLACE = /(?<=<!-- The gates, written by[^\n]*-->\n\n)[\s\S]*(?=\n\n<!-- End of the gates\. -->)/u

/** What the gates made of the sample of one language. */
export interface GatePart {
  readonly draw: Draw
  readonly grounded: GateAnswers
  readonly roundTrip: GateAnswers
}

export interface GateRun {
  /** Name of the model. */
  readonly judge: string
  readonly parts: readonly GatePart[]
}

/** Puts the table into the page about checks. */
export async function writeTable(run: GateRun): Promise<void> {
  const all = await judgedSet()
  const table = gateTable(
    run.judge,
    run.parts.map(part => rowsOf(all, part)),
  )
  const page = readFileSync(PAGE, 'utf8')
  writeFileSync(
    PAGE,
    page.replace(PLACE, () => table),
  )
}

interface Row {
  readonly judged: Judged
  readonly grounded: Check | undefined
  readonly roundTrip: Check | undefined
}

/** A part with its pairs, drawn again: the same draw gives the same. */
export interface PartRows extends GatePart {
  readonly rows: readonly Row[]
}

function rowsOf(all: readonly Judged[], part: GatePart): PartRows {
  const { grounded, roundTrip } = part
  const rows = drawSample(all, part.draw).drawn.map(({ key, judged }) => ({
    judged,
    grounded: grounded.checks[key],
    roundTrip: roundTrip.checks[key],
  }))
  return { ...part, rows }
}

/** What two gates add to the checks by strings, in Markdown: what was asked, the plain finding, then a row a label. */
export function gateTable(judge: string, parts: readonly PartRows[]): string {
  const rows = parts.flatMap(part => part.rows)
  const of = (language: string, right: boolean) => (row: Row) =>
    row.judged.language === language && isRight(row.judged) === right
  const groups: readonly (readonly [string, (row: Row) => boolean])[] = [
    ...LABELS.map(label => [label, ({ judged }: Row) => judged.pair.label === label] as const),
    ...parts.flatMap(({ draw: { language } }) => [
      [`**right, ${NAMES[language]}**`, of(language, true)] as const,
      [`**wrong, ${NAMES[language]}**`, of(language, false)] as const,
    ]),
  ]
  return [
    `Model: ${judge}.`,
    '',
    ...parts.flatMap(part => [
      intro(part),
      '',
      `- ${finding('grounded', part)}`,
      `- ${finding('roundTrip', part)}`,
      '',
    ]),
    '| label | pairs | ready by strings | grounded: YES, of those asked | ready with it | round trip: agrees, of those asked | ready with it |',
    '|---|---|---|---|---|---|---|',
    ...groups.map(([name, holds]) => line(name, rows.filter(holds))),
  ].join('\n')
}

const NAMES = { en: 'English', zh: 'Chinese' } as const

function intro({ draw: { language, each, passages, seed }, rows, grounded, roundTrip }: PartRows): string {
  const asked = rows.filter(row => row.grounded !== undefined).length
  const minutes = Math.round((grounded.seconds + roundTrip.seconds) / 60)
  return (
    `**${NAMES[language]}**: ${rows.length} pairs of the first set about ${passages} passages, drawn by seed ${seed}, up to ${each} of each label. ` +
    `${asked} of them were asked about: what a check has failed is not. It took ${minutes} minutes (${grounded.device}).`
  )
}

type Column = 'grounded' | 'roundTrip'
const TITLES = { grounded: 'The grounded gate', roundTrip: 'The round trip' } as const
const GATES = { grounded: gateNamed('grounded'), roundTrip: gateNamed('round-trip') } as const

/** By its line alone, as if the judge were trusted. */
function passes(row: Row, column: Column): boolean {
  const score = row[column]?.score
  return score !== undefined && drawn(GATES[column], DEFAULT_THRESHOLDS, score).result === 'pass'
}

const isReady = ({ judged }: Row): boolean => judged.state === 'ready'

function line(name: string, rows: readonly Row[]): string {
  const cells = (['grounded', 'roundTrip'] as const).flatMap(column => {
    const asked = rows.filter(row => row[column] !== undefined)
    const passed = asked.filter(row => passes(row, column))
    return [`${passed.length} of ${asked.length}`, String(passed.filter(isReady).length)]
  })
  return `| ${name} | ${rows.length} | ${rows.filter(isReady).length} | ${cells.join(' | ')} |`
}

function finding(column: Column, { rows, ...part }: PartRows): string {
  const { measure } = part[column]
  const asked = rows.filter(row => row[column] !== undefined)
  const share = (right: boolean): string => {
    const some = asked.filter(({ judged }) => isRight(judged) === right)
    return `${some.filter(row => passes(row, column)).length} of ${some.length}`
  }
  const undecided = asked.filter(row => row[column]?.score === undefined).length
  const ready = asked.filter(isReady)
  const out = (right: boolean): string => {
    const some = ready.filter(({ judged }) => isRight(judged) === right)
    return `${some.filter(row => !passes(row, column)).length} of ${some.length}`
  }
  const { right, caught, planted, fit } = measure
  return (
    `${TITLES[column]} let ${share(true)} right pairs and ${share(false)} wrong ones pass; ${undecided} answers were no verdict. ` +
    `Of pairs that strings let through as ready it would catch ${out(false)} wrong ones and hold back ${out(true)} right ones. ` +
    `On planted faults it let ${right.count} of ${right.total} right pairs pass and caught ${caught} of ${planted} wrong ones, ` +
    (fit
      ? 'so the app takes its word.'
      : 'so the app calls it unfit: it stops there, and whoever goes on gets doubts and no verdicts.')
  )
}
