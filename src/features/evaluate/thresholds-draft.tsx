import type { Thresholds } from '#core/verification/thresholds'

/** What stands in the fields. */
export type Draft = { readonly [name in keyof Thresholds]: string }

/** In the order of the screen; `share` runs from 0 to 1, `count` from 1 on. */
export const FIELDS = [
  { name: 'aligned', kind: 'share' },
  { name: 'repetition', kind: 'share' },
  { name: 'perTask', kind: 'count' },
  { name: 'perHundredTokens', kind: 'count' },
  { name: 'leastPerPassage', kind: 'count' },
  { name: 'grounded', kind: 'share' },
  { name: 'agreement', kind: 'share' },
] as const satisfies readonly { name: keyof Thresholds; kind: 'share' | 'count' }[]

export function draftOf(thresholds: Thresholds): Draft {
  return {
    aligned: String(thresholds.aligned),
    repetition: String(thresholds.repetition),
    perTask: String(thresholds.perTask),
    perHundredTokens: String(thresholds.perHundredTokens),
    leastPerPassage: String(thresholds.leastPerPassage),
    grounded: String(thresholds.grounded),
    agreement: String(thresholds.agreement),
  }
}

/** The number of a field; null where it says none that the threshold can be. A decimal comma is one. */
export function valueOf(draft: Draft, { name, kind }: (typeof FIELDS)[number]): number | null {
  const text = draft[name].trim().replace(',', '.')
  const value = text === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(value)) return null
  return kind === 'share' ? (value >= 0 && value <= 1 ? value : null) : value >= 1 ? value : null
}

/** The thresholds of a draft; null while a field is wrong. */
export function thresholdsOf(draft: Draft): Thresholds | null {
  const values = new Map(FIELDS.map(field => [field.name, valueOf(draft, field)] as const))
  const of = (name: keyof Thresholds): number => values.get(name) ?? Number.NaN
  const thresholds: Thresholds = {
    aligned: of('aligned'),
    repetition: of('repetition'),
    perTask: of('perTask'),
    perHundredTokens: of('perHundredTokens'),
    leastPerPassage: of('leastPerPassage'),
    grounded: of('grounded'),
    agreement: of('agreement'),
  }
  return Object.values(thresholds).some(Number.isNaN) ? null : thresholds
}

export function sameThresholds(a: Thresholds, b: Thresholds): boolean {
  return FIELDS.every(({ name }) => a[name] === b[name])
}
