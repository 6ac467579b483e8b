import type { Language } from '#core/documents/document'
import { type Count, type ExportCounts, type ExportPlan, sortedCounts } from '#core/export/export-plan'
import type { ExportPair } from '#core/export/export-row'
import { createLineWriter, type Line } from '#core/export/line-writer'
import { carriesPassage } from '#core/export/prompt'
import { createRowUnits, type RowUnit } from '#core/export/row-units'
import type { SplitPlan } from '#core/export/split-plan'
import type { Split } from '#core/export/split-ratio'
import type { PassageText } from '#core/ports/project-store'
import type { Provenance, State } from '#core/synthesis/pair'

export interface OutputLine {
  /** Place of the file in the plan's list. */
  readonly file: number
  readonly line: Line
}

/** What wrote the pairs, as far as it tells one source from another. */
export type Origin = Pick<Provenance, 'synthesizer' | 'recipe' | 'recipeVersion' | 'engine' | 'model'>

/** What was written. */
export interface ExportSummary {
  readonly counts: ExportCounts
  /** Rows of each file of the plan, in its order. */
  readonly rows: readonly number[]
  readonly documents: number
  readonly origins: readonly { readonly origin: Origin; readonly pairs: number }[]
}

/** The last of at most two passes: takes everything in the order of rows and gives lines. */
export interface ExportWriter {
  addPair(pair: ExportPair): readonly OutputLine[]
  addPassage(passage: PassageText): readonly OutputLine[]
  end(): readonly OutputLine[]
  /** Of what was given so far. */
  summary(): ExportSummary
}

/**
 * Writes the lines of an export (rule EXPORT1): pairs that the options do not select give none, and with a split, rows
 * that came after its plan was made are left for the next export. `split` is null for a plan without one.
 */
export function createExportWriter(plan: ExportPlan, split: SplitPlan | null): ExportWriter {
  const { options, format, files } = plan
  const units = createRowUnits(plan)
  const lineOf = createLineWriter(format)
  const rows = files.map(() => 0)
  const documents = new Set<number>()
  const states = new Map<State, number>()
  const tasks = new Map<string, number>()
  const languages = new Map<Language, number>()
  const origins = new Map<string, { origin: Origin; pairs: number }>()
  let pairs = 0
  let withoutPassage = 0

  const count = (unit: RowUnit): void => {
    documents.add(unit.document.order)
    if (unit.pairs.length === 0) add(languages, unit.language)
    for (const { pair } of unit.pairs) {
      pairs += 1
      add(states, pair.state)
      add(tasks, pair.task)
      add(languages, pair.language)
      if (format.prompts && pair.needsPassage && !carriesPassage(pair, options.passageInPrompt)) withoutPassage += 1
      const { synthesizer, recipe, recipeVersion, engine, model } = pair.provenance
      const key = `${synthesizer}\n${recipe}\n${recipeVersion}\n${engine}\n${model ?? ''}`
      const known = origins.get(key)
      if (known === undefined)
        origins.set(key, { origin: { synthesizer, recipe, recipeVersion, engine, model }, pairs: 1 })
      else known.pairs += 1
    }
  }

  const write = (found: readonly RowUnit[]): readonly OutputLine[] => {
    const lines: OutputLine[] = []
    for (const unit of found) {
      const side = split === null ? null : split.sideOf(unit.id)
      const file = files.findIndex(({ split }) => split === side)
      if (file < 0) continue
      rows[file] = (rows[file] ?? 0) + 1
      count(unit)
      lines.push({ file, line: lineOf(unit) })
    }
    return lines
  }

  return {
    addPair: pair => write(units.addPair(pair)),
    addPassage: passage => write(units.addPassage(passage)),
    end: () => write(units.end()),
    summary: () => ({
      counts: {
        rows: rows.reduce((sum, count) => sum + count, 0),
        pairs,
        splits: files.flatMap(({ split }, file): Count<Split>[] =>
          split === null ? [] : [{ name: split, count: rows[file] ?? 0 }],
        ),
        states: sortedCounts(states),
        tasks: sortedCounts(tasks),
        languages: sortedCounts(languages),
        withoutPassage,
      },
      rows: [...rows],
      documents: documents.size,
      origins: [...origins].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, origin]) => origin),
    }),
  }
}

function add<Name>(counts: Map<Name, number>, name: Name): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
