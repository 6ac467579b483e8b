import { type CorpusOptions, DEFAULT_CORPUS_OPTIONS, sameWeights } from '#core/corpus/corpus-options'
import { MODES, type ModeWeights } from '#core/corpus/style'
import { narrowingOf, narrowingParams } from '#features/narrowing-params'
import type { UrlOptions } from '#features/use-url-options'
import { PREVIEW_KINDS, type PreviewKind } from '#messages/corpus'

/** The options, and which text of which kind the preview shows, from 0. */
export interface CorpusView extends CorpusOptions {
  readonly text: number
  readonly kind: PreviewKind
}

/** A share as it is typed and as it stands in the URL: in percent, without the noise of binary fractions. */
export function percentOf(share: number): number {
  return Math.round(share * 1e6) / 1e4
}

export function shareOf(percent: number): number {
  return percent / 100
}

/** The options of a URL; what it does not say, or says wrongly, is the default. */
export function viewOf(params: URLSearchParams): CorpusView {
  const standard = DEFAULT_CORPUS_OPTIONS
  const number = (name: string, most: number): number | null => numberIn(params.get(name), most)
  const whole = (name: string): number | null => {
    const value = number(name, Number.MAX_SAFE_INTEGER)
    return Number.isSafeInteger(value) ? value : null
  }
  const share = (name: string, otherwise: number): number => {
    const percent = number(name, 100)
    return percent === null ? otherwise : shareOf(percent)
  }
  return {
    ...narrowingOf(params, standard),
    name: params.get('name') ?? standard.name,
    weights: weightsOf(params.get('weights')) ?? standard.weights,
    inversion: share('inversion', standard.inversion),
    converted: share('converted', standard.converted),
    comprehension: share('comprehension', standard.comprehension),
    general: number('general', MOST_GENERAL) ?? standard.general,
    seed: whole('seed') ?? standard.seed,
    text: Math.max(0, (whole('text') ?? 1) - 1),
    kind: PREVIEW_KINDS.find(kind => kind === params.get('kind')) ?? 'pairs',
  }
}

/** The parameters that `viewOf` reads back, without the defaults; what cannot be read as a number is left out. */
export function paramsOf(view: CorpusView): Readonly<Record<string, string>> {
  const standard = DEFAULT_CORPUS_OPTIONS
  const { name, weights, inversion, converted, comprehension, general, seed, text, kind } = view
  const told = (value: number, otherwise: number): boolean => Number.isFinite(value) && value !== otherwise
  return {
    ...(name !== standard.name && { name }),
    ...narrowingParams(view, standard),
    ...(!sameWeights(weights, standard.weights) &&
      MODES.every(mode => Number.isFinite(weights[mode])) && { weights: MODES.map(mode => weights[mode]).join('-') }),
    ...(told(inversion, standard.inversion) && { inversion: String(percentOf(inversion)) }),
    ...(told(converted, standard.converted) && { converted: String(percentOf(converted)) }),
    ...(told(comprehension, standard.comprehension) && { comprehension: String(percentOf(comprehension)) }),
    ...(told(general, standard.general) && { general: String(general) }),
    ...(told(seed, standard.seed) && { seed: String(seed) }),
    ...(text > 0 && { text: String(text + 1) }),
    ...(kind !== 'pairs' && { kind }),
  }
}

/** More tokens of general instructions than this for one of the rest are no mixture any more. */
export const MOST_GENERAL = 1_000
export const MOST_WEIGHT = 1e9

/** The number in [0, most] that a text says; null for anything else. */
export function numberIn(text: string | null, most: number): number | null {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) && value >= 0 && value <= most ? value : null
}

function weightsOf(text: string | null): ModeWeights | null {
  const [classic, dialog, numbered, fewShot, nextTurn, more] = (text ?? '')
    .split('-')
    .map(part => numberIn(part, MOST_WEIGHT))
  if (classic == null || dialog == null || numbered == null || fewShot == null || nextTurn == null) return null
  return more === undefined ? { classic, dialog, numbered, 'few-shot': fewShot, 'next-turn': nextTurn } : null
}

export const CORPUS_URL: UrlOptions<CorpusView> = { screen: 'corpus', optionsOf: viewOf, paramsOf }
