import { useMessages } from '#features/context'
import { type ReviewMessages, reviewEn } from './review-messages.en'
import { reviewZh } from './review-messages.zh'

const TABLE = { en: reviewEn, zh: reviewZh } as const

export function useReviewWords(): ReviewMessages {
  return useMessages<ReviewMessages>(TABLE)
}

/** The word for an open list's value; a value without a word stands for itself. */
export function wordOf(table: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(table, value) ? (table[value] ?? value) : value
}
