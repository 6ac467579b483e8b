import type { Language } from '#core/documents/document'
import type { ExportFormat, FormatName, RowSettings } from '#core/export/format'
import { FORMATS } from '#core/export/formats'
import { chosenTallies, type Narrowing, pairsIn } from '#core/export/selection'
import { isSplitRatio, type Split, SPLITS, type SplitRatio } from '#core/export/split-ratio'
import type { Tally } from '#core/ports/project-store'
import type { State } from '#core/synthesis/pair'

/** What only a person can say about the data; needed for a pack. */
export interface CardDetails {
  readonly title: string
  /** Identifier or name of the licence; asked for and never assumed. */
  readonly licence: string
}

/** What the person asked for; plain data that travels between threads. */
export interface ExportOptions extends RowSettings, Narrowing {
  /** Name of the files, without ending. */
  readonly name: string
  readonly format: FormatName
  /** null for one file. */
  readonly split: SplitRatio | null
  readonly seed: number
  /** Of single files; the data in a pack is left plain, because the pack is compressed itself. */
  readonly compression: 'none' | 'gzip'
  /** Data, trainer configuration, card and checksums in one zip archive; null for plain files. */
  readonly pack: CardDetails | null
}

export const DEFAULT_EXPORT_OPTIONS: ExportOptions = {
  name: 'dataset',
  format: 'records',
  states: ['kept', 'ready'],
  documents: null,
  tasks: [],
  languages: [],
  split: null,
  seed: 1,
  passageInPrompt: 'auto',
  systemPrompt: '',
  compression: 'none',
  pack: null,
}

export interface Count<Name extends string = string> {
  readonly name: Name
  readonly count: number
}

/** What an export holds, or would hold. Lists are in order of name, without zeros. */
export interface ExportCounts {
  /** Lines; null before writing where only writing can tell (one row for several pairs). */
  readonly rows: number | null
  readonly pairs: number
  /** Rows of each file of a split; empty without one and before writing. */
  readonly splits: readonly Count<Split>[]
  readonly states: readonly Count<State>[]
  readonly tasks: readonly Count[]
  readonly languages: readonly Count<Language>[]
  /** Pairs that need their passage and went without it; null before writing. */
  readonly withoutPassage: number | null
}

export interface PlannedFile {
  /** null when there is no split. */
  readonly split: Split | null
  readonly name: string
}

export interface ExportPlan {
  readonly options: ExportOptions
  readonly format: ExportFormat
  /** Keys of every row, in order. */
  readonly keys: readonly string[]
  /** Data files, in order; inside the archive where there is one. */
  readonly files: readonly PlannedFile[]
  /** Name of the zip archive; null without a pack. */
  readonly archive: string | null
}

export type OptionProblem = 'name-missing' | 'no-state' | 'split-not-100' | 'licence-missing'

/** What the person still has to settle before an export can start. */
export function optionProblems(options: ExportOptions): OptionProblem[] {
  const problems: OptionProblem[] = []
  if (fileName(options.name) === '') problems.push('name-missing')
  if (options.states.length === 0 && FORMATS[options.format].input !== 'passages') problems.push('no-state')
  if (options.split !== null && !isSplitRatio(options.split)) problems.push('split-not-100')
  if (options.pack !== null && options.pack.licence.trim() === '') problems.push('licence-missing')
  return problems
}

/** Files and keys for options without problems. */
export function planExport(options: ExportOptions): ExportPlan {
  const { split } = options
  const format = FORMATS[options.format]
  const name = fileName(options.name)
  const ending = options.compression === 'gzip' && options.pack === null ? '.jsonl.gz' : '.jsonl'
  return {
    options,
    format,
    keys: format.keys(options),
    files:
      split === null
        ? [{ split: null, name: `${name}${ending}` }]
        : SPLITS.filter(side => split[side] > 0).map(side => ({ split: side, name: `${name}.${side}${ending}` })),
    archive: options.pack === null ? null : `${name}.zip`,
  }
}

/** Takes `data.jsonl.gz` apart: name without ending, and compression by the ending. */
export function parseFileName(file: string): Pick<ExportOptions, 'name' | 'compression'> {
  const gzip = /\.gz$/i.test(file)
  return { name: file.replace(/\.gz$/i, '').replace(/\.jsonl?$/i, ''), compression: gzip ? 'gzip' : 'none' }
}

/** Counts before writing, from the tallies of the project (or of the chosen documents, all in one list). */
export function expectedCounts(options: ExportOptions, tallies: readonly Tally[]): ExportCounts {
  const taken = chosenTallies(options, tallies)
  const pairs = pairsIn(taken)
  return {
    rows: FORMATS[options.format].input === 'pairs' ? pairs : null,
    pairs,
    splits: [],
    states: countBy(taken, ({ state }) => state),
    tasks: countBy(taken, ({ task }) => task),
    languages: countBy(taken, ({ language }) => language),
    withoutPassage: null,
  }
}

/** Sums by name, in order of name. */
function countBy<Name extends string>(tallies: readonly Tally[], nameOf: (tally: Tally) => Name): Count<Name>[] {
  const counts = new Map<Name, number>()
  for (const tally of tallies) counts.set(nameOf(tally), (counts.get(nameOf(tally)) ?? 0) + tally.count)
  return sortedCounts(counts)
}

/** Counts in order of name (by code units, the same on every machine), without zeros. */
export function sortedCounts<Name extends string>(counts: ReadonlyMap<Name, number>): Count<Name>[] {
  return [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => ({ name, count }))
}

/** A name without folders, characters that a file system or a glob pattern reads as its own, or dots at its ends. */
export function fileName(name: string): string {
  return name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|[\]{}]+/gu, '-')
    .replace(/^[\s.-]+|[\s.-]+$/g, '')
}
