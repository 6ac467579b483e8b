import type { BlindFigure } from '#core/evaluation/figure'
import type { Measured } from '#core/evaluation/measured'
import type { Interval } from '#core/evaluation/wilson'

/** Whole per cent: finer steps than the marks can tell would only look exact. */
const percent = (share: number): string => String(Math.round(share * 100))

const many = (count: number, one: string): string => `${String(count)} ${count === 1 ? one : `${one}s`}`

/** `95 %`. */
export function percentText(share: number): string {
  return `${percent(share)} %`
}

/** `86–98 %`; one number where both ends are the same. */
export function intervalText({ low, high }: Interval): string {
  return percent(low) === percent(high) ? percentText(low) : `${percent(low)}–${percent(high)} %`
}

/** The figure on one line: `846 pairs · 60 checked blind · 57 right · 86–98 %`. */
export function figureLine({ population, marked, right, interval }: BlindFigure): string {
  return `${many(population, 'pair')} · ${String(marked)} checked blind · ${String(right)} right · ${intervalText(interval)}`
}

/** What the figure does not cover; null where it covers all. */
export function voidSentence({ newer, entered }: Pick<BlindFigure, 'newer' | 'entered'>): string | null {
  const parts = [
    ...(newer > 0 ? [`${many(newer, 'pair')} written after the sample was drawn`] : []),
    ...(entered > 0 ? [`at least ${many(entered, 'pair')} that came in since by decisions or other checks`] : []),
  ]
  return parts.length === 0 ? null : `The figure is void for ${parts.join(', and for ')}.`
}

/** The sentence that a dataset card opens with, and those of its section on the error rate (English, as cards are). */
export function measuredSentences(measured: Measured): { readonly short: string; readonly long: readonly string[] } {
  switch (measured.kind) {
    case 'none':
      return { short: 'The error rate of these pairs has not been measured.', long: [] }
    case 'states':
      return {
        short:
          'The error rate of these pairs has not been measured: a blind check was made of kept and ready pairs, and this file takes other states.',
        long: [],
      }
    case 'elsewhere':
      return {
        short:
          'The error rate of these pairs has not been measured: none of the pairs that were checked blind is among what this file takes.',
        long: [],
      }
    case 'void':
      return {
        short: `The error rate of these pairs has not been measured: an earlier blind check is void, because its pairs are not there any more${measured.newer > 0 ? ` and ${many(measured.newer, 'pair')} came after it` : ''}.`,
        long: [],
      }
    case 'measured':
      return { short: shortOf(measured.figure), long: longOf(measured.figure) }
  }
}

function shortOf({ marked, right, share, interval, exact }: BlindFigure): string {
  const span = exact ? 'every pair was marked' : `${intervalText(interval)} with 95 % confidence`
  return `${many(marked, 'pair')} checked blind, ${String(right)} right: ${percent(share ?? 0)} % (${span}).`
}

function longOf(figure: BlindFigure): readonly string[] {
  const { marked, right, unclear, share, interval, population, exact, generous, seeds } = figure
  const missing = voidSentence(figure)
  return [
    `Of ${many(marked, 'pair')} that a person marked beside their passage, without seeing checks or states, ${String(right)} were right: a share of ${percent(share ?? 0)} %${exact ? ', with every pair marked' : `, ${intervalText(interval)} with 95 % confidence (Wilson score interval)`}. The error rate is thus ${exact ? `${String(100 - Math.round((share ?? 0) * 100))} %` : intervalText({ low: 1 - interval.high, high: 1 - interval.low })}.`,
    `The pairs were drawn at random with seed ${seeds.join(', ')} from ${many(population, 'kept or ready pair')}, and shown mixed with pairs that had failed a check.`,
    ...(unclear > 0 ? [`${many(unclear, 'further pair')} could not be told right or wrong and are left out.`] : []),
    ...(generous && !exact
      ? ['More than a tenth of all pairs was marked, so the interval is wider than it need be.']
      : []),
    ...(missing === null ? [] : [`**${missing}**`]),
  ]
}
