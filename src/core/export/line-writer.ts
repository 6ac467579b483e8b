import type { ExportFormat } from '#core/export/format'
import type { ExportPair } from '#core/export/export-row'
import { jsonLine, safeJson } from '#core/export/json-line'
import type { RowUnit } from '#core/export/row-units'

/** A line of a data file, with its `\n`: `own` and behind it `common`. */
export interface Line {
  readonly own: string
  /** What the line shares with its neighbours, the same string in all of them; empty where nothing is shared. */
  readonly common: string
}

export function lineText({ own, common }: Line): string {
  return own + common
}

/** Writes rows as lines (rule EXPORT2); what a row repeats of the one before is not written anew. */
export function createLineWriter(format: ExportFormat): (unit: RowUnit) => Line {
  const parts = format.input === 'pairs' ? format.parts : null
  let last: { readonly pair: ExportPair; readonly common: string } | null = null
  return unit => {
    const [pair] = unit.pairs
    if (parts === null || pair === undefined) return { own: jsonLine(unit.row()), common: '' }
    // The closing brace of the first part becomes the comma before the second.
    if (last === null || !parts.same(last.pair, pair))
      last = { pair, common: `,${jsonLine(parts.common(pair)).slice(1)}` }
    return { own: safeJson(parts.own(pair)).slice(0, -1), common: last.common }
  }
}
