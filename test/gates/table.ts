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

type GateName = (typeof GATES)[number]
const GATES = ['grounded', 'round-trip'] as const

/** What the gates made of the sample of one language; a gate that is missing was not asked yet. */
export interface GatePart {
  readonly draw: Draw
  readonly answers: { readonly [gate in GateName]?: GateAnswers }
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
  /** What each gate said; nothing where it was not asked about the pair. */
  readonly said: { readonly [gate in GateName]?: Check | undefined }
}

/** A part with its pairs, drawn again: the same draw gives the same. */
export interface PartRows extends GatePart {
  readonly rows: readonly Row[]
}

function rowsOf(all: readonly Judged[], part: GatePart): PartRows {
  const { answers } = part
  const rows = drawSample(all, part.draw).drawn.map(({ key, judged }) => ({
    judged,
    said: { grounded: answers.grounded?.checks[key], 'round-trip': answers['round-trip']?.checks[key] },
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
    ...parts.flatMap(part => [intro(part), '', ...GATES.map(gate => `- ${finding(gate, part)}`), '']),
    '| label | pairs | ready by strings | grounded: YES, of those asked | ready with it | round trip: agrees, of those asked | ready with it |',
    '|---|---|---|---|---|---|---|',
    ...groups.map(([name, holds]) => line(name, rows.filter(holds))),
  ].join('\n')
}

const NAMES = { en: 'English', zh: 'Chinese' } as const

function intro({ draw: { language, each, passages, seed }, rows }: PartRows): string {
  const asked = rows.filter(({ judged }) => judged.state !== 'failed').length
  return (
    `**${NAMES[language]}**: ${rows.length} pairs of the first set about ${passages} passages, drawn by seed ${seed}, up to ${each} of each label. ` +
    `${asked} of them are asked about: what a check has failed is not.`
  )
}

const TITLES = { grounded: 'The grounded gate', 'round-trip': 'The round trip' } as const

/** By its line alone, as if the judge were trusted. */
function passes({ said }: Row, gate: GateName): boolean {
  const score = said[gate]?.score
  return score !== undefined && drawn(gateNamed(gate), DEFAULT_THRESHOLDS, score).result === 'pass'
}

const isReady = ({ judged }: Row): boolean => judged.state === 'ready'

function line(name: string, rows: readonly Row[]): string {
  const cells = GATES.flatMap(gate => {
    const asked = rows.filter(({ said }) => said[gate] !== undefined)
    const passed = asked.filter(row => passes(row, gate))
    return asked.length === 0
      ? ['–', '–']
      : [`${passed.length} of ${asked.length}`, String(passed.filter(isReady).length)]
  })
  return `| ${name} | ${rows.length} | ${rows.filter(isReady).length} | ${cells.join(' | ')} |`
}

function finding(gate: GateName, { rows, answers }: PartRows): string {
  const given = answers[gate]
  if (given === undefined) return `${TITLES[gate]} was not asked yet.`
  const asked = rows.filter(({ said }) => said[gate] !== undefined)
  const share = (right: boolean): string => {
    const some = asked.filter(({ judged }) => isRight(judged) === right)
    return `${some.filter(row => passes(row, gate)).length} of ${some.length}`
  }
  const undecided = asked.filter(({ said }) => said[gate]?.score === undefined).length
  const ready = asked.filter(isReady)
  const out = (right: boolean): string => {
    const some = ready.filter(({ judged }) => isRight(judged) === right)
    return `${some.filter(row => !passes(row, gate)).length} of ${some.length}`
  }
  const { right, caught, planted, fit } = given.measure
  return (
    `${TITLES[gate]} let ${share(true)} right pairs and ${share(false)} wrong ones pass; ${undecided} answers were no verdict. ` +
    `Of pairs that strings let through as ready it would catch ${out(false)} wrong ones and hold back ${out(true)} right ones. ` +
    `On planted faults it let ${right.count} of ${right.total} right pairs pass and caught ${caught} of ${planted} wrong ones, ` +
    (fit
      ? 'so the app takes its word.'
      : 'so the app calls it unfit: it stops there, and whoever goes on gets doubts and no verdicts.') +
    ` It took ${Math.round(given.seconds / 60)} minutes (${given.device}).`
  )
}
