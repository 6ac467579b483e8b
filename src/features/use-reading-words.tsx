import { useMessages } from '#features/context'
import { type ReadingMessages, readingEn } from './reading-messages.en'
import { readingZh } from './reading-messages.zh'

const TABLE = { en: readingEn, zh: readingZh } as const

export function useReadingWords(): ReadingMessages {
  return useMessages<ReadingMessages>(TABLE)
}
