import { COMPARE_USAGE, type CompareOptions, parseCompareOptions } from './compare/compare-options'
import { type PackSummary, type Refusal, writePack } from './compare/write-pack'
import { EXIT, runCommand, say } from './command'

const REFUSED: { readonly [refusal in Refusal]: (options: CompareOptions) => string } = {
  'not-empty': ({ out }) => `The folder ${out} is not empty; what is in it stays as it is.`,
  'no-pairs': ({ from, states }) => `There is no pair in ${from} whose state is ${states.join(' or ')} (--states).`,
  'no-passages': ({ passages }) => `There is no passage in ${passages}: it takes rows of the format passages.`,
}

/** The command that makes corpora of equal size to compare by training. Gives the exit status. */
export function compareMain(args: readonly string[]): Promise<number> {
  return runCommand(args, {
    usage: COMPARE_USAGE,
    parse: parseCompareOptions,
    files: ({ from, passages, tuning, generalWords }) => [from, passages, tuning, generalWords],
    work: async options => {
      const summary = await writePack(options)
      if (typeof summary === 'string') {
        say(`${REFUSED[summary](options)} Nothing was written.`)
        return EXIT.usage
      }
      say(sentencesOf(summary))
      return summary.broken > 0 ||
        (options.tuning !== null && !hasMix(summary)) ||
        summary.corpora.some(corpus => isShort(corpus, summary.budget))
        ? EXIT.partly
        : EXIT.done
    },
  })
}

/** Whether a corpus has clearly less than it was to have: there was no more. */
function isShort({ tokens }: PackSummary['corpora'][number], budget: number): boolean {
  return tokens < 0.98 * budget - 1_000
}

function hasMix({ corpora }: PackSummary): boolean {
  return corpora.some(({ name }) => name === 'mix')
}

function sentencesOf(summary: PackSummary): string {
  const { corpora, budget, leftOut, broken, repeated } = summary
  return [
    ...corpora.map(
      corpus =>
        `${corpus.name.padEnd(9)} ${String(corpus.texts)} texts · about ${String(corpus.tokens)} tokens${isShort(corpus, budget) ? ` of ${String(budget)}: there are no more` : ''}`,
    ),
    ...(hasMix(summary) ? [] : ['mix       left out: it needs rows of a synthesizer’s training data (--tuning)']),
    ...(repeated ? ['note      the training data was used up, and taken again from the start'] : []),
    ...(leftOut > 0 ? [`left out  ${String(leftOut)} pairs of other states (--states)`] : []),
    ...(broken > 0 ? [`broken    ${String(broken)} lines could not be read`] : []),
  ].join('\n')
}
