import { useMessages } from '#features/context'
import { type ThresholdsMessages, thresholdsEn } from './thresholds-messages.en'
import { thresholdsZh } from './thresholds-messages.zh'

const TABLE = { en: thresholdsEn, zh: thresholdsZh } as const

export function useThresholdsWords(): ThresholdsMessages {
  return useMessages<ThresholdsMessages>(TABLE)
}
