import type { Measured } from '#core/evaluation/measured'
import { figureLine, measuredSentences, voidSentence } from '#core/evaluation/measured-text'
import type { ExportPlan } from '#core/export/export-plan'
import type { HeadlessResult } from '#messages/headless'

const counts = (list: readonly { name: string; count: number }[]): string =>
  list.map(({ name, count }) => `${name} ${String(count)}`).join(' · ')

const many = (count: number, one: string): string => `${String(count)} ${count === 1 ? one : `${one}s`}`

/** Reasons after which there is something to do. */
const NOTES: { readonly [reason: string]: string } = {
  'english-only':
    'note      An instruction synthesizer reads and writes English only; a chat model writes for other passages (--synthesizer chat)',
  'answer-missing':
    'note      Answers belong to passages whose text is exactly theirs; --format passages writes all of them',
}

/** What was done, as the last lines of the command: what was read, written, left out and why. */
export function summaryOf(result: HeadlessResult, plan: ExportPlan): string {
  const { files, documents, passages, characters, run, written } = result
  const lines = [
    `read      ${many(files.length, 'file')} · ${many(documents, 'document')} · ${many(passages, 'passage')} · ${many(characters, 'character')}`,
  ]
  for (const { name, problem, warnings } of files) {
    if (problem !== null) lines.push(`refused   ${name}: ${problem}`)
    for (const warning of warnings) lines.push(`note      ${name}: ${warning}`)
  }
  if (run !== null) {
    const gave = run.passages - run.empty - run.failed
    lines.push(
      `wrote     ${many(run.pairs, 'pair')} from ${String(gave)} of ${many(run.passages, 'passage')} in ${run.seconds.toFixed(1)} s${run.resumed ? ' (resumed)' : ''}`,
      ...(run.reasons.length === 0 ? [] : [`no pair   ${counts(run.reasons)}`]),
      ...(run.rejected.length === 0 ? [] : [`rejected  ${counts(run.rejected)} (parts of answers that are no pair)`]),
      ...run.reasons.flatMap(({ name }) => NOTES[name] ?? []),
      ...(run.model === null
        ? []
        : [`model     ${run.model.name} · ${run.model.device} · ${run.model.tokensPerSecond.toFixed(1)} tokens/s`]),
      ...(result.tasks.length === 0
        ? []
        : [`tasks     ${counts(result.tasks)}`, `states    ${counts(result.states)} (of what was exported)`]),
    )
  }
  for (const { name, rows, bytes } of written) {
    lines.push(
      `exported  ${name}: ${many(rows, 'row')} of ${plan.format.name}, ${String(bytes)} bytes, read again and valid`,
    )
  }
  if (written.length === 0)
    lines.push('exported  nothing: no pair is in the states that were asked for (--states); no file was written')
  lines.push(...measuredLines(result.measured))
  return lines.join('\n')
}

function measuredLines(measured: Measured): readonly string[] {
  if (measured.kind !== 'measured') return [measuredSentences(measured).short]
  const missing = voidSentence(measured.figure)
  return [`checked   ${figureLine(measured.figure)}`, ...(missing === null ? [] : [`note      ${missing}`])]
}
