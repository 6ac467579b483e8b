import type { Format } from '#features/format'

/** Tokens a second, in two significant digits below a hundred: more was not measured. */
export function rate(tokensPerSecond: number, format: Format): string {
  return format.number(tokensPerSecond >= 100 ? Math.round(tokensPerSecond) : Number(tokensPerSecond.toPrecision(2)))
}
