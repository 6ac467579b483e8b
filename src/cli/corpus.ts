import { examplesOf, modesOf } from '#core/corpus/corpus-counts'
import { EXIT, runCommand, say } from './command'
import { CORPUS_USAGE, parseCorpusOptions } from './corpus/corpus-options'
import { type CorpusSummary, writeCorpus } from './corpus/write-corpus'

/** The command that makes pre-training text of a file of records. Gives the exit status. */
export function corpusMain(args: readonly string[]): Promise<number> {
  return runCommand(args, {
    usage: CORPUS_USAGE,
    parse: parseCorpusOptions,
    files: ({ from, passages, general }) => [from, passages, general],
    work: async options => {
      const summary = await writeCorpus(options)
      say(sentencesOf(summary, options.passages === null, options.general !== null))
      const broken = summary.broken + summary.brokenPassages + summary.general.bad
      return broken > 0 || isEmpty(summary) ? EXIT.partly : EXIT.done
    },
  })
}

function isEmpty({ counts: { texts } }: CorpusSummary): boolean {
  return texts.pairs + texts.raw + texts.mined + texts.general === 0
}

function sentencesOf(summary: CorpusSummary, withoutPassages: boolean, withGeneral: boolean): string {
  const { counts, leftOut, broken, brokenPassages, general } = summary
  const { texts, pairs, tokens } = counts
  const withPairs = tokens.passages + tokens.pairs + tokens.template
  const modes = modesOf(counts).map(({ mode, count }) => `${mode} ${String(count)}`)
  return [
    `texts     ${String(texts.pairs)} with ${String(pairs)} pairs · about ${String(withPairs)} tokens`,
    `modes     ${modes.join(' · ')}`,
    withoutPassages
      ? `raw       ${String(texts.raw)}; passages that gave no pair are missing: name them with --passages`
      : `raw       ${String(texts.raw)} passages without pairs · about ${String(tokens.raw)} tokens`,
    ...(texts.mined > 0
      ? [
          `mined     ${String(texts.mined)} passages read for comprehension · about ${String(tokens.mined + tokens.examples)} tokens · ${examplesOf(
            counts,
          )
            .map(({ type, count }) => `${type} ${String(count)}`)
            .join(' · ')}`,
        ]
      : []),
    ...(withGeneral
      ? [
          `general   ${String(texts.general)} instructions · about ${String(tokens.general)} tokens${general.repeated ? ' (used up, and taken again from the start)' : ''}`,
        ]
      : []),
    ...(leftOut > 0 ? [`left out  ${String(leftOut)} pairs of other states, tasks, languages or documents`] : []),
    ...(isEmpty(summary)
      ? ['empty     no text was written: no row is what --states, --tasks, --languages and --document ask for']
      : []),
    ...(brokenPassages > 0 ? [`broken    ${String(brokenPassages)} lines of --passages are no passages`] : []),
    ...(broken > 0 ? [`broken    ${String(broken)} lines of --from are no records`] : []),
    ...(general.bad > 0 ? [`broken    ${String(general.bad)} rows of --general have no question and response`] : []),
  ].join('\n')
}
