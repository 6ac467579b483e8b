import { useMessages } from '#features/context'
import { type BlindMessages, blindEn } from './blind-messages.en'
import { blindZh } from './blind-messages.zh'

const TABLE = { en: blindEn, zh: blindZh } as const

export function useBlindWords(): BlindMessages {
  return useMessages<BlindMessages>(TABLE)
}
