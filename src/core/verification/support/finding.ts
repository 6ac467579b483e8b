import type { Check } from '#core/synthesis/pair'

/** What a comparison of a pair with its passage came upon. */
export interface Finding extends Pick<Check, 'values' | 'ranges'> {
  readonly result: 'doubt' | 'fail'
  readonly reason: string
}
