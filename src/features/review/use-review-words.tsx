import { useMessages } from '#features/context'
import { type ReviewMessages, reviewEn } from './review-messages.en'
import { reviewZh } from './review-messages.zh'

const TABLE = { en: reviewEn, zh: reviewZh } as const

export function useReviewWords(): ReviewMessages {
  return useMessages<ReviewMessages>(TABLE)
}
