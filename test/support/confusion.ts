import type { Language } from '#core/documents/document'
import type { DetectLanguage } from '#core/ports/language'
import { draftOf } from '#core/synthesis/draft/draft-of'
import type { Check, Draft, Evidence, State } from '#core/synthesis/pair'
import { readingComprehension } from '#core/synthesis/recipes/reading-comprehension/recipe'
import { createJudge } from '#core/verification/judge'
import { stateOf } from '#core/verification/state'
import { DEFAULT_THRESHOLDS } from '#core/verification/thresholds'
import { LABELS, LABELS_OF, type LabelledPair, type LabelledSet, labelledPairs, labelledPassages } from './labelled-set'

export interface Judged {
  readonly pair: LabelledPair
  readonly draft: Draft
  readonly language: Language
  readonly set: LabelledSet
  readonly checks: readonly Check[]
  readonly state: State
}

/** Pairs that share a passage as if it had been asked so often: the caps of a passage are no fault of its pairs. */
const ASKED_AT_ONCE = 4

/** Code units that the language of a passage is told from (as the chunker tells it). */
const TELLING = 1024

/** Judges a whole labelled set as the app judges what a model wrote, one pair after another in one project. */
export async function judgeLabelledSet(detect: DetectLanguage, set: LabelledSet = 'first'): Promise<readonly Judged[]> {
  const words = new Map<string, LabelledPair>()
  const judge = createJudge({
    thresholds: DEFAULT_THRESHOLDS,
    detect,
    wordsOf: id => Promise.resolve(words.get(id) ?? null),
  })
  const judged: Judged[] = []
  for (const language of ['en', 'zh'] as const) {
    const passages = labelledPassages(language, set)
    const asked = new Map<string, number>()
    for (const pair of labelledPairs(language, set)) {
      const text = passages.get(pair.passage)?.text ?? ''
      const nth = asked.get(pair.passage) ?? 0
      asked.set(pair.passage, nth + 1)
      const key = `${pair.passage}:${Math.floor(nth / ASKED_AT_ONCE)}`
      const passage = { text, language: detect(text.slice(0, TELLING)), headings: [], key, place: pair.passage }
      const draft = draftFor(pair, text)
      const checks = await judge.judge(draft, pair.id, passage)
      words.set(pair.id, pair)
      judged.push({ pair, draft, language, set, checks, state: stateOf(null, checks) })
    }
  }
  return judged
}

function draftFor(pair: LabelledPair, text: string): Draft {
  const { instruction, response, options, reasoning, task, form, needsPassage } = pair
  return {
    instruction,
    response,
    options,
    reasoning,
    task,
    form,
    needsPassage,
    evidence: evidenceFor(pair, text),
  }
}

/** Evidence as the reading of an answer finds it: for the quotation, and for the response (for steps, the reasoning). */
function evidenceFor(pair: LabelledPair, text: string): readonly Evidence[] {
  const piece = {
    kind: 'pair' as const,
    question: pair.instruction,
    answer: pair.reasoning ?? pair.response,
    quotes: pair.quote === null ? [] : [pair.quote],
    raw: '',
    salvaged: [],
  }
  const draft = draftOf(piece, readingComprehension, text, { start: 0, end: text.length })
  if ('kind' in draft) throw new Error(`${pair.id} is no pair: ${draft.reason}`)
  return draft.evidence
}

export const isRight = ({ pair }: Judged): boolean => pair.label.startsWith('right-')

/** Share of pairs that end as they should: right ones `ready`, all others not. */
export function caught(judged: readonly Judged[]): number {
  const good = judged.filter(entry => (entry.state === 'ready') === isRight(entry))
  return judged.length === 0 ? Number.NaN : good.length / judged.length
}

const SHOWN = ['ready', 'unsure', 'failed'] as const

/** The confusion table in Markdown: labels by states, each language apart, then what checks said of right pairs. */
export function confusionTable(judged: readonly Judged[]): string {
  const columns = ['en', 'zh'] as const
  const head = `| label | ${columns.join(' | ')} | all | as it should |`
  const rule = `|---|${columns.map(() => '---').join('|')}|---|---|`
  const rowOf = (name: string, entries: readonly Judged[]): string => {
    const cells = columns.map(language => counts(entries.filter(entry => entry.language === language)))
    return `| ${name} | ${cells.join(' | ')} | ${counts(entries)} | ${percent(caught(entries))} |`
  }
  const rows = LABELS.map(label =>
    rowOf(
      label,
      judged.filter(entry => entry.pair.label === label),
    ),
  )
  const right = rowOf('**all right**', judged.filter(isRight))
  const wrong = rowOf(
    '**all wrong**',
    judged.filter(entry => !isRight(entry)),
  )
  return [
    `By the checks ${checkNames(judged).join(', ')}. Each cell: ${SHOWN.join(' / ')}.`,
    '',
    head,
    rule,
    ...rows,
    right,
    wrong,
    '',
    ...falseAlarms(judged.filter(isRight)),
  ].join('\n')
}

