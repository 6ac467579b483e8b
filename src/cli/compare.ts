import { COMPARE_USAGE, parseCompareOptions } from './compare/compare-options'
import { type PackSummary, writePack } from './compare/write-pack'
import { EXIT, runCommand, say } from './command'

/** The command that makes corpora of equal size to compare by training. Gives the exit status. */
export function compareMain(args: readonly string[]): Promise<number> {
  return runCommand(args, {
    usage: COMPARE_USAGE,
    parse: parseCompareOptions,
    files: ({ from, passages, tuning, generalWords }) => [from, passages, tuning, generalWords],
    work: async options => {
      const summary = await writePack(options)
      if (summary === null) {
        say(`The folder ${options.out} is not empty; what is in it stays as it is.`)
        return EXIT.usage
      }
      say(sentencesOf(summary, options.tuning !== null))
      return summary.broken > 0 || summary.corpora.some(corpus => isShort(corpus, summary.budget))
        ? EXIT.partly
        : EXIT.done
    },
  })
}

/** Whether a corpus has clearly less than it was to have: there was no more. */
function isShort({ tokens }: PackSummary['corpora'][number], budget: number): boolean {
  return tokens < 0.98 * budget - 1_000
}

function sentencesOf({ corpora, budget, leftOut, broken, repeated }: PackSummary, withTuning: boolean): string {
  return [
    ...corpora.map(
      corpus =>
        `${corpus.name.padEnd(9)} ${String(corpus.texts)} texts · about ${String(corpus.tokens)} tokens${isShort(corpus, budget) ? ` of ${String(budget)}: there are no more` : ''}`,
    ),
    ...(withTuning ? [] : ['mix       left out: it needs the training data of a synthesizer (--tuning)']),
    ...(repeated ? ['note      the training data was used up, and taken again from the start'] : []),
    ...(leftOut > 0 ? [`left out  ${String(leftOut)} pairs of other states (--states)`] : []),
    ...(broken > 0 ? [`broken    ${String(broken)} lines could not be read`] : []),
  ].join('\n')
}
