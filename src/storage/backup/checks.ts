/** Tells whether a value from outside has the shape of T. */
export type Check<T> = (value: unknown) => value is T

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const text: Check<string> = (value): value is string => typeof value === 'string'
export const yesOrNo: Check<boolean> = (value): value is boolean => typeof value === 'boolean'
export const anyNumber: Check<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value)

/** A whole number that fits the packed rows. */
export const count: Check<number> = (value): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32

/** A size in bytes or characters. */
export const size: Check<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0

export function oneOf<const T extends string | true | null>(...values: readonly T[]): Check<T> {
  return (value): value is T => values.some(each => each === value)
}

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value)
}

export function maybe<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value)
}

export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(each => check(each))
}

/** An object whose values all pass, under any names. */
export function mapOf<T>(check: Check<T>): Check<{ readonly [name: string]: T }> {
  return (value): value is { readonly [name: string]: T } => isRecord(value) && Object.values(value).every(check)
}

/** An object with a text under `kind`: problems and warnings, whose other fields only a screen reads. */
export function kinded<T extends { readonly kind: string }>(): Check<T> {
  return (value): value is T => isRecord(value) && typeof value['kind'] === 'string'
}

/** Any JSON object, or null. */
export function openObject<T>(): Check<T> {
  return (value): value is T => value === null || isRecord(value)
}

/** Every field named; those that T leaves optional take a check that lets undefined pass. */
export function shape<T extends object>(fields: { readonly [K in keyof Required<T>]: Check<T[K]> }): Check<T> {
  const checks = Object.entries<Check<unknown>>(fields)
  return (value): value is T => isRecord(value) && checks.every(([name, check]) => check(value[name]))
}
