import type { ExportPlan } from '#core/export/export-plan'
import type { HeadlessResult } from '#messages/headless'

const counts = (list: readonly { name: string; count: number }[]): string =>
  list.map(({ name, count }) => `${name} ${String(count)}`).join(' · ')

/** What was done, as the last lines of the command: what was read, written, left out and why. */
export function summaryOf(result: HeadlessResult, plan: ExportPlan): string {
  const { files, documents, passages, characters, run, written } = result
  const lines = [
    `read      ${String(files.length)} files · ${String(documents)} documents · ${String(passages)} passages · ${String(characters)} characters`,
  ]
  for (const { name, problem, warnings } of files) {
    if (problem !== null) lines.push(`refused   ${name}: ${problem}`)
    for (const warning of warnings) lines.push(`note      ${name}: ${warning}`)
  }
  if (run !== null) {
    const gave = run.passages - run.empty - run.failed
    lines.push(
      `wrote     ${String(run.pairs)} pairs from ${String(gave)} of ${String(run.passages)} passages in ${run.seconds.toFixed(1)} s${run.resumed ? ' (resumed)' : ''}`,
      ...(run.reasons.length === 0 ? [] : [`no pair   ${counts(run.reasons)}`]),
      ...(run.model === null
        ? []
        : [`model     ${run.model.name} · ${run.model.device} · ${run.model.tokensPerSecond.toFixed(1)} tokens/s`]),
      `tasks     ${counts(result.tasks)}`,
      `states    ${counts(result.states)} (of what was exported)`,
    )
  }
  for (const { name, rows, bytes } of written) {
    lines.push(
      `exported  ${name}: ${String(rows)} rows of ${plan.format.name}, ${String(bytes)} bytes, read again and valid`,
    )
  }
  if (written.length === 0)
    lines.push('exported  nothing: no pair is in the states that were asked for (--states); no file was written')
  lines.push('The error rate of these pairs has not been measured.')
  return lines.join('\n')
}