function checkNames(judged: readonly Judged[]): string[] {
  return [...new Set(judged.flatMap(({ checks }) => checks.map(({ name }) => name)))]
}

function counts(entries: readonly Judged[]): string {
  return SHOWN.map(state => entries.filter(entry => entry.state === state).length).join(' / ')
}

function percent(share: number): string {
  return Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`
}

/** Rows of the table of counts: labels, and two of them in the kinds that ask for different rules. */
const COUNTED_ROWS: readonly (readonly [name: string, holds: (entry: Judged) => boolean])[] = [
  ...LABELS_OF.blind.map(label => [label, ({ pair }: Judged) => pair.label === label] as const),
  ['duplicate, in the same words', ({ pair }) => pair.fault?.how === 'same'],
  ['duplicate, reworded a little', ({ pair }) => pair.fault?.how === 'near'],
  ['wrong entity of the same passage', ({ pair }) => pair.label === 'wrong-entity' && pair.fault?.from === 'passage'],
  ['wrong entity from outside', ({ pair }) => pair.label === 'wrong-entity' && pair.fault?.from === 'outside'],
  ['**all right**', isRight],
  ['**all wrong**', entry => !isRight(entry)],
]

/** What became of a set, in Markdown: by label how many pairs, and which share ends as it should. Counts alone. */
export function countsTable(judged: readonly Judged[]): string {
  const rows = COUNTED_ROWS.map(([name, holds]) => {
    const entries = judged.filter(holds)
    const cells = (['en', 'zh'] as const).map(language => {
      const own = entries.filter(entry => entry.language === language)
      return `${own.length} | ${percent(caught(own))}`
    })
    return `| ${name} | ${cells.join(' | ')} | ${percent(caught(entries))} |`
  })
  const repeats = (entries: readonly Judged[]): string => {
    const taken = entries.filter(({ checks }) =>
      checks.some(({ name, result }) => name === 'duplicate' && result !== 'pass'),
    )
    return `${taken.length} of ${entries.length}`
  }
  const alike = judged.filter(({ pair }) => pair.label === 'right-look-alike')
  return [
    '| label | en pairs | en as it should | zh pairs | zh as it should | as it should |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    `Right pairs that were taken for a repetition: ${repeats(alike)} look-alikes, ${repeats(judged.filter(isRight))} in all.`,
  ].join('\n')
}

/** How often a check kept a right pair from `ready`, by its reason. */
function falseAlarms(right: readonly Judged[]): string[] {
  const alarms = new Map<string, number>()
  for (const { checks, language } of right)
    for (const { name, reason, result } of checks) {
      const row = `| ${name} | ${reason} | ${result} | ${language} |`
      if (result !== 'pass') alarms.set(row, (alarms.get(row) ?? 0) + 1)
    }
  const sorted = [...alarms].sort((a, b) => b[1] - a[1])
  const head = [
    `False alarms among ${right.length} right pairs:`,
    '',
    '| check | reason | result | language | pairs |',
    '|---|---|---|---|---|',
  ]
  return [...head, ...sorted.map(([row, count]) => `${row} ${count} |`)]
}

/** Pairs that did not end as they should, with what each check said; of the blind set only their number. */
export function misses(judged: readonly Judged[]): string {
  const missed = judged.filter(entry => (entry.state === 'ready') !== isRight(entry))
  const shown = missed.filter(({ set }) => set !== 'blind')
  const lines = shown.map(({ pair, state, checks }) => {
    const said = checks.filter(({ result }) => result !== 'pass').map(({ name, reason }) => `${name}: ${reason}`)
    const fault = pair.fault?.wrong === undefined ? '' : ` [${pair.fault.wrong} for ${pair.fault.right}]`
    return `${pair.id} ${pair.label} ${state}${fault} · ${pair.instruction} · ${pair.response} · ${said.join(', ')}`
  })
  return [`Missed: ${missed.length}`, ...lines].join('\n')
}
