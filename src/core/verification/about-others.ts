import type { Check } from '#core/synthesis/pair'

/** Checks that say how a pair stands to others: words that the person changes do not answer them anew. */
const ABOUT_OTHERS: ReadonlySet<string> = new Set(['duplicate', 'cap'])

/** Checks of a pair by itself, with what was found about it among the others. */
export function withFoundAmongOthers(own: readonly Check[], found: readonly Check[]): readonly Check[] {
  return own.map(check =>
    ABOUT_OTHERS.has(check.name) ? (found.find(({ name }) => name === check.name) ?? check) : check,
  )
}
