import type { Measured } from '#core/evaluation/measured'
import { measuredSentences } from '#core/evaluation/measured-text'
import { filesWithRows } from '#core/export/dataset-info'
import type { Count, ExportPlan } from '#core/export/export-plan'
import type { ExportSummary } from '#core/export/export-writer'
import { licenceFields } from '#core/export/licences'
import type { SplitSummary } from '#core/export/split-plan'
import { yamlLines, type YamlValue } from '#core/export/yaml'

/**
 * Dataset card of the Hugging Face Hub (rule EXPORT9): front matter that the Hub reads, then what a person should know.
 * The licence is the person's own statement; everything else comes from the data.
 */
export function datasetCard(
  plan: ExportPlan,
  summary: ExportSummary,
  split: SplitSummary | null,
  measured: Measured,
): string {
  const { counts } = summary
  const errors = measuredSentences(measured)
  const title = titleOf(plan)
  const sections = [
    `---\n${yamlLines(frontMatter(plan, summary)).join('\n')}\n---`,
    `# ${plainText(title)}`,
    opening(plan, summary, errors.short),
    table(
      ['File', 'Rows'],
      plan.files.map(({ name }, file) => [name, summary.rows[file] ?? 0]),
    ),
    ...(counts.pairs === 0 ? [] : ['## Pairs', ...pairSections(summary)]),
    ...(counts.pairs === 0 || errors.long.length === 0 ? [] : ['## Error rate', errors.long.join(' ')]),
    ...(split === null ? [] : ['## Split', splitSentence(plan, split)]),
    '## Licence',
    `${plainText(plan.options.pack?.licence ?? '')}, as stated by the person who exported the data. The licences of the source documents apply to what comes from them.`,
  ]
  return `${sections.join('\n\n')}\n`
}

function frontMatter(plan: ExportPlan, summary: ExportSummary): { readonly [key: string]: YamlValue } {
  const { counts } = summary
  const synthetic = counts.pairs > 0
  // `other` has no code; the body of the card counts it.
  const languages = counts.languages.map(({ name }) => name).filter(name => name !== 'other')
  return {
    ...(languages.length === 0 ? {} : { language: languages }),
    ...licenceFields(plan.options.pack?.licence ?? ''),
    pretty_name: titleOf(plan),
    task_categories: synthetic ? ['question-answering', 'text-generation'] : ['text-generation'],
    size_categories: [sizeCategory(counts.rows ?? 0)],
    annotations_creators: [synthetic ? 'machine-generated' : 'no-annotation'],
    source_datasets: ['original'],
    tags: synthetic ? ['pairloom', 'synthetic', 'instruction-pretraining'] : ['pairloom'],
    configs: [
      {
        config_name: 'default',
        default: true,
        data_files: filesWithRows(plan, summary).map(({ name, split }) => ({ split: split ?? 'train', path: name })),
      },
    ],
  }
}

function titleOf({ options }: ExportPlan): string {
  const title = options.pack?.title.trim() ?? ''
  return title === '' ? options.name : title
}

/** The Hub's classes of size by number of rows. */
export function sizeCategory(rows: number): string {
  const steps = ['1K', '10K', '100K', '1M', '10M', '100M', '1B', '10B', '100B', '1T']
  const above = steps.findIndex((_, place) => rows < 10 ** (place + 3))
  const step = steps[above]
  if (step === undefined) return 'n>1T'
  return above === 0 ? 'n<1K' : `${steps[above - 1] ?? ''}<n<${step}`
}

function opening({ format }: ExportPlan, { counts, documents }: ExportSummary, errors: string): string {
  const what =
    counts.pairs === 0
      ? 'Passages of the source documents, cut by Pairloom without losing a character.'
      : `Instruction–response pairs that Pairloom wrote from passages of the source documents. **${errors}**`
  const trainers =
    format.trainers === null
      ? ' Trainers do not read this format as it is: it keeps everything that is known about each pair.'
      : ''
  return `${what} Format \`${format.name}\`, ${rowsOf(counts.rows ?? 0, 'row')} from ${rowsOf(documents, 'document')}.${trainers}`
}

function pairSections({ counts, origins }: ExportSummary): string[] {
  const without = counts.withoutPassage ?? 0
  return [
    countTable('Task', counts.tasks),
    countTable('State', counts.states),
    countTable('Language', counts.languages),
    ...(without === 0
      ? []
      : [`Warning: ${rowsOf(without, 'pair')} can only be understood with the passage, and the rows leave it out.`]),
    '## Provenance',
    table(
      ['Synthesizer', 'Recipe', 'Engine', 'Model', 'Pairs'],
      origins.map(({ origin, pairs }) => [
        origin.synthesizer,
        `${origin.recipe} ${origin.recipeVersion}`.trim(),
        origin.engine,
        origin.model ?? '–',
        pairs,
      ]),
    ),
  ]
}

function splitSentence({ options }: ExportPlan, { by, repeated, moved }: SplitSummary): string {
  const { train, validation, test } = options.split ?? { train: 100, validation: 0, test: 0 }
  const units =
    by === 'document'
      ? 'Whole documents lie on one side.'
      : 'Because there are few documents, contiguous sections of passages lie on one side.'
  const clusters =
    repeated === 0
      ? 'No two rows are near-duplicates (Jaccard similarity of 0.8 or more over five words, or characters, in a row).'
      : `Near-duplicates (Jaccard similarity of 0.8 or more over five words, or characters, in a row) lie on one side; rows with one before them: ${repeated}.`
  const strays =
    moved === 0
      ? ''
      : ` For this, ${rowsOf(moved, 'row')} left the side of the document or section that they come from.`
  return `Train, validation and test were asked for as ${train}/${validation}/${test} percent of rows, drawn with seed ${options.seed}. ${units} ${clusters}${strays}`
}

function countTable(name: string, counts: readonly Count[]): string {
  return table(
    [name, 'Pairs'],
    counts.map(({ name, count }) => [name, count]),
  )
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map(cell => (typeof cell === 'number' ? String(cell) : plainText(cell))).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function rowsOf(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`
}

/** A text of the person's in Markdown: on one line, with nothing that Markdown or HTML would read. */
function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\\`*_[\]<>#|&~$]/g, '\\$&')
    .trim()
}
