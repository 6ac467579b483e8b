import type { DrawnSettings } from '#core/corpus/comprehension/drawn-text'
import { DOMAIN_MIXTURE, type MixtureSettings } from '#core/corpus/mixture'
import { MODES, type ModeWeights, PAPER_TEMPLATES, type TemplateSettings } from '#core/corpus/style'
import { fileName } from '#core/export/export-plan'
import type { Narrowing } from '#core/export/selection'

/** What the person asked for; plain data that travels between threads and stands in a URL. */
export interface CorpusOptions extends Narrowing {
  /** Name of the file, without ending. */
  readonly name: string
  readonly weights: ModeWeights
  /** Shares from 0 to 1: of texts whose pairs stand first, and of segments that get their pairs. */
  readonly inversion: number
  readonly converted: number
  /** Share from 0 to 1 of passages that stand raw which become reading comprehension texts. */
  readonly comprehension: number
  /** Tokens of general instructions for each token of the rest, where there are any. */
  readonly general: number
  readonly seed: number
}

export const DEFAULT_CORPUS_OPTIONS: CorpusOptions = {
  name: 'corpus',
  states: ['kept', 'ready'],
  documents: null,
  tasks: [],
  languages: [],
  weights: PAPER_TEMPLATES.weights,
  inversion: PAPER_TEMPLATES.inversion,
  converted: DOMAIN_MIXTURE.converted,
  comprehension: 0,
  general: DOMAIN_MIXTURE.general,
  seed: PAPER_TEMPLATES.seed,
}

/** The paper's share of converted texts where a model is trained from scratch; for a domain it is all of them. */
export const FROM_SCRATCH = 0.2

/** The paper's weights of texts in which a passage has one pair only, for those who want no other modes. */
export const TWO_MODES: ModeWeights = { ...PAPER_TEMPLATES.weightsForOne, numbered: 0, 'few-shot': 0, 'next-turn': 0 }

/** How texts are put together and mixed. */
export interface CorpusSettings {
  readonly templates: TemplateSettings
  readonly mixture: MixtureSettings
  readonly comprehension: DrawnSettings
}

/** @param withGeneral whether there are general instructions */
export function corpusSettings(
  { weights, inversion, converted, comprehension, general, seed }: Omit<CorpusOptions, 'name' | keyof Narrowing>,
  withGeneral: boolean,
): CorpusSettings {
  const { classic, dialog } = weights
  // A passage with one pair has two modes to be in; other weights than the paper's stand for these two as well.
  const weightsForOne = sameWeights(weights, PAPER_TEMPLATES.weights)
    ? PAPER_TEMPLATES.weightsForOne
    : { classic, dialog }
  return {
    templates: { seed, weights, weightsForOne, inversion },
    mixture: { seed, converted, general: withGeneral ? general : 0 },
    comprehension: { seed, share: comprehension, general: null },
  }
}

export function sameWeights(a: ModeWeights, b: ModeWeights): boolean {
  return MODES.every(mode => a[mode] === b[mode])
}

export type CorpusProblem =
  | 'name-missing'
  | 'no-state'
  | 'no-weight'
  | 'bad-weight'
  | 'bad-share'
  | 'bad-ratio'
  | 'bad-seed'

/** What the person still has to settle before texts can be written; NaN stands for what is no number. */
export function corpusProblems(options: CorpusOptions): CorpusProblem[] {
  const { name, states, weights, inversion, converted, comprehension, general, seed } = options
  const all = MODES.map(mode => weights[mode])
  const problems: CorpusProblem[] = []
  if (fileName(name) === '') problems.push('name-missing')
  if (states.length === 0) problems.push('no-state')
  if (!all.every(weight => weight >= 0)) problems.push('bad-weight')
  else if (all.every(weight => weight === 0)) problems.push('no-weight')
  if (![inversion, converted, comprehension].every(isShare)) problems.push('bad-share')
  if (!(general >= 0)) problems.push('bad-ratio')
  if (!Number.isSafeInteger(seed) || seed < 0) problems.push('bad-seed')
  return problems
}

function isShare(share: number): boolean {
  return share >= 0 && share <= 1
}

export function corpusFile(name: string): string {
  return `${fileName(name)}.jsonl`
}
